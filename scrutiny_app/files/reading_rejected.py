"""Rows that were rejected, as they stood, so that a workbook can give them back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.written_cells import unwritten, written


@dataclass(frozen=True)
class RejectedRow:
    """A row's number and its cells, one for each heading."""

    row: int
    cells: list[Cell]


def unwritten_row(row: int, cells: Sequence[Any]) -> RejectedRow:
    """Give a row back whose cells were written as JSON."""
    return RejectedRow(row, [unwritten(cell) for cell in cells])


def rejected_to_json(rows: Iterable[RejectedRow]) -> bytes:
    """Write rows as JSON: a list of each one's number and cells."""
    return msgspec.json.encode([(row.row, [written(cell) for cell in row.cells]) for row in rows])


def rejected_from_json(data: bytes) -> list[RejectedRow]:
    """Read the rows back."""
    return [unwritten_row(row, cells) for row, cells in msgspec.json.decode(data, type=list[tuple[int, list[Any]]])]
