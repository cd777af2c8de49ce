"""What has been read of a file's rows and not been sent yet."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from scrutiny_app.domain.batches import FoundCase
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.written_cells import written
from scrutiny_app.files.reading_answers import Rows
from scrutiny_app.files.reading_lines import lines_in
from scrutiny_app.files.reading_together import others_of
from scrutiny_app.files.tables import Row

SENT = 200  # rows a line, or fewer where they are long
SENT_BYTES = 2**20
MOST_ROW = 2**21  # characters, of a row that is given back

Say = Callable[[msgspec.Struct], None]


@dataclass
class Batch:
    """The rows that have not been sent yet."""

    cases: list[FoundCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rejected: list[tuple[int, list[object], str]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    size: int = 0

    def put(self, row: Row, checked: FoundCase | list[Problem]) -> None:
        """Add a case, a note of a row of totals, or a row with its problems."""
        if isinstance(checked, list) and is_totals(checked):
            self.notes += checked
        elif isinstance(checked, list):
            self.problems += checked
            for one in (*lines_in(row), *others_of(row[1])):
                self.give_back(*one)
        else:
            self.size += len(checked.record)
            self.cases.append(checked)

    def give_back(self, number: int, row: list[Cell], sheet: str = "") -> None:
        """Add a row as it stands, of a rejected case or of another sheet, that is to be mended."""
        length = length_of(row)
        if length > MOST_ROW:
            raise Refused(
                f"Row {number} holds more than {MOST_ROW:,} characters. Shorten it and import the file again."
            )
        self.size += length
        self.rejected.append((number, [written(cell) for cell in row], sheet))

    def send_if_due(self, say: Say) -> None:
        """Send them where there is enough."""
        if self.size > SENT_BYTES or len(self.cases) + len(self.rejected) >= SENT:
            self.send(say)

    def send(self, say: Say) -> None:
        """Send them, and begin anew."""
        if self.cases or self.problems or self.rejected or self.notes:
            say(Rows(self.cases, self.problems, self.rejected, self.notes))
        self.cases, self.problems, self.rejected, self.notes, self.size = [], [], [], [], 0


def is_totals(problems: list[Problem]) -> bool:
    """Say whether a row was found to be one of totals: it is told, and is neither a case nor a row to be mended."""
    return all(problem.code == Fault.TOTALS for problem in problems)


def length_of(row: list[Cell]) -> int:
    """Count the characters of a row."""
    return sum(len(cell) for cell in row if isinstance(cell, str))
