"""What one row cannot show of its references: that some begin with 0 and others may have lost theirs.

Nothing is rejected for it: which zeros there were cannot be known, and a column may well hold both. It is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cases import FIELDS, Kind
from scrutiny_app.domain.cells import EXCEL_DIGITS, Cell
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem

_REFERENCES = tuple((f.name, f.heading) for f in FIELDS if f.kind is Kind.REFERENCE and f.name != "outcome_code")


@dataclass
class _Column:
    """What was seen in one column, and in which row each first stood."""

    zero_led: int = 0
    numbers: int = 0
    first_number: int = 0
    long: int = 0
    first_long: int = 0
    long_odd: int = 0  # those of 16 digits whose last is not 0: a spreadsheet did not round them

    def see(self, row: int, cell: Cell) -> None:
        """Take note of one row's reference."""
        if type(cell) is str and cell.isdigit():
            if cell[0] == "0":
                self.zero_led += 1
            elif len(cell) == EXCEL_DIGITS + 1:
                self.first_long = self.first_long or row
                self.long += 1
                self.long_odd += cell[-1] != "0"
        elif type(cell) is int or type(cell) is float:
            self.first_number = self.first_number or row
            self.numbers += 1


def _is_plain(cells: Sequence[Cell]) -> bool:
    """Say, of many cells at once, whether nothing stands out: all texts, none long or with a 0 before."""
    try:
        text = "\n".join(("", *cells))  # type: ignore[arg-type]  # it raises TypeError where one is no text
    except TypeError:
        return False
    return "\n0" not in text and EXCEL_DIGITS + 1 not in set(map(len, cells))  # type: ignore[arg-type]  # as above


class References:
    """Watches the rows of one file go by, and says at the end what to compare with the records system."""

    def __init__(self) -> None:
        self._columns = {name: _Column() for name, _ in _REFERENCES}

    def see(self, rows: Sequence[int], cells: Mapping[str, Sequence[Cell]]) -> None:
        """Take note of the references of rows of these numbers, their cells by the names of their columns."""
        for name, column in self._columns.items():
            if _is_plain(cells.get(name, ())):
                continue
            for row, cell in zip(rows, cells[name], strict=True):
                if type(cell) is not str or cell[:1] == "0" or len(cell) == EXCEL_DIGITS + 1:
                    column.see(row, cell)

    def notes(self) -> list[Problem]:
        """List the columns in doubt, each at the first row that gives cause; counts are told, values never."""
        notes = []
        for name, heading in _REFERENCES:
            seen = self._columns[name]
            if seen.zero_led and seen.numbers:
                rows = f"{seen.numbers:,} row{'s' if seen.numbers > 1 else ''}"
                found = f"a number (in {rows}), where other rows have text that begins with 0"
                notes.append(_note(seen.first_number, heading, Fault.LEADING_ZEROS, found))
            if seen.long and not seen.long_odd:
                found = f"a number of {EXCEL_DIGITS + 1} digits that ends in 0, as all such in this column do"
                notes.append(_note(seen.first_long, heading, Fault.DIGITS_IN_DOUBT, found))
        return notes


def _note(row: int, heading: str, fault: Fault, found: str) -> Problem:
    return Problem(row, heading, fault, found, ADVICE[fault])
