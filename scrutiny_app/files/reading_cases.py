"""Reading a file's cases: every row below the headings is mapped, checked and answered for, chunk by chunk."""

from collections.abc import Iterator
from dataclasses import replace

from scrutiny_app.domain.batches import BatchChecker, FoundCase, found
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_each_row import CaseLines, lines_differ
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Checker, Problem
from scrutiny_app.domain.mapping import Mapping, RowMapper
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.organised_names import OrganisedNames, SaidOrganisations
from scrutiny_app.domain.people_beside import PeopleBeside
from scrutiny_app.domain.people_each_row import differing, rows_together
from scrutiny_app.domain.people_sheet import Joined
from scrutiny_app.domain.perhaps_no_case import PerhapsNoCase
from scrutiny_app.domain.references import References
from scrutiny_app.domain.totals import place_below_cases, said_of_row
from scrutiny_app.files.reading_answers import ChunkEnd, Wanted
from scrutiny_app.files.reading_conditions import join_conditions
from scrutiny_app.files.reading_given_back import GivenBack, in_pieces
from scrutiny_app.files.reading_headings import Headed, find_named, shown
from scrutiny_app.files.reading_joined import cases_in
from scrutiny_app.files.reading_lines import joined_lines, wrong_with
from scrutiny_app.files.reading_paired import paired
from scrutiny_app.files.reading_parties import Parties, read_parties
from scrutiny_app.files.reading_rejected import CONDITIONS, PEOPLE
from scrutiny_app.files.reading_together import others_of, together
from scrutiny_app.files.reading_unread import UnreadSheets
from scrutiny_app.files.reading_unsent import Batch, Say, is_totals, length_of
from scrutiny_app.files.tables import MOST_ROWS, Opened, Row, note

TOGETHER = 200  # rows that are checked together, or a few where they are long
FEW = 10
MOST_TOGETHER = 2**22  # characters
MOST_HOPELESS = 50_000  # rows from the first, none of which is a case


