"""Reading a file's cases: every row below the headings is mapped, checked and answered for, chunk by chunk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import msgspec

from scrutiny_app.domain.batches import BatchChecker, FoundCase, found
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Checker, Problem
from scrutiny_app.domain.mapping import RowMapper
from scrutiny_app.domain.people_beside import PeopleBeside
from scrutiny_app.domain.people_sheet import Joined
from scrutiny_app.domain.references import References
from scrutiny_app.domain.totals import place_below_cases, said_of_row
from scrutiny_app.domain.written_cells import written
from scrutiny_app.files.reading_answers import ChunkEnd, Rows, Wanted
from scrutiny_app.files.reading_conditions import join_conditions
from scrutiny_app.files.reading_headings import Headed, find_named, headings_at, shown
from scrutiny_app.files.reading_parties import Parties, read_parties
from scrutiny_app.files.reading_unread import UnreadSheets
from scrutiny_app.files.tables import MOST_ROWS, Opened, Row, note

TOGETHER = 200  # rows that are checked together, or a few where they are long
FEW = 10
MOST_TOGETHER = 2**22  # characters
MOST_HOPELESS = 50_000  # rows from the first, none of which is a case
SENT = 200  # rows a line, or fewer where they are long
SENT_BYTES = 2**20
MOST_ROW = 2**21  # characters, of a row that is given back

Say = Callable[[msgspec.Struct], None]


@dataclass
class Batch:
    """The rows that have not been sent yet."""

    cases: list[FoundCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rejected: list[tuple[int, list[object]]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    size: int = 0

    def put(self, row: Row, checked: FoundCase | list[Problem]) -> None:
        """Add a case, a note of a row of totals, or a row with its problems."""
        if isinstance(checked, list) and _is_totals(checked):
            self.notes += checked
        elif isinstance(checked, list):
            self.problems += checked
            self._reject(*row)
        else:
            self.size += len(checked.record)
            self.cases.append(checked)

    def _reject(self, number: int, row: list[Cell]) -> None:
        length = _length(row)
        if length > MOST_ROW:
            raise Refused(
                f"Row {number} holds more than {MOST_ROW:,} characters. Shorten it and import the file again."
            )
        self.size += length
        self.rejected.append((number, [written(cell) for cell in row]))

    def is_due(self) -> bool:
        """Say whether there is enough to send."""
        return self.size > SENT_BYTES or len(self.cases) + len(self.rejected) >= SENT

    def send(self, say: Say) -> None:
        """Send them, and begin anew."""
        if self.cases or self.problems or self.rejected or self.notes:
            say(Rows(self.cases, self.problems, self.rejected, self.notes))
        self.cases, self.problems, self.rejected, self.notes, self.size = [], [], [], [], 0


class CaseReader:
    """Reads one file's cases as they are wanted."""

    def __init__(self, opened: Opened, wanted: Wanted) -> None:
        self._opened = opened
        self._wanted = wanted
        self._one: Headed = headings_at(find_named(opened, wanted.sheet), wanted.heading_row)
        self._own = len(self._one.headings)  # columns of the sheet of the cases itself
        self._conditions = join_conditions(opened, wanted, self._one)
        if self._conditions:
            self._one = replace(self._one, headings=(*self._one.headings, *self._conditions.headings))
        self._unread = UnreadSheets(opened, wanted)
        self._mapper = RowMapper(
            wanted.mapping, self._one.headings, today=wanted.today, from_1904=self._one.sheet.from_1904
        )
        self._beside = PeopleBeside(wanted.mapping, self._one.headings)
        self._parties = Parties() if self._beside else None
        self._checker = Checker(wanted.today, wanted.force)
        self._batch_checker = BatchChecker(self._checker)
        self._references = References()
        self._beyond = 0
        self._found = 0

    def read(self, say: Say) -> None:
        """Say all the rows, chunk by chunk."""
        wanted = self._wanted
        if wanted.parties_sheet:
            sheet = find_named(self._opened, wanted.parties_sheet)
            self._parties = read_parties(sheet, wanted.mapping, wanted.today)
            self._parties.join_to(self._one, wanted.mapping)
        batch = Batch(notes=self._left_out())
        chunk, first, last, read, total = 0, 0, 0, 0, 0
        for rows in self._batches():
            for row, said in zip(rows, self._checked(rows), strict=True):
                checked = self._below_cases(*row, said) if isinstance(said, list) else said
                total += not (isinstance(checked, list) and _is_totals(checked))
                if chunk >= wanted.skip:
                    batch.put(row, checked)
                    if batch.is_due():
                        batch.send(say)
                self._found += not isinstance(checked, list)
            first, last, read = first or rows[0][0], rows[-1][0], read + len(rows)
            if read == wanted.chunk:
                self._require_hope((chunk + 1) * read)
                self._end(batch, say, ChunkEnd(chunk, first, last, total, self._one.sheet.share()))
                chunk, first, read, total = chunk + 1, 0, 0, 0
        batch.notes += self._last_notes()
        if read or batch.notes or self._one.sheet.notes or chunk == 0:
            self._end(batch, say, ChunkEnd(chunk, first, last, total, 1.0))

    def _require_hope(self, rows: int) -> None:
        if rows >= MOST_HOPELESS and not self._found:
            raise Refused(
                f"None of the file's first {rows:,} rows is a case. Check what its columns hold, and import it again."
            )

    def _end(self, batch: Batch, say: Say, end: ChunkEnd) -> None:
        batch.notes += self._one.sheet.notes
        self._one.sheet.notes.clear()
        if end.number < self._wanted.skip:
            batch.notes.clear()
            return
        batch.send(say)
        say(end)

    def _batches(self) -> Iterator[list[Row]]:
        """Yield rows some at a time, never of two chunks together; those before a refusal come before it."""
        rows: list[Row] = []
        try:
            for count, row in enumerate(self._rows(), 1):
                rows.append(row)
                if len(rows) == TOGETHER or count % self._wanted.chunk == 0 or _is_much(rows):
                    yield rows
                    rows = []
        except Refused:
            if rows:
                yield rows
            raise
        if rows:
            yield rows

    def _rows(self) -> Iterator[Row]:
        one, width = self._one, self._own
        count = 0
        for number, cells in one.sheet.rows(one.row):
            if number <= one.row:
                continue
            row = shown(one.sheet, cells) if one.sheet.hidden else cells
            if len(row) < width:
                row = [*row, *[""] * (width - len(row))]
            elif len(row) > width:
                row = self._cut(row, width)
                if not any(cell != "" for cell in row):
                    continue
            count += 1
            if count > MOST_ROWS:
                raise Refused(f"The file has more than {MOST_ROWS:,} rows. Import it in parts.")
            yield number, self._conditions.row(row) if self._conditions else row

    def _cut(self, row: list[Cell], width: int) -> list[Cell]:
        if any(cell != "" for cell in row[width:]):
            self._beyond += 1
        return row[:width]

    def _checked(self, rows: list[Row]) -> Iterator[FoundCase | list[Problem]]:
        if self._parties:
            parties = self._parties
            return (self._with_people(number, self._joined(parties, number, row)) for number, row in rows)
        numbers, columns = [number for number, _ in rows], self._mapper.columns([row for _, row in rows])
        self._references.see(numbers, columns)
        self._unread.see(columns)
        return self._batch_checker.check(numbers, columns)

    def _below_cases(self, number: int, row: list[Cell], problems: list[Problem]) -> list[Problem]:
        """Tell once that a row is one of totals, where the word stands in a column that is not loaded."""
        at = None if _is_totals(problems) else place_below_cases(row)
        if at is None:
            return problems
        column = self._one.headings[at][:60] or f"column {at + 1}"
        return [note(number, column, Fault.TOTALS, said_of_row({column: row[at]}))]

    def _joined(self, parties: Parties, number: int, row: list[Cell]) -> Joined:
        cells = self._mapper.cells(row)
        return parties.join(number, cells, row, self._beside.take(number, cells))

    def _with_people(self, number: int, joined: Joined) -> FoundCase | list[Problem]:
        columns = {name: [cell] for name, cell in joined.cells.items()}
        self._references.see([number], columns)
        self._unread.see(columns)
        checked = self._checker.row(number, joined.cells)
        if joined.problems:
            return [*(checked if isinstance(checked, list) else ()), *joined.problems]
        return checked if isinstance(checked, list) else found(checked, joined.parties)

    def _left_out(self) -> list[Problem]:
        """List what is known not to be read before any row is: columns, comments."""
        notes = [
            note(1, heading, Fault.NOT_LOADED, "a column that is not loaded") for heading in self._mapper.not_loaded
        ]
        notes += self._one.sheet.aside(self._one.cells)
        notes += self._conditions.notes if self._conditions else ()
        return notes + (self._parties.notes if self._parties else [])

    def _last_notes(self) -> list[Problem]:
        notes = self._references.notes()
        notes += self._parties.unplaced() if self._parties else ()
        notes += self._conditions.unplaced() if self._conditions else ()
        notes += self._unread.notes()
        if self._beyond:
            found = f"values in {self._beyond:,} rows"
            notes.append(note(1, "columns beyond the last heading", Fault.NOT_LOADED, found))
        return notes


def _is_totals(problems: list[Problem]) -> bool:
    """Say whether a row was found to be one of totals: it is told, and is neither a case nor a row to be mended."""
    return all(problem.code == Fault.TOTALS for problem in problems)


def _is_much(rows: list[Row]) -> bool:
    """Say whether rows take much memory already, by the last of each few: to count them all costs more."""
    return len(rows) % FEW == 0 and len(rows) * _length(rows[-1][1]) > MOST_TOGETHER


def _length(row: list[Cell]) -> int:
    return sum(len(cell) for cell in row if isinstance(cell, str))
