"""Annotated text as the tagger learns it: words, each with the label that it should get."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redaction.lexicon import Lexicon
from redaction.normalising import normalise
from redaction.tagging.classes import CLASS
from redaction.tagging.labels import LABELS, OUTSIDE
from redaction.words import Word, split_words

_TITLES = frozenset({1, 2})  # the classes of titles and ranks
_HANDLE = re.compile(r"[@#] ?$")
IGNORED = -1


@dataclass(frozen=True)
class Mention:
    """A name in a text: where it stands, and PERSON, PLACE or ORG."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Document:
    """One annotated text; `source` tells where it is from."""

    source: str
    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Labelled:
    """A document's words, and for each the number of its label."""

    words: list[Word]
    labels: list[int]


def label_words(document: Document, lexicon: Lexicon) -> Labelled:
    """Split a document and label its words; what follows @ or # is nobody's name as written."""
    normal = normalise(document.text)
    words = split_words(normal.text, lexicon)
    labels = [OUTSIDE] * len(words)
    for mention in sorted(document.mentions, key=lambda each: each.start):
        inside = [place for place, word in enumerate(words) if _is_in(normal.original(word.start, word.end), mention)]
        inside = _without_titles(words, inside)
        for nth, place in enumerate(inside):
            labels[place] = LABELS.index(f"{'I' if nth else 'B'}-{mention.label}")
    for place, word in enumerate(words):
        if _HANDLE.search(word.gap):
            labels[place] = OUTSIDE
    return Labelled(words, labels)


def _is_in(extent: tuple[int, int], mention: Mention) -> bool:
    return mention.start < extent[1] and extent[0] < mention.end


def _without_titles(words: Sequence[Word], inside: Sequence[int]) -> list[int]:
    kept = list(inside)
    while len(kept) > 1 and (words[kept[0]].low == "the" or CLASS.get(words[kept[0]].low) in _TITLES):
        kept.pop(0)
    if kept and words[kept[-1]].low == "s" and words[kept[-1]].gap == "'":
        kept.pop()
    return kept


def label_all(documents: Iterable[Document], lexicon: Lexicon) -> list[Labelled]:
    """Label many documents, leaving out those with no words."""
    labelled = (label_words(document, lexicon) for document in documents)
    return [each for each in labelled if each.words]
