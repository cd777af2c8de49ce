"""Reading the rows of the sheet of people, one person a row; what cannot be read of somebody is a problem of theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scrutiny_app.domain.cells import Cell, Unreadable, reader
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.parties import LEFT_OUT, PARTY_COLUMN, PARTY_COLUMNS
from scrutiny_app.domain.styles import styler
from scrutiny_app.domain.uses import Mapping

SHEET = "People"  # stands before the heading in a problem of that sheet
_ORGANISATION = "organisation"  # stands for a name where there is none
_READERS = tuple((column.name, reader(column)) for column in PARTY_COLUMNS if column.name != _ORGANISATION)
_RANKED = frozenset({"officer", "supervisor", "decision_maker", "authoriser", "witness"})


@dataclass(frozen=True)
class Person:
    """One row of the sheet of people, as read; with problems it can be placed nowhere."""

    row: int
    case_number: str
    values: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_no_victim: bool = False  # the row says that the case has no victim who could be named


class PartiesMapper:
    """Reads the rows of the sheet of people by a mapping; made once for a file."""

    def __init__(self, mapping: Mapping, headings: Sequence[str], *, today: date | None = None) -> None:
        self._mapper = RowMapper(mapping, headings, today=today, parties=True)
        self._style = next((use.style for uses in mapping.parties.values() for use in uses if use.field == "name"), "")
        self.not_loaded = self._mapper.not_loaded

    def person(self, number: int, row: Sequence[Cell]) -> Person | None:
        """Read one row; None where nothing of it is recorded."""
        cells = _named_by_organisation(self._mapper.cells(row))
        if cells.get("role") == LEFT_OUT:
            return None
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, read in _READERS:
            cell = cells.get(name)
            if cell is None or cell == "":
                continue
            if name == "name" and values.get("role") in _RANKED:
                cell = self._ranked(cell)
            if name == "name" and values.get("role") == "victim" and isinstance(cell, str) and is_no_victim(cell):
                return Person(number, values.get("case_number", ""), values, tuple(problems), is_no_victim=True)
            try:
                value = read(cell)
            except Unreadable as unread:
                fault = Fault.UNKNOWN_PARTY if name == "role" else unread.fault
                problems.append(problem_of(number, name, fault, unread.found, unread.advice))
                continue
            if value is not None:
                values[name] = value
        if not problems and (not values or _names_nobody(values, cells.get("name"))):
            return None
        if "case_number" in values or not problems:
            problems += _missing(number, values, {problem.column for problem in problems})
        return Person(number, values.get("case_number", ""), values, tuple(problems))

    def _ranked(self, cell: Cell) -> Cell:
        """Read a rank before an officer's surname alone, which of anybody else would be in doubt."""
        style = styler(self._style) if isinstance(cell, str) and "," not in cell else None
        return style(cell) if style else cell


def _named_by_organisation(cells: dict[str, Cell]) -> dict[str, Cell]:
    """Give the organisation's name as the name where the row has no person's: a comma at its end says what it is."""
    organisation, name = cells.pop(_ORGANISATION, None), cells.get("name")
    said = isinstance(organisation, str) and not is_nobody(organisation)
    if said and (name is None or (isinstance(name, str) and is_nobody(name))):
        cells["name"] = f"{' '.join(str(organisation).split()).rstrip(',')},"
    return cells


def _names_nobody(values: dict[str, Any], name: Cell) -> bool:
    """Say whether a row says that it is nobody, or nobody who is known, and tells nothing of them."""
    said = isinstance(name, str) and name.strip() != "" and is_nobody(name)
    return said and not values.keys() - {"case_number", "role"}


def _missing(number: int, values: dict[str, Any], unread: set[str]) -> Iterator[Problem]:
    for column in PARTY_COLUMNS:
        if column.required and column.name not in values and column_of(column.name) not in unread:
            fault = Fault.UNKNOWN_PARTY if column.name == "role" else Fault.MISSING
            yield problem_of(number, column.name, fault, "empty")


def column_of(name: str) -> str:
    """Name a column of the sheet of people as a problem does."""
    return f"{SHEET}: {PARTY_COLUMN[name].heading}"


def problem_of(number: int, name: str, fault: Fault, found: str, advice: str | None = None) -> Problem:
    """Make the problem of one person's row."""
    advice = ADVICE[fault] if advice is None or fault is Fault.UNKNOWN_PARTY else advice
    return Problem(number, column_of(name), fault, found, advice)
