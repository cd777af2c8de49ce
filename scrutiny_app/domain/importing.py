"""Checking an extract's rows: a row becomes a case whole, or is listed with everything that is wrong with it.

Nothing is guessed and nothing is half loaded. A problem names the row, the column and the class of what was found
("text, 12 characters"), never the value: the list of problems may be read by more people than the extract.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from scrutiny_app.domain.ages import age_group, births
from scrutiny_app.domain.cases import CHECKS, COLUMN, COLUMNS, FACETS, FIELDS, Field, Kind
from scrutiny_app.domain.cells import Cell, Reader, Unreadable, class_of, fold, reader
from scrutiny_app.domain.contradictions import DATES, contradictions, outcome_code
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.remembering import remembering, remembering_days
from scrutiny_app.domain.totals import column_of_totals, said_of_row


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one row, as counted in the file (the headings are row 1): what was found and what to do."""

    row: int
    column: str
    code: str  # a Fault, or what became of an attached file
    found: str
    advice: str


@dataclass(frozen=True)
class CheckedCase:
    """A row with nothing wrong: `facets` as codes and the disposal date; `record` what is recorded, as JSON values.

    The record has its fields in the order of domain.cases.FIELDS, and no field of which nothing is recorded.
    """

    row: int
    case_number: str
    facets: dict[str, str | bool | date | None]
    record: dict[str, str | int | bool | list[str]]


Checked = CheckedCase | list[Problem]


_REQUIRED_FIELDS = tuple(field.name for field in FIELDS if field.required)
_REQUIRED_NAMES = frozenset(_REQUIRED_FIELDS)
_TELLS_CASE = ("case_number", "crime_number", "disposal", "outcome_code")  # a row with none of them may be anything
FINALISED = "finalised"  # a case of which that is said, and no day, lacks the day
HOW_ENDED = ("disposal", "outcome_code")
# So does one of which nothing is said of its status, but how it ended, and when or by whom that was decided.
DECIDERS = (
    "decision_date",
    *("authorising_name", "authorising_rank"),
    *("decision_maker_name", "decision_maker_rank", "decision_maker_number"),
)
_WHY_LEFT_OUT = (Fault.NOT_OUT_OF_COURT, Fault.WITHDRAWN, Fault.NOT_FOR_PANEL, Fault.NOT_FINALISED)
_NOTHING_UNLESS_GIVEN = "There is nothing to do unless a disposal was given: then fill in its day."
_FILL_IN_UNLESS_OPEN = (
    "Fill it in, or leave the row out if the case is not finalised: a case cannot be loaded without it."
)
_CHECKS = tuple(field.name for field in CHECKS)
_REMEMBERING = {
    Kind.CHOICE: remembering,
    Kind.YES_NO: remembering,
    Kind.NUMBER: remembering,
    Kind.AGE: remembering,
    Kind.DATE: remembering_days,
}


def _reader(field: Field) -> Reader:
    read = reader(field)
    return _REMEMBERING[field.kind](read) if field.kind in _REMEMBERING else read


READER = {field.name: _reader(field) for field in COLUMNS}
_read_case_number = READER["case_number"]


class Checker:
    """Checks a force's rows in their order; a case number that an earlier row had, even a bad one, is a problem."""

    def __init__(self, today: date, force: str) -> None:
        self.today = today
        self._force = force
        self._own = fold(force)
        self._seen: set[str] = set()

    def row(self, number: int, cells: Mapping[str, Cell]) -> Checked:
        """Check the next row."""
        checked = check_row(number, cells, self.today)
        if isinstance(checked, CheckedCase):
            problems, case_number = [], checked.case_number
            if not self._is_own(str(checked.facets["force"])):
                problems.append(_problem(number, "force", Fault.OTHER_FORCE, "another force than yours"))
        elif (named := column_of_totals(cells)) is not None:
            return [_problem(number, named, Fault.TOTALS, said_of_row(cells))]
        else:
            problems, case_number = checked, _case_number(cells)
        if case_number in self._seen:
            problems.append(_problem(number, "case_number", Fault.REPEATED, "the case number of an earlier row"))
        if case_number:
            self._seen.add(case_number)
        return problems or checked

    def accepts(self, case_number: str, force: str) -> bool:
        """Say whether the next row, in which nothing is wrong, is this force's and new; if it is, it is checked."""
        if case_number in self._seen or not self._is_own(force):
            return False
        self._seen.add(case_number)
        return True

    def _is_own(self, force: str) -> bool:
        return force == self._force or fold(force) == self._own


def _case_number(cells: Mapping[str, Cell]) -> str:
    try:
        return str(_read_case_number(cells.get("case_number")) or "") if "case_number" in cells else ""
    except Unreadable:
        return ""


