"""Reading a heading on several lines of its cell: as one text, or as two languages with a stroke between."""

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES
from scrutiny_app.domain.welsh_headings import is_welsh

_MOST_LINES = 4
_LONGEST_LINE = 60  # characters: a narrative of several lines is no heading


def on_one_line(heading: str) -> str:
    """Write a heading on one line: "Rhif yr Achos / Case No." where one line is Welsh, or both are known headings."""
    lines = [line for line in (" ".join(line.split()) for line in heading.splitlines()) if line]
    if len(lines) < 2 or fold("".join(lines)) in PHRASES:
        return " ".join(lines)
    parts = ((" ".join(lines[:at]), " ".join(lines[at:])) for at in range(1, len(lines)))
    two = next((part for part in parts if _are_two(*part)), None)
    return " / ".join(two or [" ".join(lines)])


def with_headings_on_lines(row: list[Cell]) -> list[Cell]:
    """Give a row that may be one of headings with its short texts each on one line."""
    return [on_one_line(cell) if isinstance(cell, str) and _may_be_heading(cell) else cell for cell in row]


def _may_be_heading(text: str) -> bool:
    lines = text.strip().splitlines()
    return 1 < len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST_LINE for line in lines)


def _are_two(one: str, other: str) -> bool:
    return is_welsh(one) != is_welsh(other) or (_is_known(one) and _is_known(other))


def _is_known(words: str) -> bool:
    return fold(words) in PHRASES or fold(words) in PARTY_PHRASES
