"""Documents turned into numbers: which features are common enough to be kept, and each word's features among them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from redaction.tagging.aspects import Aspects, Numbers
from redaction.tagging.features import features
from redaction.tagging.templates import SLOTS
from redaction.training.documents import Labelled
from redaction.training.fitting import Examples, segments_of


@dataclass(frozen=True)
class Kept:
    """The slots that are kept, in order; a slot's number among the weights is its place here, from one."""

    slots: Numbers


def slots_of(documents: Sequence[Labelled], aspects: Aspects) -> list[Numbers]:
    """Work out every document's features, a row for each word."""
    return [np.ascontiguousarray(np.concatenate(list(features(each.words, aspects)), axis=1).T) for each in documents]


def common_slots(slots: Sequence[Numbers], at_least: int) -> Kept:
    """Keep the slots met in at least so many documents: what one document alone shows is not learnt."""
    met = np.zeros(SLOTS, dtype=np.uint16)
    for each in slots:
        met[np.unique(each)] += 1
    return Kept(np.flatnonzero(met >= at_least).astype(np.uint32))


def examples_of(documents: Sequence[Labelled], slots: Sequence[Numbers], kept: Kept) -> Examples:
    """Lay all documents end to end as examples to fit to."""
    place = np.zeros(SLOTS, dtype=np.int32)
    place[kept.slots] = np.arange(1, len(kept.slots) + 1)
    segments: list[tuple[int, int]] = []
    begin = 0
    for document in documents:
        segments.extend(segments_of([word.opens for word in document.words], begin))
        begin += len(document.words)
    labels = [label for document in documents for label in document.labels]
    opens = [word.opens for document in documents for word in document.words]
    return Examples(
        np.concatenate([place[each] for each in slots]),
        np.array(labels, dtype=np.int32),
        np.array(opens, dtype=np.int32),
        segments,
    )
