"""The conditions of a workbook's own sheet of them, held by case until the case's row comes by."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from scrutiny_app.domain.cell_words import SHARED_CELL
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_beside import ConditionsTwice
from scrutiny_app.domain.conditions_sheet import CaseConditions, completion_of, conditions_columns, number_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import ConditionsSeen
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.files.reading_answers import Wanted
from scrutiny_app.files.reading_headings import Headed, find_named, headings_at, shown
from scrutiny_app.files.reading_joins import case_number_at, shared_among
from scrutiny_app.files.tables import Opened, note


class Conditions:
    """Every condition of the sheet; `notes` say what of it is not loaded."""

    def __init__(self, one: Headed, case: int, said: dict[str, str] | None = None) -> None:
        columns = conditions_columns(one.sheet.name, told_apart(one.headings), case=case)
        if columns is None:
            raise Refused("The sheet of conditions has changed since it was looked at. Import the file again.")
        self._columns, self.one = columns, one
        self._completion = partial(completion_of, said=said)
        self._held: dict[str, CaseConditions] = {}
        self._rows: dict[str, list[int]] = {}
        self._placed: set[str] = set()
        self.rows = 0
        for number, cells in one.sheet.rows(one.row):
            if number > one.row:
                self._add(number, shown(one.sheet, cells))
        self.notes = list(self._aside())

    def _add(self, number: int, row: Sequence[Cell]) -> None:
        case = number_of(row[self._columns.case]) if self._columns.case < len(row) else ""
        self._held.setdefault(case, CaseConditions(self._columns, self._completion)).add(row)
        self._rows.setdefault(case, []).append(number)
        self.rows += 1

    @property
    def numbers(self) -> Collection[str]:
        """Give the numbers by which they name their cases."""
        return self._held.keys()

    def seen(self, cases: Headed, by: int) -> ConditionsSeen:
        """Say how they are joined to the cases by one of their columns, from 0."""
        columns, name = self._columns, self.one.sheet.name
        case = columns.headings[columns.case]
        headings = told_apart([*cases.headings, *columns.beside(name)])[len(cases.headings) :]
        seen = (name, self.one.row, case, cases.headings[by], tuple(headings), columns.fields)
        return ConditionsSeen(*seen, self.rows, columns.not_read)

    def of(self, cell: Cell) -> list[Cell]:
        """Give what stands beside a case's own cells, by the cell of its number."""
        number = number_of(cell)
        self._placed.add(number)
        held = self._held.get(number) if number else None
        return held.cells() if held else [None] * len(self._columns.fields)

    def rows_of(self, key: str) -> Sequence[int]:
        """Give the rows of the conditions that name a case by this number."""
        return self._rows.get(key, ())

    def rows_unplaced(self) -> Iterator[int]:
        """Give the rows of which no case has come by."""
        return (row for _, rows in self._unplaced() for row in rows)

    def _unplaced(self) -> Iterator[tuple[str, list[int]]]:
        return ((case, rows) for case, rows in self._rows.items() if not case or case not in self._placed)

    def unplaced(self) -> Iterator[Problem]:
        """Yield the conditions of which no case has come by."""
        for case, rows in self._unplaced():
            found = "a case number that is not in the file" if case else "no case number that can be read"
            yield from (note(row, self._where("case number"), Fault.CONDITION_WITHOUT_CASE, found) for row in rows)

    def _where(self, heading: str) -> str:
        return f"sheet “{self.one.sheet.name[:60]}”: {heading}"

    def _aside(self) -> Iterator[Problem]:
        for heading in self._columns.not_read:
            yield note(self.one.row, self._where(heading), Fault.NOT_LOADED, "a column that is not loaded")
        for problem in (*self.one.sheet.aside(self.one.cells), *self.one.sheet.notes):
            yield replace(problem, column=self._where(problem.column))


class Beside:
    """Puts what the sheet of conditions says beside the rows of the cases, under `headings`."""

    def __init__(self, conditions: Conditions, seen: ConditionsSeen, cases: Headed, mapping: Mapping | None) -> None:
        self.headings = seen.headings
        self.notes, self.unplaced = conditions.notes, conditions.unplaced
        self.conditions, self._by = conditions, cases.headings.index(seen.by)
        self._shared = _shared(conditions, cases, self._by, mapping) if mapping else frozenset()
        self._twice = ConditionsTwice(mapping, [*cases.headings, *seen.headings], seen) if mapping else None

    def key_of(self, row: Sequence[Cell]) -> str:
        """Give the number by which the conditions of a case name it."""
        return number_of(row[self._by])

    def row(self, row: Sequence[Cell]) -> list[Cell]:
        """Give a case's row with its conditions at its end."""
        number = row[self._by]
        beside = self.conditions.of(number)
        if self._shared and number_of(number) in self._shared:
            beside = [SHARED_CELL] * len(beside)
        whole = [*row, *beside]
        return self._twice.told(whole) if self._twice else whole


def join_conditions(opened: Opened, wanted: Wanted, cases: Headed) -> Beside | None:
    """Read the sheet of conditions that was looked at."""
    seen = wanted.conditions
    if seen is None:
        return None
    one = headings_at(find_named(opened, seen.sheet), seen.heading_row)
    headings = told_apart(one.headings)
    if seen.case not in headings or seen.by not in cases.headings:
        raise Refused("The sheet of conditions has changed since it was looked at. Import the file again.")
    said = wanted.mapping.words.get("conditions_completed")
    conditions = Conditions(one, headings.index(seen.case), said=said)
    return Beside(conditions, seen, cases, wanted.mapping)


def _shared(conditions: Conditions, cases: Headed, by: int, mapping: Mapping) -> frozenset[str]:
    """List the numbers of conditions that several cases share: none where they are the cases' own."""
    own = case_number_at(mapping, cases.headings)
    return frozenset() if own in (None, by) else shared_among(cases, by, own, conditions.numbers)
