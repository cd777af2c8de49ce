"""Workbooks to be filled in or mended by hand and imported: the rejected rows of an extract, and an empty one.

A rejected row stands as it stood, with the cells in question marked and what is wrong in words before it. What a
spreadsheet would run, round or reformat is written so that it stays what it was.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from scrutiny_app.domain.cases import COLUMNS, Field, Kind
from scrutiny_app.domain.cells import EXCEL_DIGITS, Broken, Cell
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.importing import Problem
from scrutiny_app.files.writing import neutral, write_cell

if TYPE_CHECKING:
    from openpyxl.cell import Cell as PageCell
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

RejectedRow = tuple[int, list[Cell], list[Problem]]  # its number in the file it came from, its cells, what is wrong

MARKED, HEADER, NEEDED = "FFB366", "1D3557", "B3261E"
_TEXT_FORMAT, _DAY_FORMAT, _MOMENT_FORMAT = "@", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_FIRST_DAY = date(1900, 3, 1)  # a spreadsheet counts a day in February 1900 that never was
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STILL_HIDDEN = "\x80"  # a control character that a workbook can hold, so that the cell is refused until it is retyped
_REFERENCES = tuple(field.heading for field in COLUMNS if field.kind is Kind.REFERENCE)

HOW_TO_MEND = (
    "How to use this file",
    f"1. Each row of the first sheet was not imported. The column “{MENDING_HEADING}” says why, and what to do.",
    "2. Correct the cells that are marked in orange. An orange cell that is empty held nothing, or a formula, an error "
    "or part of merged cells: type the value itself.",
    "3. Delete a row that should not be imported at all.",
    "4. Leave the headings as they are. There is no need to take away the first column or the colours.",
    "5. Save the file as an Excel workbook (.xlsx), and import it. The rows that were imported before are not in it.",
    "This file holds personal data. Keep it where the extract is kept, and delete it when it has been imported.",
)
HOW_TO_FILL_IN = (
    "One row for each case: one finalised disposal given to one person.",
    "Columns with a red heading must be filled in. The others may be left empty, or taken away.",
)


def mending_workbook(
    headings: Sequence[str], rows: Iterable[RejectedRow], columns: Mapping[str, Sequence[int]]
) -> bytes:
    """Write rejected rows to be mended; `columns` says which columns of the file, from 0, fill each of our headings."""
    from openpyxl import Workbook  # at the point of use: it slows the start of a web process
    from openpyxl.styles import PatternFill

    book = Workbook(write_only=True)
    page = book.create_sheet("Rows to mend")
    _prepare(page, [60.0, *(float(min(max(len(heading) + 4, 14), 40)) for heading in headings)])
    page.append([_heading(page, words) for words in (MENDING_HEADING, *headings)])
    references = frozenset(column for heading in _REFERENCES for column in columns.get(heading, ()))
    marked = PatternFill("solid", start_color=MARKED)
    count = 0
    for number, cells, problems in rows:
        count += 1
        wrong = {column for problem in problems for column in columns.get(problem.column, ())}
        padded = [*cells, *[None] * (len(headings) - len(cells))]
        written = [_cell(page, cell, column in references) for column, cell in enumerate(padded)]
        for column in wrong:
            written[column].fill = marked
        page.append([_said(page, number, problems, marked), *written])
    page.auto_filter.ref = f"A1:{_letter(len(headings) + 1)}{count + 1}"
    _sentences(book.create_sheet("How to use this file"), HOW_TO_MEND)
    return neutral(book)


def template_workbook() -> bytes:
    """Write a workbook with our headings and no rows, and what belongs under each of them on a second sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("Cases")
    _prepare(page, [float(max(len(field.heading) + 4, 14)) for field in COLUMNS])
    for number, field in enumerate(COLUMNS, 1):
        formats = {Kind.REFERENCE: _TEXT_FORMAT, Kind.DATE: _DAY_FORMAT}
        page.column_dimensions[_letter(number)].number_format = formats.get(field.kind, "General")
    page.append([_heading(page, field.heading, NEEDED if field.required else HEADER) for field in COLUMNS])
    about = book.create_sheet("About the columns")
    _prepare(about, [32.0, 12.0, 22.0, 60.0, 80.0], freeze="A4")
    for sentence in HOW_TO_FILL_IN:
        about.append([sentence])
    about.append([_heading(about, words) for words in ("Column", "Needed", "Holds", "About", "Words to choose from")])
    for field in COLUMNS:
        about.append(_about(field))
    return neutral(book)


def _about(field: Field) -> list[str]:
    words = "; ".join(choice.title for choice in field.choices if choice.since)
    return [field.heading, "yes" if field.required else "", str(field.kind), field.about, words]


def _prepare(page: "Worksheet", widths: Sequence[float], freeze: str = "A2") -> None:
    page.freeze_panes = freeze
    for number, width in enumerate(widths, 1):
        page.column_dimensions[_letter(number)].width = width


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _heading(page: "Worksheet", words: str, ground: str = HEADER) -> "PageCell":
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = _cell(page, words)
    cell.fill, cell.font = PatternFill("solid", start_color=ground), Font(bold=True, color="FFFFFF")
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _said(page: "Worksheet", number: int, problems: Iterable[Problem], fill: "PatternFill") -> "PageCell":
    from openpyxl.styles import Alignment

    lines = [f"{problem.column}: {problem.found}. {problem.advice}" for problem in problems]
    cell = _cell(page, "\n".join([f"Row {number} of the file", *lines]))
    cell.fill, cell.alignment = fill, Alignment(vertical="top", wrap_text=True)
    return cell


def _cell(page: "Worksheet", value: Cell, reference: bool = False) -> "PageCell":
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page)
    kept = _kept(value, reference)
    if isinstance(kept, time | timedelta):
        cell.value = kept
    else:
        write_cell(cell, kept)
    if isinstance(kept, datetime) and kept.time() != time.min:
        cell.number_format = _MOMENT_FORMAT
    if reference and not isinstance(kept, int | float | date):
        cell.number_format = _TEXT_FORMAT  # empty ones too, so that what is typed there keeps its zeros
    return cell


def _kept(value: Cell, reference: bool) -> str | int | float | date | time | timedelta | None:
    """Give what a workbook can hold of a cell; a reference in figures becomes text, unless its digits are lost."""
    if isinstance(value, Broken):
        return None
    if isinstance(value, str):
        return _NO_XML.sub(_STILL_HIDDEN, value)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return value if day >= _FIRST_DAY else day.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return None
    if reference and isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value == int(value) and abs(value) < 10**EXCEL_DIGITS else value
    return value


def _sentences(page: "Worksheet", sentences: Sequence[str]) -> None:
    from openpyxl.styles import Alignment

    _prepare(page, [100.0])
    for sentence in sentences:
        cell = _cell(page, sentence)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        page.append([cell])
