"""Reading the sheet of people and giving each person their place in the case: its flat columns first, then beside them.

A person who cannot be read or placed must not be lost, for the redaction would leave them uncovered: the case waits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Cell, Unreadable, fold, reader
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem, is_recorded
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import FACT_CODE, is_no_victim
from scrutiny_app.domain.parties import LEFT_OUT, PARTY_COLUMN, PARTY_COLUMNS
from scrutiny_app.domain.styles import styler
from scrutiny_app.domain.uses import Mapping

SHEET = "People"  # stands before the heading in a problem of that sheet
_ORGANISATION = "organisation"  # stands for a name where there is none
_READERS = tuple((column.name, reader(column)) for column in PARTY_COLUMNS if column.name != _ORGANISATION)
_DETAILS = ("born", "address", "contact")
_VICTIMS = ("victim_1", "victim_2", "victim_3")
_POSTS = {
    "officer": "officer",
    "supervisor": "supervisor",
    "decision_maker": "decision_maker",
    "authoriser": "authorising",
}
_RANKED = {*_POSTS, "witness"}
_LISTS = {
    "witness": "witnesses",
    "appropriate_adult": "third_parties",
    "parent": "third_parties",
    "third_party": "third_parties",
}

# What each is to the redactor.
REDACTED_AS = {
    "offender": "suspect",
    "victim": "victim",
    "witness": "witness",
    **dict.fromkeys(_POSTS, "officer"),
    **dict.fromkeys(("appropriate_adult", "parent", "third_party"), "third_party"),
}


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
                problems.append(_problem(number, name, fault, unread.found, unread.advice))
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
        if column.required and column.name not in values and _column(column.name) not in unread:
            fault = Fault.UNKNOWN_PARTY if column.name == "role" else Fault.MISSING
            yield _problem(number, column.name, fault, "empty")


def _column(name: str) -> str:
    return f"{SHEET}: {PARTY_COLUMN[name].heading}"


def _problem(number: int, name: str, fault: Fault, found: str, advice: str | None = None) -> Problem:
    advice = ADVICE[fault] if advice is None or fault is Fault.UNKNOWN_PARTY else advice
    return Problem(number, _column(name), fault, found, advice)


@dataclass(frozen=True)
class Joined:
    """A case's cells with its people in them; those without a place there; and why the case must wait, if it must."""

    cells: dict[str, Cell]
    parties: list[dict[str, str | None]]
    problems: list[Problem]


def join_parties(number: int, cells: dict[str, Cell], people: Sequence[Person]) -> Joined:
    """Give each person of a case their place in its row, whose number is for the problems."""
    joined = Joined(dict(cells), [], [])
    for person in people:
        if person.is_no_victim and not person.problems:
            continue
        if person.problems:
            found = f"a person who cannot be read, in row {person.row} of the sheet of people"
            joined.problems.append(_waits(number, found))
            continue
        _place(joined, person, number)
    if any(person.is_no_victim for person in people) and all(_is_free(joined.cells, victim) for victim in _VICTIMS):
        _fill(joined.cells, "victim", {"consulted": FACT_CODE}, ("consulted",))
    return joined


def _waits(number: int, found: str, fault: Fault = Fault.PARTY_UNREADABLE) -> Problem:
    return Problem(number, _column("name"), fault, found, ADVICE[fault])


def without_case(person: Person) -> Problem:
    """Say that a person is in no case of the file."""
    return _problem(person.row, "case_number", Fault.PARTY_WITHOUT_CASE, "a case number that is not in the file")


def _place(joined: Joined, person: Person, number: int) -> None:
    role = person.values["role"]
    if role == "offender":
        _place_offender(joined, person, number)
    elif role == "victim":
        _place_victim(joined, person)
    elif role in _POSTS:
        _place_officer(joined, person, _POSTS[role])
    else:
        _list(joined, person, _LISTS[role])


def _is_free(cells: dict[str, Cell], prefix: str) -> bool:
    names = (f"{prefix}_{ending}" for ending in ("name", *_DETAILS, "number"))
    return not any(is_recorded(cells, name) for name in names)


def _is_same(cells: dict[str, Cell], prefix: str, person: Person) -> bool:
    """Say whether a flat column names this person already, and says nothing else of them."""
    if fold(str(cells.get(f"{prefix}_name") or "")) != fold(person.values["name"]):
        return False
    born, theirs = cells.get(f"{prefix}_born"), person.values.get("born")
    return not (isinstance(born, date) and theirs) or born == theirs


def _fill(cells: dict[str, Cell], prefix: str, values: dict[str, Any], endings: Sequence[str]) -> dict[str, Any]:
    """Fill what is empty, and give what had no place."""
    left: dict[str, Any] = {}
    for ending in endings:
        name = f"{prefix}_{ending}"
        if ending not in values:
            continue
        if name in FIELD and not is_recorded(cells, name):
            cells[name] = values[ending]
        elif name not in FIELD or fold(str(cells[name])) != fold(str(values[ending])):
            left[ending] = values[ending]
    return left


def _place_offender(joined: Joined, person: Person, number: int) -> None:
    cells, values = joined.cells, person.values
    if not _is_free(cells, "offender") and not _is_same(cells, "offender", person):
        found = f"a second offender, in row {person.row} of the sheet of people"
        joined.problems.append(_waits(number, found))
        return
    if _fill(cells, "offender", values, ("name", *_DETAILS, "vehicle", "number")):
        _beside(joined, person)
    for name in ("sex", "ethnicity"):
        if name in values and not is_recorded(cells, name):
            cells[name] = values[name]


def _place_victim(joined: Joined, person: Person) -> None:
    cells = joined.cells
    known = next((prefix for prefix in _VICTIMS if _is_same(cells, prefix, person)), None)
    place = known or next((prefix for prefix in _VICTIMS if _is_free(cells, prefix)), None)
    if place is None or _fill(cells, place, person.values, ("name", *_DETAILS, "number")):
        _beside(joined, person)


def _place_officer(joined: Joined, person: Person, prefix: str) -> None:
    cells = joined.cells
    free = _is_free(cells, prefix) or _is_same(cells, prefix, person)
    if not free or _fill(cells, prefix, person.values, ("name", "number", "rank", *_DETAILS)).keys() - {"rank"}:
        _beside(joined, person)


def _list(joined: Joined, person: Person, name: str) -> None:
    """Add a person to a list of names where there is room; what more is known of them stands beside."""
    cells, written = joined.cells, person.values["name"]
    listed = cells.get(name)
    before = listed if isinstance(listed, str) and is_recorded(cells, name) else ""
    is_listed = fold(written) in {fold(one) for one in before.split(";")}
    longer = before if is_listed else "; ".join(filter(None, (before, written)))
    fits = len(longer) <= FIELD[name].most and (isinstance(listed, str) or listed is None)
    if fits:
        cells[name] = longer
    if not fits or person.values.keys() & {*_DETAILS, "number", "vehicle"}:
        _beside(joined, person)


def _beside(joined: Joined, person: Person) -> None:
    values = person.values
    born = values.get("born")
    joined.parties.append(
        {
            "role": REDACTED_AS[values["role"]],
            "name": values["name"],
            "born": born.isoformat() if isinstance(born, date) else None,
            "address": values.get("address"),
            "contact": values.get("contact"),
            "number": values.get("number") or values.get("vehicle"),
        }
    )
