"""Checking rows many at a time: column by column where nothing is out of the way, and else row by row.

`Checker.row` is the definition. A batch gives what it would give, row by row and byte by byte, several times as fast.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from scrutiny_app.domain.cases import COLUMN, COLUMNS, FACETS, FIELD, FIELDS, AgeGroup
from scrutiny_app.domain.cells import Cell, Unreadable
from scrutiny_app.domain.column_reading import Quick, Values, quick_reader
from scrutiny_app.domain.contradictions import outcome_code
from scrutiny_app.domain.doubting import Doubter
from scrutiny_app.domain.importing import READER, CheckedCase, Checker, Problem, encode

_REQUIRED = frozenset(field.name for field in FIELDS if field.required)
_FACETS = tuple(name for name in FACETS if name != "disposal_date")
FACET_NAMES = (*_FACETS, "age_group")
_FORCE = FACET_NAMES.index("force")
_GROUPS = {True: AgeGroup.CHILD.value, False: AgeGroup.ADULT.value, None: None}


class FoundCase(msgspec.Struct, array_like=True, gc=False):
    """A row that is a case: its facets in the order of FACET_NAMES, its record as JSON."""

    row: int
    case_number: str
    facets: tuple[str | bool | None, ...]
    disposal_date: date
    record: memoryview


def found(checked: CheckedCase, parties: Sequence[Mapping[str, str | None]] = ()) -> FoundCase:
    """Give a checked case as one that is found, with those of its people who have no place in its fields."""
    facets: dict[str, Any] = dict(checked.facets)
    record = encode({**checked.record, "parties": parties} if parties else checked.record)
    in_order = tuple(facets[name] for name in FACET_NAMES)
    return FoundCase(checked.row, checked.case_number, in_order, facets["disposal_date"], memoryview(record))


@lru_cache(maxsize=16)
def _record_of(names: tuple[str, ...]) -> type[msgspec.Struct]:
    """Make the type of a record of those fields; it leaves out what is not recorded."""
    return msgspec.defstruct("Record", [(name, Any, None) for name in names], omit_defaults=True, gc=False)


class BatchChecker:
    """Checks the rows of a checker's file, batch by batch."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._doubter = Doubter(checker.today)
        self._quick: dict[str, Quick] = {field.name: quick_reader(field) for field in COLUMNS}

    def check(self, numbers: Sequence[int], cells: Mapping[str, Sequence[Cell]]) -> Iterator[FoundCase | list[Problem]]:
        """Check rows of these numbers, their cells by the names of their columns; give each row's case or problems."""
        columns, unsure = self._read(cells)
        if cells.keys() >= _REQUIRED:
            cases: Sequence[FoundCase | None] = self._cases(numbers, columns, unsure)
        else:  # every row lacks something
            cases, unsure = [None] * len(numbers), set(range(len(numbers)))
        for at, (number, case) in enumerate(zip(numbers, cases, strict=True)):
            if case and at not in unsure and self._checker.accepts(case.case_number, str(case.facets[_FORCE])):
                yield case
            else:
                checked = self._checker.row(number, {name: column[at] for name, column in cells.items()})
                yield found(checked) if isinstance(checked, CheckedCase) else checked

    def _read(self, cells: Mapping[str, Sequence[Cell]]) -> tuple[dict[str, Values], set[int]]:
        """Read all columns, in our order, and give the places of the rows that need another look."""
        columns: dict[str, Values] = {}
        unsure: set[int] = set()
        for name in COLUMN:
            if name in cells:
                columns[name] = self._column(name, cells[name], unsure)
        return columns, unsure

    def _column(self, name: str, cells: Sequence[Cell], unsure: set[int]) -> Values:
        values = _quickly(self._quick[name], cells)
        if values is None:
            values = _one_by_one(name, cells, unsure)
        if name in _REQUIRED and None in values:
            unsure.update(at for at, value in enumerate(values) if value is None)
        return [value and outcome_code(value) for value in values] if name == "outcome_code" else values

    def _cases(self, numbers: Sequence[int], columns: dict[str, Values], unsure: set[int]) -> list[FoundCase]:
        """Make the cases of all rows; those that need another look, of which it adds to the list, are worth nothing."""
        none = [None] * len(numbers)
        then = self._doubter.were_children(columns, "offence_date", len(numbers))
        unsure |= self._doubter.rows(columns, then, len(numbers))
        facets = zip(*(columns.get(name, none) for name in _FACETS), map(_GROUPS.__getitem__, then), strict=True)
        names = tuple(name for name in columns if name in FIELD)
        records = map(_record_of(names), *(columns[name] for name in names))
        return [
            FoundCase(number, case_number, row, day, memoryview(encode(record)))
            for number, case_number, row, day, record in zip(
                numbers, columns["case_number"], facets, columns["disposal_date"], records, strict=True
            )
        ]


def _quickly(read: Quick, cells: Sequence[Cell]) -> Values | None:
    try:
        return read(cells)
    except TypeError:  # not all are texts
        if None not in cells:
            return None
    except Unreadable:
        return None
    return _quickly(read, ["" if cell is None else cell for cell in cells])


def _one_by_one(name: str, cells: Sequence[Cell], unsure: set[int]) -> Values:
    read = READER[name]
    values: list[Any] = []
    for at, cell in enumerate(cells):
        value = None
        if cell or not (cell is None or cell == ""):
            try:
                value = read(cell)
            except Unreadable:
                unsure.add(at)
        values.append(value)
    return values
