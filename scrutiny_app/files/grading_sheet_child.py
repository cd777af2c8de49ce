"""Reading the cells of a grading sheet, run as a process of its own; it answers with one frame, and an empty one.

A sheet is refused for a formula, merged cells, another sheet, a hidden one, or cells far from where any was made.
"""

import io
import os
import sys
import warnings
import zipfile
from collections.abc import Iterator

import msgspec
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading_sheets import Cells
from scrutiny_app.files import frames
from scrutiny_app.files.grading_sheet_reading import MOST_BYTES, Read
from scrutiny_app.files.reading_package import open_package
from scrutiny_app.files.sandbox import limit

MEMORY = 400 * 2**20
SECONDS = 10
MOST_INFLATED = 20 * 2**20
MOST_ROWS, MOST_COLUMNS = 2000, 50
_ANEW = "Get your sheet anew from your page of the round, and copy your answers into it."
_NO_SHEET = (
    "The file is not a grading sheet saved as .xlsx: it is another kind of file, is damaged, or holds what a sheet is "
    f"never made with, such as macros, links or embedded files. {_ANEW}"
)


def main() -> None:
    """Read the sheet, and answer."""
    limit(memory=MEMORY, seconds=SECONDS)
    with open(int(sys.argv[1]), "rb") as file:
        data = file.read(MOST_BYTES + 1)
    try:
        read = Read(cells=_cells(_page(data)))
    except Refused as refusal:
        read = Read(refused=[refusal.message])
    except (MemoryError, KeyboardInterrupt):
        os._exit(1)
    except Exception:  # the library stumbles over damaged parts in every way there is
        read = Read(refused=[_NO_SHEET])
    frames.send(sys.stdout.buffer, msgspec.json.encode(read))
    frames.send(sys.stdout.buffer, b"")


def _page(data: bytes) -> Worksheet:
    _check_package(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), keep_links=False)
    if len(book.sheetnames) != 1:
        raise Refused(f"A sheet was added to the workbook, seen or hidden. {_ANEW}")
    page = book.worksheets[0]
    if page.sheet_state != "visible":
        raise Refused(f"The sheet is hidden. {_ANEW}")
    if page.merged_cells.ranges:
        raise Refused(f"Cells were merged: {', '.join(sorted(map(str, page.merged_cells.ranges))[:5])}. {_ANEW}")
    if page.max_row > MOST_ROWS or page.max_column > MOST_COLUMNS:
        raise Refused(f"Cells were added far below the cases or beside them. {_ANEW}")
    return page


def _check_package(data: bytes) -> None:
    file = io.BytesIO(data)
    try:
        with open_package(file, len(data)) as package:
            inflated = sum(part.file_size for part in package.infolist())
    except (Refused, zipfile.BadZipFile):  # whose words are for extracts
        raise Refused(_NO_SHEET) from None
    if inflated > MOST_INFLATED:
        raise Refused(_NO_SHEET)


def _cells(page: Worksheet) -> Cells:
    formulas = [cell.coordinate for cell in _all(page) if cell.data_type == "f"]
    if formulas:
        raise Refused(f"There is a formula in {', '.join(formulas[:5])}: write what it says in its place.")
    if noted := [cell.coordinate for cell in _all(page) if isinstance(cell, Cell) and cell.comment]:
        raise Refused(f"There is a note on {', '.join(noted[:5])}: write it as your comment, and delete the note.")
    cells = [[_written(cell.value) for cell in row] for row in page.iter_rows(1, page.max_row, 1, page.max_column)]
    while cells and not any(cells[-1]):
        cells.pop()
    return cells


def _all(page: Worksheet) -> Iterator[Cell | MergedCell]:
    for row in page.iter_rows():
        yield from row


def _written(value: object) -> str:
    """Write a cell's value as the sheet was made with it: a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


if __name__ == "__main__":
    main()
