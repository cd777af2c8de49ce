"""Reading the rows of the sheet of people, one person a row; what cannot be read of somebody is a problem of theirs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scrutiny_app.domain.cells import Cell, Unreadable, reader
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.group_fields import NEEDED, heading_in
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.parties import LEFT_OUT, PARTY_COLUMNS
from scrutiny_app.domain.styles import styler
from scrutiny_app.domain.uses import Mapping, Part, Use

SHEET = "People"  # stands before the heading in a problem of that sheet
_ORGANISATION = "organisation"  # stands for a name where there is none
_READERS = tuple((column.name, reader(column)) for column in PARTY_COLUMNS if column.name != _ORGANISATION)
_REQUIRED = tuple(column.name for column in PARTY_COLUMNS if column.required)
_USED_OF = {"age": ("offender",), "previous_outcomes": ("offender",), "rank": ("decision_maker", "authoriser")}
_RANKED = frozenset({"officer", "supervisor", "decision_maker", "authoriser", "witness"})


@dataclass(frozen=True)
class Person:
    """One row of the sheet of people, or a group of a case's own columns, as read; with problems it has no place."""

    row: int
    case_number: str
    values: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_no_victim: bool = False  # the row says that the case has no victim who could be named
    group: str = ""  # the group of columns; empty for one of the sheet of people

    @property
    def where(self) -> str:
        """Say where the person stands."""
        return f"in the columns of {self.group}" if self.group else f"in row {self.row} of the sheet of people"

    def column_of(self, name: str) -> str:
        """Name a column of the person as a problem does."""
        return heading_in(self.group or SHEET, name)


class PartiesMapper:
    """Reads the rows of the sheet of people by a mapping; made once for a file."""

    def __init__(
        self, mapping: Mapping, headings: Sequence[str], *, today: date | None = None, from_1904: bool = False
    ) -> None:
        self._mapper = RowMapper(mapping, headings, today=today, from_1904=from_1904, parties=True)
        self._style = style_of_names(use for uses in mapping.parties.values() for use in uses if use.field == "name")
        self.not_loaded = self._mapper.not_loaded

    def person(self, number: int, row: Sequence[Cell]) -> Person | None:
        """Read one row; None where nothing of it is recorded."""
        return read_person(number, self._mapper.cells(row), self._style)


def style_of_names(uses: Iterable[Use]) -> str:
    """Give how names are written, by the first of the columns that hold them; one of kinds holds none."""
    return next((use.style for use in uses if use.part is not Part.KIND), "")


def read_person(number: int, cells: dict[str, Cell], style: str, group: str = "") -> Person | None:
    """Read somebody's cells, whose names are written in that style; None where nothing of them is recorded.

    The people of a group of a case's own columns need no case number: theirs is their row's.
    """
    cells = _named_by_organisation(cells)
    if cells.get("role") == LEFT_OUT:
        return None
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, read in _READERS:
        cell = _of_role(name, cells.get(name), values.get("role", ""), style)
        if cell is None or cell == "":
            continue
        if name == "name" and values.get("role") == "victim" and isinstance(cell, str) and is_no_victim(cell):
            return Person(number, values.get("case_number", ""), values, tuple(problems), True, group)
        try:
            value = read(cell)
        except Unreadable as unread:
            fault = Fault.UNKNOWN_PARTY if name == "role" else unread.fault
            problems.append(problem_of(number, name, fault, unread.found, unread.advice, group))
            continue
        if value is not None:
            values[name] = value
    if not problems and (not values or _names_nobody(values, cells.get("name"))):
        return None
    if group or "case_number" in values or not problems:
        problems += _missing(number, values, {problem.column for problem in problems}, group)
    return Person(number, values.get("case_number", ""), values, tuple(problems), group=group)


def _of_role(name: str, cell: Cell, role: str, style: str) -> Cell:
    """Give a cell as it is read of somebody in a role: None where nothing of it is used of them."""
    if role not in _USED_OF.get(name, (role,)):
        return None
    return _ranked(cell, style) if name == "name" and role in _RANKED else cell


def _ranked(cell: Cell, style: str) -> Cell:
    """Read a rank before an officer's surname alone, which of anybody else would be in doubt."""
    turn = styler(style) if isinstance(cell, str) and "," not in cell else None
    return turn(cell) if turn else cell


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


def _missing(number: int, values: dict[str, Any], unread: set[str], group: str) -> Iterator[Problem]:
    for name in NEEDED if group else _REQUIRED:
        if name not in values and heading_in(group or SHEET, name) not in unread:
            fault = Fault.UNKNOWN_PARTY if name == "role" else Fault.MISSING
            yield problem_of(number, name, fault, "empty", group=group)


def problem_of(number: int, name: str, fault: Fault, found: str, advice: str | None = None, group: str = "") -> Problem:
    """Make the problem of one person's row, or group of columns."""
    advice = ADVICE[fault] if advice is None or fault is Fault.UNKNOWN_PARTY else advice
    return Problem(number, heading_in(group or SHEET, name), fault, found, advice)
