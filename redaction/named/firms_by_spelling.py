"""Firms told by how they are spelt: AgriSeek, Vets4All, Coffee#1, LANE AND SON."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_SURE = 0.6
_JOINED = re.compile(r"[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,}|\d(?:[A-Z][a-z]*|u))")

_LETTERED = re.compile(r"[A-Z]\d{1,2}")
_HEIRS = frozenset("son sons daughter daughters bros brothers".split())
_LEAST = 2


def firms_by_spelling(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each; makes and services that are everywhere stay."""
    for at in together(index.unusual, index.of(_HEIRS)):
        word = words[at]
        if word.gap == "#" and at and word.text.isdigit() and words[at - 1].text.istitle():
            yield _finding(words, at - 1, at)
        elif word.low in _HEIRS and _is_a_house(words, at, lexicon):
            yield _finding(words, at - 2, at)
        elif word.text is word.low or word.upper or not _JOINED.fullmatch(word.text):
            continue
        elif word.gap[-1:] not in ("@", "_", ".") and not _is_make(word, lexicon):
            yield _finding(words, at, at + _goes_on(words, at + 1))


def _is_a_house(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a founder and his heirs make a firm's name, in capitals each."""
    if at < _LEAST or words[at - 1].low != "and" or words[at].gap != " " or words[at - 1].gap != " ":
        return False
    founder, heirs = words[at - 2], words[at]
    cased = (founder.upper and heirs.upper) or (founder.text.istitle() and heirs.text.istitle())
    return cased and founder.low in lexicon.surnames and founder.low not in cues.PERSON


def _is_make(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.protected or word.low.removesuffix("s") in lexicon.protected


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether another capital, or a letter and figures, goes on with a firm's name: AirDuct N13."""
    if at >= len(words) or words[at].gap != " " or words[at].low in cues.PERSON:
        return False
    return words[at].text.istitle() or _LETTERED.fullmatch(words[at].text) is not None


def _finding(words: Sequence[Word], first: int, last: int) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    start, end = words[first].start, words[last].end
    return Finding(start, end, "organisation", "named", _SURE, "spelt as firms are", key=key)
