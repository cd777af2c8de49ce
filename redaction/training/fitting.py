"""Fitting a linear-chain conditional random field by stochastic gradients.

Each word's score for a label is the sum of its features' weights; a table tells how labels follow each other, one for
within a sentence and one for between. The likelihood's gradient is exact (forward and backward over each segment);
steps are Adagrad's, which suits features of which most are rare. Features are left out at random while learning, so
that none is relied on alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from redaction.tagging.labels import LABELS

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]
WIDTH = len(LABELS)
_SEGMENT = 48


@dataclass(frozen=True)
class Examples:
    """All words in a row: features (nought: none), labels, whether each begins a sentence, where segments begin."""

    slots: Integers
    labels: Integers
    opens: Integers
    segments: list[tuple[int, int]]


@dataclass
class Weights:
    """What is fitted: a row of label scores for each feature, and how labels follow each other."""

    states: Floats
    follows: Floats


@dataclass(frozen=True)
class Plan:
    """How to fit."""

    epochs: int = 6
    batch: int = 64
    rate: float = 0.15
    shrink: float = 5e-4
    left_out: float = 0.3
    averaged: int = 3
    seed: int = 7


def segments_of(opens: Sequence[bool], begin: int) -> Iterator[tuple[int, int]]:
    """Cut one document into pieces of whole sentences."""
    start = 0
    for place in range(1, len(opens)):
        if (opens[place] and place - start >= _SEGMENT // 2) or place - start >= 2 * _SEGMENT:
            yield begin + start, begin + place
            start = place
    yield begin + start, begin + len(opens)


def fit(examples: Examples, features: int, plan: Plan) -> Weights:
    """Fit weights for `features` features, of which the first is no feature and stays nought."""
    chance = np.random.default_rng(plan.seed)
    weights = Weights(np.zeros((features, WIDTH), np.float32), np.zeros((2, WIDTH, WIDTH), np.float32))
    seen = Weights(np.full((features, WIDTH), 1e-3, np.float32), np.full((2, WIDTH, WIDTH), 1e-3, np.float32))
    total = Weights(np.zeros_like(weights.states), np.zeros_like(weights.follows))
    by_length = sorted(examples.segments, key=lambda segment: segment[1] - segment[0])
    batches = [by_length[at : at + plan.batch] for at in range(0, len(by_length), plan.batch)]
    for epoch in range(plan.epochs):
        for number in chance.permutation(len(batches)):
            _step(examples, batches[number], weights, seen, plan, chance)
        if epoch >= plan.epochs - plan.averaged:
            total.states += weights.states / plan.averaged
            total.follows += weights.follows / plan.averaged
    return total


def _step(
    examples: Examples,
    batch: Sequence[tuple[int, int]],
    weights: Weights,
    seen: Weights,
    plan: Plan,
    chance: np.random.Generator,
) -> None:
    """Take one step down the gradient of a batch."""
    lengths = np.array([stop - start for start, stop in batch])
    rows = np.concatenate([np.arange(start, stop) for start, stop in batch])
    slots = examples.slots[rows]
    slots = np.where(chance.random(slots.shape, np.float32) < plan.left_out, 0, slots)
    used, inverse = _different(slots, len(weights.states))
    pointers = np.arange(0, slots.size + 1, slots.shape[1])
    table = sparse.csr_matrix((np.ones(slots.size, np.float32), inverse.ravel(), pointers), (len(rows), len(used)))
    scores = table @ weights.states[used]
    beliefs, follows = gradients(scores, examples.labels[rows], examples.opens[rows], lengths, weights.follows)
    change = table.T @ beliefs + plan.shrink * len(batch) * weights.states[used] / 8
    seen.states[used] += change**2
    weights.states[used] -= plan.rate * change / np.sqrt(seen.states[used])
    weights.states[0] = 0
    follows += plan.shrink * weights.follows
    seen.follows += follows**2
    weights.follows -= plan.rate * follows / np.sqrt(seen.follows)


def _different(slots: Integers, features: int) -> tuple[npt.NDArray[np.intp], Integers]:
    """Give the slots met, in order, and for each slot its place among them; quicker than sorting them."""
    met = np.zeros(features, dtype=np.bool_)
    met[slots] = True
    used = np.flatnonzero(met)
    place = np.zeros(features, dtype=np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    return used, place[slots]


def gradients(
    scores: Floats, labels: Integers, opens: Integers, lengths: npt.NDArray[np.intp], follows: Floats
) -> tuple[Floats, Floats]:
    """Give the gradients of the unlikelihood of segments laid end to end: over words' scores, over the table."""
    count, most = len(lengths), int(lengths.max())
    inside = np.arange(most) < lengths[:, None]
    emitted = np.ones((count, most, WIDTH), np.float32)
    emitted[inside] = np.exp(scores - scores.max(axis=1, keepdims=True))
    opened = np.zeros((count, most), np.int32)
    opened[inside] = opens
    told = np.zeros((count, most), np.int32)
    told[inside] = labels
    tables = np.exp(follows)
    forward = np.empty_like(emitted)
    backward = np.ones_like(emitted)
    forward[:, 0] = emitted[:, 0] / emitted[:, 0].sum(axis=1, keepdims=True)
    for at in range(1, most):
        heard = np.einsum("bi,bij->bj", forward[:, at - 1], tables[opened[:, at]]) * emitted[:, at]
        forward[:, at] = heard / heard.sum(axis=1, keepdims=True)
    for at in range(most - 2, -1, -1):
        ahead = backward[:, at + 1] * emitted[:, at + 1]
        heard = np.einsum("bj,bij->bi", ahead, tables[opened[:, at + 1]])
        heard /= heard.sum(axis=1, keepdims=True)
        backward[:, at] = np.where(inside[:, at + 1, None], heard, 1)
    beliefs = forward * backward
    beliefs /= beliefs.sum(axis=2, keepdims=True)
    over_follows = _over_follows(forward, backward * emitted, tables, opened, told, inside)
    over_scores = beliefs[inside]
    over_scores[np.arange(len(over_scores)), labels] -= 1
    return over_scores, over_follows


def _over_follows(
    forward: Floats, ahead: Floats, tables: Floats, opened: Integers, told: Integers, inside: npt.NDArray[np.bool_]
) -> Floats:
    pairs = inside[:, 1:]
    table = opened[:, 1:][pairs]
    joint = forward[:, :-1][pairs][:, :, None] * tables[table] * ahead[:, 1:][pairs][:, None, :]
    joint /= joint.sum(axis=(1, 2), keepdims=True)
    joint[np.arange(len(joint)), told[:, :-1][pairs], told[:, 1:][pairs]] -= 1
    return np.stack([joint[table == which].sum(axis=0) for which in (0, 1)]).astype(np.float32)
