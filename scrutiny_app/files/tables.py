"""A sheet of rows as it was found in a file, whatever the file's format, and the limits that every format keeps."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain.cells import Cell

MOST_BYTES = 200 * 2**20
MOST_ROWS = 1_048_576  # as many as a sheet can hold
MOST_COLUMNS = 500

Row = tuple[int, list[Cell]]  # its number as counted in the file, from 1, and its cells


@dataclass(frozen=True)
class Table:
    """An extract's headings and its rows, blank ones left out; the rows can be read once, and may yet be refused.

    `left_out` names the sheets that were not read because they are hidden.
    """

    headings: list[str]
    rows: Iterator[Row]
    left_out: tuple[str, ...] = ()


def words(cells: list[Cell]) -> list[str]:
    """Give a row of cells as headings."""
    return ["" if cell is None else str(cell) for cell in cells]
