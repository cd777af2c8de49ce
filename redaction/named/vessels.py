"""Boats by the word before their names, with the number of their port: the trawler Guillemot (XY 42)."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.named import cues
from redaction.words import Word

_KINDS = frozenset("boat narrowboat vessel yacht trawler ship dinghy barge lifeboat cruiser nb mv fv".split())
_SHORT = frozenset("nb mv fv".split())  # nota bene too: a name after one stands in quotation marks
_CALLED = frozenset("called named the".split())
_OPENING = frozenset((" ", ' "', " '"))
_MOST = 4
_LONGEST_PORT = 3
_NUMBER = re.compile(r"[1-9]\d?|[IVX]{1,3}")


def find_vessels(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each boat's name, a capital or several after its kind, and the letters and figures in brackets after it."""
    for at in [at for at in index.unusual if at and words[at].gap in _OPENING and words[at].text.istitle()]:
        before = words[at - 2] if at > 1 and words[at - 1].low in _CALLED else words[at - 1]
        if before.low not in _KINDS:
            continue
        if (before.low in _SHORT and words[at].gap == " ") or words[at].low in cues.TITLES:
            continue
        last = at
        while last + 1 < len(words) and last - at < _MOST and words[last + 1].gap == " " and words[last + 1].capital:
            last += 1
        if last + 1 < len(words) and words[last + 1].gap == " " and _NUMBER.fullmatch(words[last + 1].text):
            last += 1
        name = " ".join(word.low for word in words[at : last + 1])
        yield Finding(words[at].start, words[last].end, "place", "named", 0.7, "a boat's name", key=name)
        number = _port_number(words, last + 1)
        if number:
            yield number


def _port_number(words: Sequence[Word], at: int) -> Finding | None:
    """Give the port's letters and the figures after them, in brackets."""
    if at + 1 >= len(words) or words[at].gap not in (" (", '" (') or words[at + 1].gap not in (" ", "-"):
        return None
    letters, figures = words[at], words[at + 1]
    if not (letters.text.isupper() and len(letters.text) <= _LONGEST_PORT and figures.text.isdigit()):
        return None
    key = f"{letters.low}{figures.low}"
    return Finding(letters.start, figures.end, "reference", "shaped", 0.8, "a boat's number", key=key)
