"""Reading what a workbook says of its own codes on a sheet that lists them, as far as such a list is long."""

from collections.abc import Sequence

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.code_lists import MOST_CODES, CodeMeaning, codes_listed
from scrutiny_app.files.tables import Sheet

_MOST_SHEETS = 12
_MOST_CELLS = 10_000  # of a sheet: one with more is no list of codes


def code_lists(sheets: Sequence[Sheet]) -> tuple[CodeMeaning, ...]:
    """List the codes of those sheets, among some that are not read, that are lists of codes."""
    found: list[CodeMeaning] = []
    for sheet in sheets[:_MOST_SHEETS]:
        if rows := _all_rows(sheet):
            found += codes_listed(sheet.name, rows)
    return tuple(found[:MOST_CODES])


def _all_rows(sheet: Sheet) -> list[list[Cell]]:
    """Give a sheet's rows; none of one that is too long for a list of codes."""
    rows, seen = list[list[Cell]](), 0
    for _, cells in sheet.rows():
        rows.append(cells)
        seen += len(cells)
        if seen > _MOST_CELLS:
            return []
    return rows
