"""Giving each person of the sheet of people their place in the case: its flat columns first, then beside them.

A person who cannot be read or placed must not be lost, for the redaction would leave them uncovered: the case waits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem, is_recorded
from scrutiny_app.domain.no_victim import FACT_CODE
from scrutiny_app.domain.people_rows import Person, problem_of

_DETAILS = ("born", "address", "contact")
VICTIMS = ("victim_1", "victim_2", "victim_3")
OF_OFFENDER = ("sex", "ethnicity", "previous_outcomes")  # fields of a case that say something of them
POSTS = {
    "officer": "officer",
    "supervisor": "supervisor",
    "decision_maker": "decision_maker",
    "authoriser": "authorising",
}
_LISTS = {
    "witness": "witnesses",
    "appropriate_adult": "third_parties",
    "parent": "third_parties",
    "third_party": "third_parties",
}
_OF_ALL = frozenset({"offender", "victim", *_LISTS})  # a parent is told as a third party, and so as nobody's
_OF_GROUP = "Correct the name there, or the role beside it: the case cannot be loaded without the person."

# What each is to the redactor.
REDACTED_AS = {
    "offender": "suspect",
    "victim": "victim",
    "witness": "witness",
    **dict.fromkeys(POSTS, "officer"),
    **dict.fromkeys(("appropriate_adult", "parent", "third_party"), "third_party"),
}


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
            found = f"a person who cannot be read, {person.where}"
            joined.problems.extend(person.problems if person.group else [_waits(number, found, person)])
            continue
        _place(joined, person, number)
    if any(person.is_no_victim for person in people) and all(_is_free(joined.cells, victim) for victim in VICTIMS):
        _fill(joined.cells, "victim", {"consulted": FACT_CODE}, ("consulted",))
    return joined


def _waits(number: int, found: str, person: Person) -> Problem:
    fault = Fault.PARTY_UNREADABLE
    advice = _OF_GROUP if person.group else ADVICE[fault]
    return Problem(number, person.column_of("name"), fault, found, advice)


def without_case(person: Person) -> Problem:
    """Say that a person is in no case of the file."""
    return problem_of(person.row, "case_number", Fault.PARTY_WITHOUT_CASE, "a case number that is not in the file")


def join_one_offender(
    number: int, cells: dict[str, Cell], offender: Person, of_all: Sequence[Person], beside: Sequence[Person]
) -> Joined:
    """Give a case its own offender, and the people of its number who are in all of its cases.

    The other offenders are in none of its places, but known to the redaction.
    """
    everybody = [one for one in of_all if one.problems or one.values.get("role") != "offender"]
    joined = join_parties(number, cells, [*beside, offender, *everybody])
    for other in of_all:
        if other is not offender and not other.problems and other.values.get("role") == "offender":
            _beside(joined, other, as_role="third_party")
    return joined


def are_of_all_cases(people: Sequence[Person]) -> bool:
    """Say whether all but the offenders of a number are in each of its cases: whose officer is not known."""
    return all(one.problems or one.values.get("role") in _OF_ALL for one in people)


def shared_number(number: int, people: int) -> Problem:
    """Say that nobody can tell whose a case's people are: the number by which they name it is of other cases too."""
    found = f"{people} {'person' if people == 1 else 'people'} of a number that several cases share"
    return problem_of(number, "case_number", Fault.SHARED_NUMBER, found)


def _place(joined: Joined, person: Person, number: int) -> None:
    role = person.values["role"]
    if role == "offender":
        _place_offender(joined, person, number)
    elif role == "victim":
        _place_victim(joined, person)
    elif role in POSTS:
        _place_officer(joined, person, POSTS[role])
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
        found = f"a second offender, {person.where}"
        joined.problems.append(_waits(number, found, person))
        return
    if _fill(cells, "offender", values, ("name", *_DETAILS, "age", "vehicle", "number")):
        _beside(joined, person)
    for name in OF_OFFENDER:
        if name in values and not is_recorded(cells, name):
            cells[name] = values[name]


def _place_victim(joined: Joined, person: Person) -> None:
    cells = joined.cells
    known = next((prefix for prefix in VICTIMS if _is_same(cells, prefix, person)), None)
    place = known or next((prefix for prefix in VICTIMS if _is_free(cells, prefix)), None)
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


def _beside(joined: Joined, person: Person, as_role: str = "") -> None:
    values = person.values
    born = values.get("born")
    joined.parties.append(
        {
            "role": REDACTED_AS[as_role or values["role"]],
            "name": values["name"],
            "born": born.isoformat() if isinstance(born, date) else None,
            "address": values.get("address"),
            "contact": values.get("contact"),
            "number": values.get("number") or values.get("vehicle"),
        }
    )
