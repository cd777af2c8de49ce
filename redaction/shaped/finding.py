"""Trying every shape on a text."""

import re
from collections.abc import Iterable, Iterator

from redaction.findings import Finding
from redaction.shaped import online, personal, police
from redaction.shaped.shape import DATE

WITHOUT_DIGITS = online.WITHOUT_DIGITS
ALL = (*WITHOUT_DIGITS, *personal.WITH_DIGITS, *police.WITH_DIGITS, *online.WITH_DIGITS, *police.LAST)
_DIGIT = re.compile(r"\d")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]")
_IN_BRACKETS = re.compile(rf" ?\(\W{{0,2}}(?P<v>{DATE})\W{{0,2}}\)", re.IGNORECASE)


def find_shaped(text: str) -> Iterator[Finding]:
    """Give everything in a folded text that has the shape of an identifier; overlapping ones are left to be merged."""
    for shape in ALL if _DIGIT.search(text) else WITHOUT_DIGITS:
        group = "v" if "v" in shape.pattern.groupindex else 0
        for found in shape.pattern.finditer(text):
            value = found[group]
            if shape.check is None or shape.check(value):
                key = "".join(_LETTERS_AND_DIGITS.findall(value)).lower()
                start, end = found.span(group)
                yield Finding(start, end, shape.kind, "shaped", shape.certainty, shape.reason, key=key)


def find_births_beside(text: str, people: Iterable[Finding]) -> Iterator[Finding]:
    """Give each date in brackets right after somebody's name."""
    for person in people:
        found = _IN_BRACKETS.match(text, person.end)
        if found:
            start, end = found.span("v")
            yield Finding(start, end, "birth", "shaped", 0.9, "a date in brackets after a name", key=found["v"])