def check_row(number: int, cells: Mapping[str, Cell], today: date) -> Checked:
    """Read and check one row, its cells by field name; give the case, or all of the row's problems."""
    values, problems = _read(number, cells)
    if not values.keys() >= _REQUIRED_NAMES:
        problems += _missing(number, cells, values, {problem.column for problem in problems})
    problems += [_problem(number, *wrong) for wrong in contradictions(values, today)]
    return _told_once(problems) or _case(number, values)


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Leave out what is wrong with the disposal of a row whose outcome is none: to mend it would be to relabel it.

    Of what leaves a row out, that comes first which says most: how the case ended before its status, and a blank last.
    """
    problems = sorted(problems, key=_standing)
    ended = next((problem for problem in problems if problem.code == Fault.NOT_OUT_OF_COURT), None)
    if ended is None:
        return problems
    headings = {COLUMN[name].heading for name in HOW_ENDED}
    return [problem for problem in problems if problem is ended or problem.column not in headings]


def _standing(problem: Problem) -> int:
    if problem.code == Fault.NOT_FINALISED and problem.column == COLUMN["disposal_date"].heading:
        return len(_WHY_LEFT_OUT)
    return _WHY_LEFT_OUT.index(problem.code) if problem.code in _WHY_LEFT_OUT else len(_WHY_LEFT_OUT) + 1


def is_recorded(cells: Mapping[str, Cell], name: str) -> bool:
    """Say whether a row has something recorded in a field, as its reader has it: what cannot be read is something."""
    cell = cells.get(name)
    if not isinstance(cell, str) or name not in READER:
        return cell is not None
    if is_nobody(cell):
        return False
    try:
        return READER[name](cell) is not None
    except Unreadable:
        return True


def _missing(number: int, cells: Mapping[str, Cell], values: dict[str, Any], unread: set[str]) -> Iterator[Problem]:
    is_decided = values.keys() >= set(HOW_ENDED) and not values.keys().isdisjoint(DECIDERS)
    is_ended = values.get("status") == FINALISED or (is_decided and not is_recorded(cells, "status"))
    is_open = not is_ended and any(is_recorded(cells, name) for name in _TELLS_CASE)
    for name in _REQUIRED_FIELDS:
        if name not in values and COLUMN[name].heading not in unread:
            is_day = name == "disposal_date"
            if is_day and values.get("status") == "withdrawn":
                continue  # its status says why it is left out
            told = _problem(number, name, Fault.MISSING, class_of(cells.get(name)))
            if is_day and is_open:
                told = replace(told, code=Fault.NOT_FINALISED, advice=_NOTHING_UNLESS_GIVEN)
            elif is_day and not is_recorded(cells, "status"):
                told = replace(told, advice=_FILL_IN_UNLESS_OPEN)
            yield told


@lru_cache(maxsize=16)
def _readers_of(names: tuple[str, ...]) -> tuple[tuple[str, Reader], ...]:
    """Give the readers of those columns that a file has, in our order: its rows all have the same."""
    return tuple((name, read) for name, read in READER.items() if name in names)


def _read(number: int, cells: Mapping[str, Cell]) -> tuple[dict[str, Any], list[Problem]]:
    """Read a row's cells in the order of the columns; what is not recorded has no value."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, read in _readers_of(tuple(cells)):
        cell = cells[name]
        if not cell and (cell is None or cell == ""):
            continue
        try:
            value = read(cell)
        except Unreadable as unread:
            if name in HOW_ENDED and ended_otherwise(text_shown(cell) or ""):
                problems.append(_problem(number, name, Fault.NOT_OUT_OF_COURT, unread.found))
            else:
                problems.append(Problem(number, COLUMN[name].heading, unread.fault, unread.found, unread.advice))
            continue
        if value is not None:
            values[name] = value
    if "outcome_code" in values:
        values["outcome_code"] = outcome_code(values["outcome_code"])
    return values, problems


def _problem(number: int, name: str, fault: Fault, found: str) -> Problem:
    return Problem(number, COLUMN[name].heading, fault, found, ADVICE[fault])


def _case(number: int, values: dict[str, Any]) -> CheckedCase:
    group = age_group(values["offence_date"], births(values))
    facets = {name: values.get(name) for name in FACETS}
    facets["age_group"] = group and group.value
    for name in _CHECKS:
        values.pop(name, None)
    for name in DATES:
        if name in values:
            values[name] = values[name].isoformat()
    return CheckedCase(number, values["case_number"], facets, values)


def encode(record: Mapping[str, Any] | msgspec.Struct) -> bytes:
    """Write a record as JSON: the same bytes for the same record, so that a digest of them knows it again."""
    return msgspec.json.encode(record)
