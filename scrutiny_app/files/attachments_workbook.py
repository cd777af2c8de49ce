"""Reading a workbook that somebody attached: its visible sheets as lines of cells, and nothing that is hidden there."""

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from scrutiny_app.files.attachments_found import (
    MOST_CHARACTERS,
    WORKBOOK,
    Found,
    Refusal,
    counted,
    found,
)
from scrutiny_app.files.attachments_xml import DAMAGED, Package

MOST_SHEETS = 50
_FAR = "It has cells far below or beside the others, or too many. Copy what matters into a new workbook and send that."
_NOTHING_SHOWN = re.compile(r";;;+")


def read_workbook(data: bytes) -> Found:
    """Read a workbook's visible cells by their values; raise Refusal where it holds what may do something."""
    package = Package(data)
    if package.count(r"xl/(work|chart|dialog)sheets/[^/]+\.xml") > MOST_SHEETS:
        raise Refusal(f"It has more than {MOST_SHEETS} sheets. Send those that matter alone.")
    met: Counter[str] = Counter()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        sheets = [_sheet(sheet, met) for sheet in workbook.worksheets]
    except Refusal:
        raise
    except MemoryError:
        raise
    except Exception:  # the library stumbles over damaged parts in every way there is
        raise Refusal(DAMAGED) from None
    return found(WORKBOOK, "\n\n".join(filter(None, sheets)), _left_out(met, package))


def _sheet(sheet: Worksheet, met: Counter[str]) -> str:
    """Give a sheet's title and its lines, or nothing where one sees none."""
    if sheet.sheet_state != "visible":
        met["sheet"] += 1
        return ""
    if sheet.max_row * sheet.max_column > MOST_CHARACTERS:  # each would be a character at least
        raise Refusal(_FAR)
    columns = _hidden_columns(sheet)
    met["column"] += len(columns)
    lines = ["\t".join(line) for line in _lines(sheet, columns, met)]
    return "\n".join([f"Sheet {sheet.title}", *lines]) if any(map(str.strip, lines)) else ""


def _lines(sheet: Worksheet, columns: frozenset[int], met: Counter[str]) -> Iterator[list[str]]:
    for row in sheet.iter_rows():
        met["comment"] += sum(1 for cell in row if isinstance(cell, Cell) and cell.comment)
        number = row[0].row
        dimension = sheet.row_dimensions.get(number) if number is not None else None
        if dimension is not None and (dimension.hidden or dimension.height == 0):
            met["row"] += 1
            continue
        line = [_shown(cell, met) for cell in row if cell.column not in columns]
        while line and not line[-1]:
            line.pop()
        if line:
            yield line


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    hidden: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if (dimension.hidden or dimension.width == 0) and dimension.min and dimension.max:
            hidden.update(range(dimension.min, min(dimension.max, sheet.max_column) + 1))
    return frozenset(hidden)


def _shown(cell: Cell | MergedCell, met: Counter[str]) -> str:
    """Write a cell's value on one line; one that its format hides shows nothing."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(cell, Cell) and _NOTHING_SHOWN.fullmatch(str(cell.number_format)):
        met["cell"] += 1
        return ""
    match value:
        case bool():
            return "Yes" if value else "No"
        case datetime() if value.time() == time.min:
            return f"{value:%d/%m/%Y}"
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return " ".join(str(value).split())


def _left_out(met: Counter[str], package: Package) -> list[str]:
    return [
        *(said for one in ("sheet", "row", "column", "cell") for said in counted(met[one], f"hidden {one}")),
        *counted(met["comment"], "comment"),
        *counted(package.count(r"xl/drawings/drawing[^/]*\.xml"), "drawing"),
        *(["metadata"] if package.count(r"docProps/(core|app|custom)\.xml") else []),
    ]
