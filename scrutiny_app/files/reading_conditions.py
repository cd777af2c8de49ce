"""The conditions of a workbook's own sheet of them, held by case until the case's row comes by."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_beside import ConditionsTwice, not_joined
from scrutiny_app.domain.conditions_sheet import CaseConditions, conditions_columns, number_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import ConditionsSeen
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.files.reading_answers import Wanted
from scrutiny_app.files.reading_headings import Headed, find_named, headings_at, shown
from scrutiny_app.files.tables import Opened, note

_SEARCHED = 5_000  # rows of the cases, for the column by which the conditions are theirs
_ENOUGH = 20  # rows of one column that name a case of the sheet of conditions


class Conditions:
    """Every condition of the sheet; `notes` say what of it is not loaded."""

    def __init__(self, one: Headed) -> None:
        columns = conditions_columns(one.sheet.name, told_apart(one.headings))
        if columns is None:
            raise Refused("The sheet of conditions has changed since it was looked at. Import the file again.")
        self._columns, self._one = columns, one
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
        self._held.setdefault(case, CaseConditions(self._columns)).add(row)
        self._rows.setdefault(case, []).append(number)
        self.rows += 1

    def seen(self, cases: Headed) -> ConditionsSeen | None:
        """Say how they are joined to the cases; None where no column of the cases holds their numbers."""
        by = self._joined_by(cases)
        if by is None:
            return None
        columns, name = self._columns, self._one.sheet.name
        case = columns.headings[columns.case]
        headings = told_apart([*cases.headings, *columns.beside(name)])[len(cases.headings) :]
        seen = (name, self._one.row, case, cases.headings[by], tuple(headings), columns.fields)
        return ConditionsSeen(*seen, self.rows, columns.not_read)

    def _joined_by(self, cases: Headed) -> int | None:
        """Give the column of the cases that holds most of the numbers."""
        found: Counter[int] = Counter()
        for number, cells in islice(cases.sheet.rows(), _SEARCHED):
            if number > cases.row:
                row = shown(cases.sheet, cells)[: len(cases.headings)]
                found.update(at for at, cell in enumerate(row) if (key := number_of(cell)) and key in self._held)
            if found and max(found.values()) >= _ENOUGH:
                break
        return found.most_common(1)[0][0] if found else None

    def of(self, cell: Cell) -> list[Cell]:
        """Give what stands beside a case's own cells, by the cell of its number."""
        number = number_of(cell)
        self._placed.add(number)
        held = self._held.get(number) if number else None
        return held.cells() if held else [None] * len(self._columns.fields)

    def unplaced(self) -> Iterator[Problem]:
        """Yield the conditions of which no case has come by."""
        for case, rows in self._rows.items():
            if case and case in self._placed:
                continue
            found = "a case number that is not in the file" if case else "no case number that can be read"
            yield from (note(row, self._where("case number"), Fault.CONDITION_WITHOUT_CASE, found) for row in rows)

    def _where(self, heading: str) -> str:
        return f"sheet “{self._one.sheet.name[:60]}”: {heading}"

    def _aside(self) -> Iterator[Problem]:
        for heading in self._columns.not_read:
            yield note(self._one.row, self._where(heading), Fault.NOT_LOADED, "a column that is not loaded")
        for problem in (*self._one.sheet.aside(self._one.cells), *self._one.sheet.notes):
            yield replace(problem, column=self._where(problem.column))


class Beside:
    """Puts what the sheet of conditions says beside the rows of the cases, under `headings`."""

    def __init__(self, conditions: Conditions, seen: ConditionsSeen, cases: Headed, mapping: Mapping | None) -> None:
        self.headings = seen.headings
        self.notes, self.unplaced = conditions.notes, conditions.unplaced
        self._conditions, self._by = conditions, cases.headings.index(seen.by)
        self._twice = ConditionsTwice(mapping, [*cases.headings, *seen.headings], seen) if mapping else None

    def row(self, row: Sequence[Cell]) -> list[Cell]:
        """Give a case's row with its conditions at its end."""
        whole = [*row, *self._conditions.of(row[self._by])]
        return self._twice.told(whole) if self._twice else whole


def join_conditions(opened: Opened, wanted: Wanted, cases: Headed) -> Beside | None:
    """Read the sheet of conditions that was looked at; raise Refused where its cases cannot be told by their number."""
    seen = wanted.conditions
    if seen is None:
        return None
    for fault in not_joined(wanted.mapping, seen):
        raise Refused(fault)
    conditions = Conditions(headings_at(find_named(opened, seen.sheet), seen.heading_row))
    return Beside(conditions, seen, cases, wanted.mapping)
