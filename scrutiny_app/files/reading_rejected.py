"""Rows that were rejected, as they stood, so that a workbook can give them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.written_cells import unwritten, written

PEOPLE, CONDITIONS = "people", "conditions"  # sheets beside that of the cases


@dataclass(frozen=True)
class RejectedRow:
    """A row's number and its cells, one for each heading; `sheet` is empty for one of the cases'.

    The first row of another sheet holds its headings.
    """

    row: int
    cells: list[Cell]
    sheet: str = ""


class _Kept(msgspec.Struct, array_like=True):
    """A row as it is kept; those of the cases alone were kept once, without a sheet."""

    row: int
    cells: list[Any]
    sheet: str = ""


def unwritten_row(row: int, cells: Sequence[Any], sheet: str = "") -> RejectedRow:
    """Give a row back whose cells were written as JSON."""
    return RejectedRow(row, [unwritten(cell) for cell in cells], sheet)


def rejected_to_json(rows: Iterable[RejectedRow]) -> bytes:
    """Write rows as JSON: a list of each one's number, cells and sheet."""
    return msgspec.json.encode([(row.row, [written(cell) for cell in row.cells], row.sheet) for row in rows])


def rejected_from_json(data: bytes) -> list[RejectedRow]:
    """Read the rows back."""
    return [unwritten_row(kept.row, kept.cells, kept.sheet) for kept in msgspec.json.decode(data, type=list[_Kept])]
