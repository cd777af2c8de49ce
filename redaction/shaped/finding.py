"""Trying every shape on a text."""

import re
from collections.abc import Iterable, Iterator

from redaction.findings import Finding
from redaction.shaped.shapes import DATE, NUMBERED, WORDED

_DIGIT = re.compile(r"\d")
_IN_BRACKETS = re.compile(rf" ?\(\W{{0,2}}(?P<v>{DATE})\W{{0,2}}\)", re.IGNORECASE)
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]")


def find_shaped(text: str) -> Iterator[Finding]:
    """Give everything in a folded text that has the shape of an identifier; overlapping ones are left to be merged."""
    shapes = (*WORDED, *NUMBERED) if _DIGIT.search(text) else WORDED
    for shape in shapes:
        group = "v" if "v" in shape.pattern.groupindex else 0
        for found in shape.pattern.finditer(text):
            value = found[group]
            if shape.check is None or shape.check(value):
                key = "".join(_LETTERS_AND_DIGITS.findall(value)).lower()
                yield Finding(
                    found.start(group), found.end(group), shape.kind, "shaped", shape.certainty, shape.reason, key=key
                )


def find_births_beside(text: str, people: Iterable[Finding]) -> Iterator[Finding]:
    """Give each date in brackets right after somebody's name."""
    for person in people:
        found = _IN_BRACKETS.match(text, person.end)
        if found:
            yield Finding(
                found.start("v"),
                found.end("v"),
                "birth",
                "shaped",
                0.9,
                "a date in brackets after a name",
                key=found["v"],
            )
