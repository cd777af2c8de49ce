"""The rows of a workbook to be mended: each cell as it stood, in the look that keeps it what it was, or marked.

What a spreadsheet would run, round or reformat is written so that it stays what it was.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from math import isfinite
from typing import NamedTuple

from scrutiny_app.domain.cells import EXCEL_DIGITS, Broken, Cell
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.in_question import places_in_question
from scrutiny_app.domain.trial import RIGHTLY
from scrutiny_app.files.writing import LIKE_FORMULA, MOST_TEXT
from scrutiny_app.files.writing_rows import Look, blank_as_xml, bool_as_xml, number_as_xml, row_as_xml, text_as_xml

RejectedRow = tuple[
    int | str, Sequence[Cell], Sequence[Problem]
]  # its number in the file it came from, its cells, what is wrong
Kept = str | int | float | date | time | timedelta | None


class Pattern(NamedTuple):
    """How a cell looks: its number format, whether it stays text when it is edited, and whether it is marked."""

    number_format: str
    quoted: bool = False
    marked: bool = False
    wrapped: bool = False


GENERAL, TEXT, DAY, MOMENT = "General", "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
TIME, LENGTH = "h:mm:ss", "[hh]:mm:ss"
SAID = Pattern(GENERAL, marked=True, wrapped=True)
SAID_ALONE = Pattern(GENERAL, wrapped=True)  # of a row of which nothing is to be mended
PATTERNS = (
    SAID,
    SAID_ALONE,
    *(
        Pattern(number_format, quoted, marked)
        for number_format in (GENERAL, TEXT, DAY, MOMENT, TIME, LENGTH)
        for quoted in (False, True)
        for marked in (False, True)
    ),
)
_FIRST_DAY = date(1900, 3, 1)  # a spreadsheet counts a day in February 1900 that never was
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STILL_HIDDEN = "\x80"  # a control character that a workbook can hold, so that the cell is refused until it is retyped


class RowWriter:
    """Writes rejected rows as XML; `looks` are the patterns' own numbers in the workbook."""

    def __init__(self, looks: Mapping[Pattern, Look], letters: Sequence[str], references: frozenset[int]) -> None:
        self._looks = looks
        self._letters = letters  # of the columns, that of what to mend first
        self._references = references

    def row(self, at: int, rejected: RejectedRow, columns: Mapping[str, Sequence[int]]) -> str:
        """Write a row at its place in the sheet: what to mend, then its cells, those in question marked."""
        number, cells, problems = rejected
        wrong = {place for problem in problems for place in places_in_question(problem, cells, columns)}
        is_to_mend = any(problem.code not in RIGHTLY for problem in problems)
        written = [text_as_xml(f"A{at}", self._looks[SAID if is_to_mend else SAID_ALONE], said(number, problems))]
        for column, letter in enumerate(self._letters[1:]):
            cell = cells[column] if column < len(cells) else None
            written.append(self._cell(f"{letter}{at}", cell, column in self._references, column in wrong))
        return row_as_xml(at, written)

    def _cell(self, place: str, cell: Cell, reference: bool, marked: bool) -> str:
        kept = kept_of(cell, reference)
        if isinstance(kept, str):
            text = kept[:MOST_TEXT]
            quoted = text.startswith(LIKE_FORMULA)
            return text_as_xml(place, self._looks[_pattern(TEXT if reference else GENERAL, quoted, marked)], text)
        if kept is None:
            look = self._looks[_pattern(TEXT if reference else GENERAL, False, marked)]
            return blank_as_xml(place, look) if look else ""
        look = self._looks[_pattern(_format_of(kept), False, marked)]
        if isinstance(kept, bool):
            return bool_as_xml(place, look, kept)
        return number_as_xml(place, look, _since_midnight(kept) if isinstance(kept, time) else kept)


_pattern = cache(Pattern)


def said(number: int | str, problems: Iterable[Problem]) -> str:
    """Say what is wrong with a row, and what to do."""
    lines = [f"{problem.column}: {problem.found}. {problem.advice}" for problem in problems]
    return _NO_XML.sub(_STILL_HIDDEN, "\n".join([f"Row {number} of the file", *lines]))[:MOST_TEXT]


def kept_of(value: Cell, reference: bool) -> Kept:
    """Give what a workbook can hold of a cell; a reference in figures becomes text, unless its digits are lost."""
    if isinstance(value, str):
        return (value if value.isprintable() else _NO_XML.sub(_STILL_HIDDEN, value)) or None
    if isinstance(value, Broken):
        return None
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return value if day >= _FIRST_DAY else day.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return None
    if reference and isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value == int(value) and abs(value) < 10**EXCEL_DIGITS else value
    return value


def _format_of(kept: int | float | date | time | timedelta) -> str:
    if isinstance(kept, datetime):
        return MOMENT if kept.time() != time.min else DAY
    if isinstance(kept, date):
        return DAY
    return TIME if isinstance(kept, time) else LENGTH if isinstance(kept, timedelta) else GENERAL


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond)
