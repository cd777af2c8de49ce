"""Not reading again what was read before: an extract says the same few words thousands of times.

Only texts are remembered. A number is not, for 1, 1.0 and True are one key to a dictionary and three cells to
a reader; nor is anything long, or more than a column's usual words: what is remembered stays small in any file.
"""

from datetime import date

from scrutiny_app.domain.cells import Cell, Reader, Value

MOST_CELLS = 40_000  # more than a hundred years of days
MOST_CHARACTERS = 60


class Remembered(dict[Cell, Value]):
    """What cells read as, by the cell; one that is not there yet is read by the column's own reader."""

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: Cell) -> Value:
        """Read a cell, and remember it where that is safe and small; raise what the reader raises."""
        value = self.read(cell)
        if type(cell) is str and len(cell) <= MOST_CHARACTERS:
            if len(self) >= MOST_CELLS:
                self.clear()
            self[cell] = value
        return value


def remembering(read: Reader) -> Reader:
    """Make a reader that gives what `read` gives, sooner; not for values that a caller might change."""
    return Remembered(read).__getitem__


def remembering_days(read: Reader) -> Reader:
    """Make the same of a column of dates, where a date cell needs no reading."""
    remembered = Remembered(read)

    def read_day(cell: Cell) -> Value:
        return cell if type(cell) is date else remembered[cell]

    return read_day
