"""Sentences with their identifiers between « and », and what the shapes make of them."""

import re

from redaction.normalising import normalise
from redaction.shaped.finding import find_shaped

_MASKED = 0.5
_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"«(.*?)»")


def covered(text: str) -> list[str]:
    """Give what the shapes would mask of a text."""
    normal = normalise(text)
    found = (finding for finding in find_shaped(normal.text) if finding.certainty >= _MASKED)
    return [text[slice(*normal.original(finding.start, finding.end))] for finding in found]


def uncovered(marked: str) -> list[str]:
    """Give the words between the marks that the shapes leave, and none of those between the marks that they should."""
    text = re.sub("[«»]", "", marked)
    normal = normalise(text)
    masked: set[int] = set()
    for finding in find_shaped(normal.text):
        if finding.certainty >= _MASKED:
            masked.update(range(*normal.original(finding.start, finding.end)))
    left: list[str] = []
    for number, part in enumerate(_MARKED.finditer(marked)):
        begin = part.start() - 2 * number
        left += [word[0] for word in _WORD.finditer(part[1]) if begin + word.start() not in masked]
    return left
