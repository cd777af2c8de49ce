"""Reading a file's cases: every row below the headings is mapped, checked and answered for, chunk by chunk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

import msgspec

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import CheckedCase, Problem, check_rows
from scrutiny_app.domain.mapping import RowMapper
from scrutiny_app.domain.people_sheet import Joined
from scrutiny_app.domain.references import References
from scrutiny_app.files.reading_answers import ChunkEnd, FoundCase, Rows, Wanted, written
from scrutiny_app.files.reading_headings import Headed, find_named, headings_at, shown
from scrutiny_app.files.reading_parties import Parties, read_parties
from scrutiny_app.files.tables import MOST_ROWS, Opened, note

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

    def keep(self, checked: CheckedCase, parties: list[dict[str, str | None]]) -> None:
        """Add a case, with those of its people who have no place in its fields."""
        facets = dict(checked.facets)
        day = facets.pop("disposal_date")
        assert isinstance(day, date)  # noqa: S101  a case without one has a problem
        record = msgspec.json.encode({**checked.record, "parties": parties} if parties else checked.record)
        self.size += len(record)
        self.cases.append(FoundCase(checked.row, checked.case_number, facets, day, msgspec.Raw(record)))  # type: ignore[arg-type]  # the one date is gone

    def reject(self, number: int, row: list[Cell]) -> None:
        """Add a row as it stood."""
        length = sum(len(cell) for cell in row if isinstance(cell, str))
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
        self._mapper = RowMapper(wanted.mapping, self._one.headings, today=wanted.today)
        self._parties: Parties | None = None
        self._references = References()
        self._number = 0
        self._row: list[Cell] = []
        self._joined: Joined | None = None
        self._beyond = 0

    def read(self, say: Say) -> None:
        """Say all the rows, chunk by chunk."""
        wanted = self._wanted
        if wanted.parties_sheet:
            sheet = find_named(self._opened, wanted.parties_sheet)
            self._parties = read_parties(sheet, wanted.mapping, wanted.today)
        batch = Batch(notes=self._left_out())
        chunk, first, total = 0, 0, 0
        for checked in check_rows(self._mapped(), wanted.today, wanted.force):
            first = first or self._number
            total += 1
            if chunk >= wanted.skip:
                self._put(batch, checked)
                if batch.is_due():
                    batch.send(say)
            if total == wanted.chunk:
                self._end(batch, say, ChunkEnd(chunk, first, self._number, total, self._one.sheet.share()))
                chunk, first, total = chunk + 1, 0, 0
        batch.notes += self._last_notes()
        if total or batch.notes or self._one.sheet.notes or chunk == 0:
            self._end(batch, say, ChunkEnd(chunk, first, self._number, total, 1.0))

    def _end(self, batch: Batch, say: Say, end: ChunkEnd) -> None:
        batch.notes += self._one.sheet.notes
        self._one.sheet.notes.clear()
        if end.number < self._wanted.skip:
            batch.notes.clear()
            return
        batch.send(say)
        say(end)

    def _mapped(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        one, width = self._one, len(self._one.headings)
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
            self._number, self._row = number, row
            mapped = self._mapper.cells(row)
            if self._parties:
                self._joined = self._parties.join(number, mapped)
                mapped = self._joined.cells
            self._references.see(number, mapped)
            yield number, mapped

    def _cut(self, row: list[Cell], width: int) -> list[Cell]:
        if any(cell != "" for cell in row[width:]):
            self._beyond += 1
        return row[:width]

    def _put(self, batch: Batch, checked: CheckedCase | list[Problem]) -> None:
        joined = self._joined
        if joined and joined.problems:
            checked = [*(checked if isinstance(checked, list) else ()), *joined.problems]
        if isinstance(checked, list):
            batch.problems += checked
            batch.reject(self._number, self._row)
        else:
            batch.keep(checked, joined.parties if joined else [])

    def _left_out(self) -> list[Problem]:
        """List what is known not to be read before any row is: columns, sheets, comments."""
        read = {self._wanted.sheet, self._wanted.parties_sheet}
        notes = [
            note(1, heading, Fault.NOT_LOADED, "a column that is not loaded") for heading in self._mapper.not_loaded
        ]
        notes += self._one.sheet.aside(self._one.cells)
        notes += [note(1, f"sheet “{name[:60]}”", Fault.UNREAD_SHEET, "a hidden sheet") for name in self._opened.hidden]
        unread = [sheet.name for sheet in self._opened.sheets if sheet.name not in read]
        notes += [note(1, f"sheet “{name[:60]}”", Fault.UNREAD_SHEET, "a sheet") for name in unread]
        return notes + (self._parties.notes if self._parties else [])

    def _last_notes(self) -> list[Problem]:
        notes = self._references.notes()
        notes += self._parties.unplaced() if self._parties else ()
        if self._beyond:
            found = f"values in {self._beyond:,} rows"
            notes.append(note(1, "columns beyond the last heading", Fault.NOT_LOADED, found))
        return notes
