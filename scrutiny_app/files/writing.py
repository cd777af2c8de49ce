"""Writing tables as workbooks and CSV that say nothing but their cells, and the same bytes for the same cells.

A spreadsheet runs what begins like a formula, so in a workbook every text is written as text, and in CSV, which has no
types, such a text is led by an apostrophe (OWASP, CSV injection).
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from scrutiny_app.files.writing_rows import ZIP_EPOCH

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"  # as browsers know a workbook

Written = str | int | float | date | None

_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  a workbook's properties and a zip's directory know no zones
MOST_TEXT = 32_767  # characters in a workbook's cell
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_TITLE = re.compile(r"[\\/*?:\[\]]")
_HEADER_COLOURS = ("FFFFFF", "1D3557")  # words, ground
_NARROWEST, _WIDEST = 10, 60
_LONGEST_TAB = 31  # characters


@dataclass(frozen=True)
class Sheet:
    """One table: its title, the words over its columns, and its rows."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Written]]


def write_workbook(sheets: Iterable[Sheet]) -> bytes:
    """Write tables as sheets of one workbook, each with a frozen, filtered header and columns to fit their words."""
    from openpyxl import Workbook  # at the point of use: it slows the start of a web process

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_tab(sheet.title)), sheet)
    return neutral(book)


def _tab(title: str) -> str:
    """Name a sheet in as many whole words of its title as a workbook takes."""
    name = _NOT_IN_TITLE.sub(" ", title)
    if len(name) <= _LONGEST_TAB:
        return name
    whole = name[: _LONGEST_TAB + 1].rpartition(" ")[0].rstrip(" ,:;")
    return whole if len(whole) > _LONGEST_TAB // 2 else name[:_LONGEST_TAB]


def neutral(book: "Workbook") -> bytes:
    """Save a workbook that says nothing of when, by whom or with what it was made."""
    properties = book.properties
    properties.creator = properties.lastModifiedBy = ""
    properties.created = properties.modified = _FIXED
    written = io.BytesIO()
    book.save(written)
    return _packed(written.getvalue())


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Written]]) -> bytes:
    """Write one table as CSV in UTF-8 with the mark that Excel needs to know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe(word) for word in header])
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Lead a text that a spreadsheet would run as a formula with an apostrophe."""
    return f"'{text}" if text.startswith(LIKE_FORMULA) else text


def _fill(page: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    words, ground = _HEADER_COLOURS
    wrapped = Alignment(vertical="top", wrap_text=True)
    for row_number, row in enumerate([sheet.header, *sheet.rows], 1):
        for column, value in enumerate(row, 1):
            cell = page.cell(row_number, column)
            write_cell(cell, value)
            if isinstance(value, str) and (len(value) > _WIDEST or "\n" in value):
                cell.alignment = wrapped
    for cell in page[1]:
        cell.fill, cell.font = PatternFill("solid", start_color=ground), Font(bold=True, color=words)
    for column, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def write_cell(cell: "Cell | MergedCell", value: Written) -> None:
    """Write a value in a cell of a workbook: text as text, whatever it looks like, and a date day first."""
    if isinstance(value, str):
        cell.value = _UNWRITABLE.sub("\ufffd", value)[:MOST_TEXT]
        cell.data_type = "s"  # openpyxl would take "=1+1" for a formula and "#N/A" for an error
        if value.startswith(LIKE_FORMULA):
            cell.quotePrefix = True  # so that it stays text when someone edits the cell
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def _widths(sheet: Sheet) -> list[float]:
    longest = [len(word) + 4 for word in sheet.header]  # room for the filter's button
    for row in sheet.rows:
        for column, value in enumerate(row):
            if value is not None:
                longest[column] = max(longest[column], 12 if isinstance(value, date) else len(str(value)) + 1)
    return [float(min(max(length, _NARROWEST), _WIDEST)) for length in longest]


def _packed(package: bytes) -> bytes:
    """Pack a workbook again without the moments at which it was written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":  # openpyxl stamps the moment of saving over what it was told
                content = re.sub(
                    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content
                )
            new.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
