"""Trying every shape on a text."""

import re
from collections.abc import Iterator

from redaction.findings import Finding
from redaction.shaped.shapes import NUMBERED, WORDED

_DIGIT = re.compile(r"\d")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]")


def find_shaped(text: str) -> Iterator[Finding]:
    """Give everything in a folded text that has the shape of an identifier; overlapping ones are left to be merged."""
    shapes = (*WORDED, *NUMBERED) if _DIGIT.search(text) else WORDED
    for shape in shapes:
        for found in shape.pattern.finditer(text):
            group = "v" if "v" in shape.pattern.groupindex else 0
            value = found[group]
            if shape.check is None or shape.check(value):
                key = "".join(_LETTERS_AND_DIGITS.findall(value)).lower()
                yield Finding(
                    found.start(group), found.end(group), shape.kind, "shaped", shape.certainty, shape.reason, key=key
                )
