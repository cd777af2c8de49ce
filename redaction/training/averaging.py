"""Several fits as one model: each feature weighs what the fits give it on average.

A word's score is the sum of its features' weights, so a mean of weights scores as the fits do between them: what one
fit learnt by the chance of its draws counts less, what all of them learnt stays. It costs nothing when words are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from redaction.tagging.labels import LABELS
from redaction.tagging.model import Model
from redaction.training.fitting import Floats


@dataclass(frozen=True)
class Learnt:
    """The slots in order, a row of label scores for each, and how labels follow each other."""

    slots: npt.NDArray[np.uint32]
    states: Floats
    follows: Floats


def learnt_by(model: Model) -> Learnt:
    """Give what a packed model holds, as it was learnt but for the rounding."""
    slots = np.flatnonzero(model.places)
    states = model.weights[model.places[slots], : len(LABELS)] * model.scale
    return Learnt(slots.astype(np.uint32), states, model.follows)


def mean_of(fits: Sequence[Learnt], shares: Sequence[float]) -> Learnt:
    """Average fits by their shares, which add up to one; a feature that a fit has not learnt weighs nothing there."""
    slots = np.unique(np.concatenate([each.slots for each in fits]))
    states = np.zeros((len(slots), len(LABELS)), dtype=np.float32)
    follows = np.zeros_like(fits[0].follows)
    for each, share in zip(fits, shares, strict=True):
        states[np.searchsorted(slots, each.slots)] += share * each.states
        follows += share * each.follows
    return Learnt(slots, states, follows)


def telling(learnt: Learnt, least: float) -> Learnt:
    """Leave out the features whose weights hardly count: those with none as great as `least`."""
    kept = np.abs(learnt.states).max(axis=1) >= least
    return Learnt(learnt.slots[kept], learnt.states[kept], learnt.follows)
