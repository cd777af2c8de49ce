"""Workbooks to be filled in or mended by hand and imported: the rejected rows of an extract, and an empty one.

A rejected row stands as it stood, with the cells in question marked and what is wrong in words before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrutiny_app.domain.cases import COLUMNS, Field, Kind
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.group_fields import heading_in
from scrutiny_app.domain.mended import MENDING_GUIDE, OTHERS_TOO, copy_people
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.people_rows import SHEET
from scrutiny_app.files.mending_rows import DAY, PATTERNS, TEXT, Pattern, RejectedRow, RowWriter
from scrutiny_app.files.writing import neutral, write_cell
from scrutiny_app.files.writing_rows import looks_of, with_rows

if TYPE_CHECKING:
    from openpyxl.cell import Cell as PageCell
    from openpyxl.worksheet.worksheet import Worksheet

MARKED, HEADER, NEEDED = "FFB366", "1D3557", "B3261E"
_FIRST_ROW = 2  # of a sheet, where its rows stand
_REFERENCES = (
    *(one.heading for one in COLUMNS if one.kind is Kind.REFERENCE),
    *(heading_in(SHEET, one.name) for one in PARTY_COLUMNS if one.kind is Kind.REFERENCE),
)

HOW_TO_MEND = (
    MENDING_GUIDE,
    f"1. Each row of the first sheet was not imported. The column “{MENDING_HEADING}” says why, and what to do.",
    "2. Correct what is wrong in the cells that are marked in orange. An orange cell that is empty held nothing, or a "
    "formula, an error or part of merged cells: type the value itself.",
    "3. Delete a row that should not be imported at all. Rows that were rightly left out, such as those of charges, "
    "stand last and need nothing.",
    "4. Leave the headings as they are, and add a column only where a row’s words ask for one. There is no need to "
    "take away the first column or the colours.",
    "5. Save the file as an Excel workbook (.xlsx), and import it. The rows that were imported before are not in it.",
    "This file holds personal data. Keep it where the extract is kept, and delete it when it has been imported.",
)
HOW_TO_FILL_IN = (
    "One row for each case: one finalised disposal given to one person.",
    "Columns with a red heading must be filled in. The others may be left empty, or taken away.",
)


@dataclass(frozen=True)
class SheetToMend:
    """Rows to be mended; `columns` says which columns of the sheet, from 0, fill each of our headings."""

    headings: Sequence[str]
    rows: Sequence[RejectedRow]
    columns: Mapping[str, Sequence[int]]
    name: str = "Rows to mend"


def mending_workbook(
    cases: SheetToMend, others: Sequence[SheetToMend] = (), without_people: str | None = None
) -> bytes:
    """Write rejected rows to be mended, and after them what stands on other sheets of their cases.

    `without_people` names a sheet of the file on which their people stand, where that is none of the others.
    """
    sheets = (cases, *others)
    package = _without_rows(sheets, without_people)
    for at, sheet in enumerate(sheets, 1):
        package = _with_rows(package, f"xl/worksheets/sheet{at}.xml", sheet)
    return package


def _with_rows(package: bytes, place: str, sheet: SheetToMend) -> bytes:
    looks = dict(zip(PATTERNS, looks_of(package, place, _FIRST_ROW), strict=True))
    references = frozenset(column for heading in _REFERENCES for column in sheet.columns.get(heading, ()))
    writer = RowWriter(looks, [_letter(number) for number in range(1, len(sheet.headings) + 2)], references)
    written = (writer.row(at, row, sheet.columns) for at, row in enumerate(sheet.rows, _FIRST_ROW))
    return with_rows(package, place, _FIRST_ROW, written)


def _without_rows(sheets: Sequence[SheetToMend], without_people: str | None) -> bytes:
    """Make the workbook with patterns in the place of its rows: one cell for each look that a cell may have."""
    from openpyxl import Workbook  # at the point of use: it slows the start of a web process

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _prepare(page, [60.0, *(float(min(max(len(heading) + 4, 14), 40)) for heading in sheet.headings)])
        page.append([_heading(page, words) for words in (MENDING_HEADING, *sheet.headings)])
        page.append([_pattern(page, pattern) for pattern in PATTERNS])
        page.auto_filter.ref = f"A1:{_letter(len(sheet.headings) + 1)}{len(sheet.rows) + 1}"
    *steps, last = HOW_TO_MEND
    more = [OTHERS_TOO] if len(sheets) > 1 else []
    more += [copy_people(without_people)] if without_people else []
    _sentences(book.create_sheet(MENDING_GUIDE), [*steps, *more, last])
    return neutral(book)


def _pattern(page: "Worksheet", pattern: Pattern) -> "PageCell":
    from openpyxl.styles import Alignment, PatternFill

    cell = _cell(page, 1)
    cell.number_format, cell.quotePrefix = pattern.number_format, pattern.quoted
    if pattern.wrapped:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    if pattern.marked:
        cell.fill = PatternFill("solid", start_color=MARKED)
    return cell


def template_workbook() -> bytes:
    """Write a workbook with our headings and no rows, and what belongs under each of them on a second sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("Cases")
    _prepare(page, [float(max(len(field.heading) + 4, 14)) for field in COLUMNS])
    for number, field in enumerate(COLUMNS, 1):
        formats = {Kind.REFERENCE: TEXT, Kind.DATE: DAY}
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


def _cell(page: "Worksheet", value: str | int) -> "PageCell":
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page)
    write_cell(cell, value)
    return cell


def _sentences(page: "Worksheet", sentences: Sequence[str]) -> None:
    from openpyxl.styles import Alignment

    _prepare(page, [100.0])
    for sentence in sentences:
        cell = _cell(page, sentence)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        page.append([cell])