class CaseReader:
    """Reads one file's cases as they are wanted."""

    def __init__(self, opened: Opened, wanted: Wanted) -> None:
        self._opened = opened
        self._wanted = wanted
        cases = cases_in(opened, wanted.headed_at, wanted.together)
        self._one: Headed = paired(cases, wanted.pairs, wanted.numbered_by)
        self._own = len(self._one.headings)  # columns of the sheet of the cases itself
        self._conditions = join_conditions(opened, wanted, self._one)
        if self._conditions:
            self._one = replace(self._one, headings=(*self._one.headings, *self._conditions.headings))
        self._unread = UnreadSheets(opened, wanted, self._one.headings[: self._own])
        self._mapper = RowMapper(
            wanted.mapping, self._one.headings, today=wanted.today, from_1904=self._one.sheet.from_1904
        )
        self._beside = PeopleBeside(wanted.mapping, self._one.headings)
        self._parties = Parties() if self._beside else None
        self._together = rows_together(wanted.mapping, self._one.headings)
        self._lines = self._lines_of(wanted.mapping)
        self._others: tuple[GivenBack, ...] = ()
        self._organised = OrganisedNames(
            wanted.organised, wanted.mapping, self._one.headings, confirmed=wanted.confirmed
        )
        self._said = SaidOrganisations(wanted.organisations, wanted.mapping.uses, self._one.headings, VICTIMS)
        self._checker = Checker(wanted.today, wanted.force)
        self._batch_checker = BatchChecker(self._checker)
        self._references = References()
        self._perhaps = PerhapsNoCase(wanted.mapping, self._one.headings)
        self._beyond = 0
        self._found = 0

    def _lines_of(self, mapping: Mapping) -> CaseLines | None:
        """Say how lines are joined; not at all where nobody has said that several lines may be of one case."""
        if mapping.lines is None:
            return None
        return CaseLines(mapping.lines, self._one.headings, mapping, from_1904=self._one.sheet.from_1904)

    def read(self, say: Say) -> None:
        """Say all the rows, chunk by chunk, and then what other sheets hold of those that were rejected."""
        wanted = self._wanted
        self._join_people()
        self._others = tuple(self._other_sheets())
        batch = Batch(notes=self._left_out())
        chunk, first, last, read, total = 0, 0, 0, 0, 0
        for rows in self._batches():
            for row, said in zip(rows, self._checked(rows), strict=True):
                checked = self._answered(row, said)
                total += not (isinstance(checked, list) and is_totals(checked))
                if chunk >= wanted.skip:
                    batch.put(row, checked)
                    batch.notes += () if isinstance(checked, list) else self._perhaps.of(*row)
                    batch.send_if_due(say)
            first, last, read = first or rows[0][0], rows[-1][0], read + len(rows)
            if read == wanted.chunk:
                self._require_hope((chunk + 1) * read)
                self._end(batch, say, ChunkEnd(chunk, first, last, total, self._one.sheet.share()))
                chunk, first, read, total = chunk + 1, 0, 0, 0
        batch.notes += self._last_notes()
        if read or batch.notes or self._one.sheet.notes or chunk == 0:
            self._end(batch, say, ChunkEnd(chunk, first, last, total, 1.0))
            chunk += 1
        self._give_back(batch, say, chunk)

    def _join_people(self) -> None:
        if self._wanted.parties_sheet:
            sheet = find_named(self._opened, self._wanted.parties_sheet)
            self._parties = read_parties(sheet, self._wanted.mapping, self._wanted.today, self._wanted.organisations)
            self._parties.join_to(self._one, self._wanted.mapping)

    def _answered(self, row: Row, said: FoundCase | list[Problem]) -> FoundCase | list[Problem]:
        """Say what becomes of a row, all else that stands with it seen."""
        checked = self._below_cases(*row, said) if isinstance(said, list) else said
        if wrong := wrong_with(row[1]):
            checked = [lines_differ(row[0], wrong), *(checked if isinstance(checked, list) else ())]
        checked = self._organised.seen_in(*row, checked)
        if not isinstance(checked, list):
            self._found += 1
        elif not is_totals(checked):
            for other in self._others:
                other.want(row[1])
        return checked

    def _give_back(self, batch: Batch, say: Say, chunk: int) -> None:
        """Say what other sheets hold of rejected rows, in chunks of their own."""
        for rows in in_pieces(self._others, self._wanted.chunk):
            for row in rows if chunk >= self._wanted.skip else ():
                batch.give_back(*row)
                batch.send_if_due(say)
            self._end(batch, say, ChunkEnd(chunk, 0, 0, 0, 1.0))
            chunk += 1

    def _other_sheets(self) -> Iterator[GivenBack]:
        """Give the sheets whose rows are to be given back with those of rejected cases."""
        if (people := self._parties) and people.one:
            yield GivenBack(
                PEOPLE, people.one, people, lambda row: people.key_of(self._mapper.cells(row), row), people.said.ended
            )
        if beside := self._conditions:
            yield GivenBack(CONDITIONS, beside.conditions.one, beside.conditions, beside.key_of)

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
            for count, row in enumerate(self._rows_of_cases(), 1):
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

    def _rows_of_cases(self) -> Iterator[Row]:
        """Yield a row a case, where the file has one or where several are read as one."""
        if self._together:
            return together(self._rows(), self._together)
        return joined_lines(self._one, self._rows(), self._lines) if self._lines else self._rows()

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
            yield number, self._said.ended(self._conditions.row(row) if self._conditions else row)

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
        at = None if is_totals(problems) else place_below_cases(row)
        if at is None:
            return problems
        column = self._one.headings[at][:60] or f"column {at + 1}"
        return [note(number, column, Fault.TOTALS, said_of_row({column: row[at]}))]

    def _joined(self, parties: Parties, number: int, row: list[Cell]) -> Joined:
        cells = self._mapper.cells(row)
        people, problems = self._beside.take(number, cells), list[Problem]()
        for at, other in others_of(row):
            more = self._mapper.cells(other)
            people += self._beside.take(at, more)
            problems += differing(at, cells, more)
        joined = parties.join(number, cells, row, people)
        joined.problems.extend(problems)
        return joined

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
        return self._parties.told_as_used([*notes, *self._parties.notes]) if self._parties else notes

    def _last_notes(self) -> list[Problem]:
        notes = self._references.notes()
        notes += self._parties.unplaced() if self._parties else ()
        notes += self._conditions.unplaced() if self._conditions else ()
        notes += self._unread.notes()
        if self._beyond:
            found = f"values in {self._beyond:,} rows"
            notes.append(note(1, "columns beyond the last heading", Fault.NOT_LOADED, found))
        return notes


def _is_much(rows: list[Row]) -> bool:
    """Say whether rows take much memory already, by the last of each few: to count them all costs more."""
    return len(rows) % FEW == 0 and len(rows) * length_of(rows[-1][1]) > MOST_TOGETHER
