"""Officers' numbers where a text or paragraph is signed, told by where they stand: the last of it."""

import re
from collections.abc import Iterator

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.shaped import looks
from redaction.shaped.police import RANKS

_NUMBER = re.compile(r"(?<![\w£$€.,:/*\-])(?:[A-Z]{2,3} ?)?\d{4,5}(?![\w%/*\-])")
_SENTENCE_OR_LINE = re.compile(r"(?:[.!?][\"')]? |\n[ \t]*)\Z")
_PARAGRAPH_ENDS = re.compile(r"\.?[ \t]*(?:\n[ \t]*\n|\n?\Z)")
_TEXT_ENDS = re.compile(r"\s*\Z")
_SURNAME_AND_END = re.compile(r" [A-Z][A-Za-z'\-]{2,24}\.?\s*\Z")
_CLOCK = re.compile(CLOCK)
_RANKS = frozenset(RANKS.split())
_FURTHEST_BACK = 12


def find_signatures(text: str) -> Iterator[Finding]:
    """Give each number that stands alone at a paragraph's or text's end, or before the surname that ends a text."""
    for number in _NUMBER.finditer(text):
        before = _SENTENCE_OR_LINE.search(text, max(0, number.start() - _FURTHEST_BACK), number.start())
        if before and _signs(text, number, on_a_line=before[0].startswith("\n")):
            yield Finding(*number.span(), "collar", "shaped", 0.8, "a number that signs", key=number[0].lower())


def _signs(text: str, number: re.Match[str], *, on_a_line: bool) -> bool:
    """Say whether a number ends what it stands in: in a line of its own only where the text ends, and then no time."""
    letters, figures = number[0].rstrip("0123456789 "), number[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    if looks.is_year(figures) or looks.everyday(letters) or looks.process(letters) or letters.lower() in _RANKS:
        return False
    if on_a_line:
        ends = _TEXT_ENDS.match(text, number.end()) or _SURNAME_AND_END.match(text, number.end())
        return ends is not None and (bool(letters) or not _CLOCK.fullmatch(figures))
    ends = _PARAGRAPH_ENDS.match(text, number.end()) or _SURNAME_AND_END.match(text, number.end())
    return ends is not None
