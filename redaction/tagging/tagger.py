"""The tagger: gives the likely names among a text's words, each with how likely it is one."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from redaction import lexicon
from redaction.tagging.aspects import Aspects
from redaction.tagging.decoding import Floats, likelihoods
from redaction.tagging.doors import Doors, load_doors
from redaction.tagging.features import features
from redaction.tagging.labels import KINDS, OUTSIDE
from redaction.tagging.model import Model, load
from redaction.words import Word

FLOOR = 0.05
_HELD_TOGETHER = 0.35
_LONGEST_INITIALS = 2  # after a longer word a full stop ends the name, and the sentence
_JOINS = frozenset({" ", "-", "'", ". ", ".", ""})


class Reading(NamedTuple):
    """How likely each word is of a name, the number of its likeliest kind, and how likely numbers are homes."""

    named: Floats
    kinds: npt.NDArray[np.intp]
    doors: list[tuple[int, float]]


class Tagger:
    """Tags words; its model is read once a process, and it holds nothing of any text."""

    def __init__(self) -> None:
        """Load the model and the word lists; raises ModelUnreadable."""
        self._model = _model()
        self._doors = _doors()
        self._aspects = Aspects(lexicon.load())

    def names(self, words: Sequence[Word]) -> Iterator[tuple[int, int, str, float]]:
        """Give each likely name: its first word, the word after its last, PERSON, PLACE or ORG, and its probability.

        The words must be a whole text's, in order. A name's probability is that of its likeliest word; words are of
        one name when they touch and none is much less likely than the one before. Only names likelier than `FLOOR`
        are given: it is for the caller to say which are sure, and which are doubts.
        """
        if words:
            named, kinds, _ = self.read(words)
            yield from self.names_by(words, named, kinds)

    def read(self, words: Sequence[Word]) -> Reading:
        """Read a whole text's words, in order."""
        doors: list[tuple[int, float]] = []
        chances = self.chances(words, doors)
        kinds = chances[:, 1:].reshape(len(words), len(KINDS), 2).sum(axis=2).argmax(axis=1)
        return Reading(1 - chances[:, OUTSIDE], kinds, doors)

    def names_by(
        self, words: Sequence[Word], named: Floats, kinds: npt.NDArray[np.intp]
    ) -> Iterator[tuple[int, int, str, float]]:
        """Give the names of words that have been read."""
        for first, after in _runs(words, named, kinds):
            yield first, after, KINDS[kinds[first]], float(named[first:after].max())

    def chances(self, words: Sequence[Word], doors: list[tuple[int, float]] | None = None) -> Floats:
        """Give each word's probability of each of the labels; `doors` gets the numbers that may be homes."""
        parts: list[Floats] = []
        begin = 0
        for slots in features(words, self._aspects):
            parts.append(self._model.scores(slots))
            if doors is not None:
                doors += self._doors.likely(words, slots, begin)
            begin += slots.shape[1]
        opens = np.array([word.opens for word in words], dtype=np.intp)
        return likelihoods(np.concatenate(parts), opens, self._model.follows)


def _runs(words: Sequence[Word], named: Floats, kinds: npt.NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Give the runs of words that are likely names: of one kind, touching, and alike in how likely they are."""
    alike = np.minimum(named[1:], named[:-1]) >= _HELD_TOGETHER * np.maximum(named[1:], named[:-1])
    together = [False, *((kinds[1:] == kinds[:-1]) & alike).tolist()]  # with the word before
    first = after = -1
    for at in np.flatnonzero(named >= FLOOR).tolist():
        if at != after or not (
            together[at]
            and words[at].gap in _JOINS
            and ("." not in words[at].gap or len(words[at - 1].text) <= _LONGEST_INITIALS)
        ):
            if first >= 0:
                yield first, after
            first = at
        after = at + 1
    if first >= 0:
        yield first, after


@cache
def _model() -> Model:
    return load()


@cache
def _doors() -> Doors:
    return load_doors()
