"""A sheet of rows as it was found in a file, whatever the file's format, and the limits that every format keeps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem

MOST_ROWS = 1_048_576  # as many as a sheet can hold
MOST_COLUMNS = 500
TOO_WIDE = f"The sheet is more than {MOST_COLUMNS} columns wide. Delete the columns that are not needed."

_NULL, _NULL_TOO = "NULL", "(null)"  # as the tools of databases write nothing

Row = tuple[int, list[Cell]]  # its number as the file shows it, from 1, and its cells


class Sheet(Protocol):
    """Rows under a name, and its hidden columns from 0; `notes` gathers, while rows are read, what was left out.

    `from_1904` says that its file counts days from 1904.
    """

    name: str
    from_1904: bool
    hidden: frozenset[int]
    notes: list[Problem]

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the rows that are neither blank nor hidden; cells merged below the headings' row are broken."""

    def share(self) -> float:
        """Say how much of the sheet has been read, from 0 to 1."""

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the sheet's columns and cells: hidden columns, comments."""


@dataclass(frozen=True)
class Opened:
    """A file's sheets that can be seen, and sentences on those that cannot."""

    sheets: Sequence[Sheet]
    hidden: tuple[str, ...] = ()


def without_nulls(cells: list[Cell]) -> list[Cell]:
    """Give a row in which what the tools of databases write for nothing is a blank cell."""
    if _NULL not in cells and _NULL_TOO not in cells:
        return cells
    return ["" if cell in (_NULL, _NULL_TOO) else cell for cell in cells]


def words(cells: Sequence[Cell]) -> list[str]:
    """Give a row of cells as headings."""
    return ["" if cell is None or isinstance(cell, Broken) else str(cell) for cell in cells]


def note(row: int, column: str, fault: Fault, found: str) -> Problem:
    """Say what was left out, where."""
    return Problem(row, column, fault, found, ADVICE[fault])
