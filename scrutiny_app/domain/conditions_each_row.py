"""One line a condition: lines of one case that are the same but for its conditions, read as one row.

What its conditions are, when they are due and whether all were kept is put together as a sheet of conditions has it.
Lines that differ in anything else are rejected: nobody can say which of them is right.
"""

from collections.abc import Callable, Sequence
from datetime import date

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.conditions_sheet import (
    CaseConditions,
    ConditionsColumns,
    completion_of,
    day_in,
    is_blank,
)
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.lines_read import LinesRead, LinesSeen
from scrutiny_app.domain.lines_recognised import OF_CONDITIONS, same_cells
from scrutiny_app.domain.numbered_pairs import fields_of_heading
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.styles import styler
from scrutiny_app.domain.uses import Mapping, Use

_LONGEST_NAMED = 60
_COMPLETION = COLUMN["conditions_completed"]
Lines = Sequence[Sequence[Cell]]


def said_of_lines(seen: LinesSeen | None, *, joined: bool) -> LinesRead | None:
    """Give what is kept with a layout of lines that were seen; None where there are none."""
    if seen is None:
        return None
    return LinesRead(fold(seen.number), tuple(map(fold, seen.apart)) if joined else ())


class CaseLines:
    """Joins the lines of one case; `number` is the column, from 0, of the number that they share.

    Without a mapping, before anything is said of the columns, they are what their headings say.
    """

    def __init__(
        self, read: LinesRead, headings: Sequence[str], mapping: Mapping | None = None, *, from_1904: bool = False
    ) -> None:
        self.headings = told_apart(headings)
        keys = [fold(heading) for heading in self.headings]
        self.number = keys.index(read.number) if read.number in keys else None
        self._uses = {at: _uses_of(self.headings[at], mapping) for at, key in enumerate(keys) if key in read.apart}
        self._uses = {at: uses for at, uses in self._uses.items() if {use.field for use in uses} <= OF_CONDITIONS}
        self._due = self._first_of("conditions_due")
        due = next((use for use in self._uses.get(self._due, ()) if use.field == "conditions_due"), None)
        self._day = _reading(due, from_1904=from_1904) if mapping and due else None
        self._words = mapping.words.get(_COMPLETION.name, {}) if mapping else {}

    def joined(self, rows: Lines) -> list[Cell]:
        """Give the lines of one case as one row."""
        row = list(rows[0])
        for at, uses in self._uses.items():
            if any(not same_cells(other[at], row[at]) for other in rows[1:]):
                row[at] = self._together(at, {use.field for use in uses}, rows)
        return row

    def wrong_with(self, rows: Lines) -> str:
        """Say in which columns the lines of one case differ that should not; empty where they are one case."""
        first, *others = rows
        places = (at for at in range(len(self.headings)) if at not in self._uses)
        unlike = [self.headings[at] for at in places if any(not same_cells(row[at], first[at]) for row in others)]
        named = (f"“{heading[:_LONGEST_NAMED]}”" if heading else "a column without a heading" for heading in unlike)
        return f"lines of one number that differ in {', '.join(named)}" if unlike else ""

    def _first_of(self, field: str) -> int:
        return next((at for at, uses in self._uses.items() if any(use.field == field for use in uses)), -1)

    def _together(self, at: int, fields: set[str], rows: Lines) -> Cell:
        if "conditions" in fields:
            due = {"conditions_due": self._due} if self._due >= 0 else {}
            return self._held({"text": at} | due, _each_once(rows, (at, *due.values()))).cells()[0]
        purpose = "conditions_due" if at == self._due else "conditions_completed"
        return self._held({"text": self.number or 0, purpose: at}, rows).cells()[1]

    def _held(self, places: dict[str, int], rows: Lines) -> CaseConditions:
        held = CaseConditions(ConditionsColumns(self.number or 0, places, self.headings), self._completion)
        for row in rows:
            held.add(self._dated(row))
        return held

    def _completion(self, word: str) -> str | None:
        """Say what a word means, as somebody has said or as it is known; None where that is for a person to say."""
        return completion_of(word, self._words)

    def _dated(self, row: Sequence[Cell]) -> list[Cell]:
        """Give a line with its day as a day, however it is written, once that has been said."""
        found = self._day(row[self._due]) if self._day else None
        return [found if found and at == self._due else cell for at, cell in enumerate(row)]


def _uses_of(heading: str, mapping: Mapping | None) -> tuple[Use, ...]:
    if mapping is not None:
        return mapping.uses.get(fold(heading), ())
    return tuple(Use(name) for name in fields_of_heading(heading) & OF_CONDITIONS)


def _reading(use: Use, *, from_1904: bool) -> Callable[[Cell], date | None]:
    turn = styler(use.style, ahead=True, from_1904=from_1904)
    return lambda cell: day_in(turn(cell) if turn else cell)


def _each_once(rows: Lines, places: tuple[int, ...]) -> Lines:
    once = {tuple("" if is_blank(row[at]) else fold(str(row[at])) for at in places): row for row in reversed(rows)}
    return list(reversed(once.values()))


def lines_differ(number: int, wrong: str) -> Problem:
    """Say why the lines of one number are not loaded as a case."""
    return Problem(number, COLUMN["case_number"].heading, Fault.LINES_DIFFER, wrong, ADVICE[Fault.LINES_DIFFER])
