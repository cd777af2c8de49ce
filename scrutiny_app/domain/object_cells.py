"""Cells in which a program wrote an object as JSON has it, or a list of people as objects, parted by their keys.

{"name": "K Ash", "rank": "PC"} gives "name" and "rank"; of a list each person is numbered, where each has a role.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from scrutiny_app.domain.cell_words import Broken, Cell

CUT_OFF = Broken("a list or object that is cut off")
TOO_MANY = Broken("a list of more people than are read")
MOST_PEOPLE = 20
_ROLES = frozenset({"role", "partyrole", "involvement", "roletype", "partytype"})
Values = dict[str, Cell]


def may_hold_object(cell: Cell) -> bool:
    """Say whether a cell begins as an object or a list of them does."""
    return isinstance(cell, str) and cell[:2] in ('{"', "[{", "{}", "[]") and len(cell) > 1


def values_of(cell: Cell) -> Values | Broken | None:
    """Give what an object holds by its keys, "1 name" of the first of several people; None where it is no object.

    A list of objects without roles, such as of conditions, is none; what is cut off is broken.
    """
    if not isinstance(cell, str) or cell[:1] not in ("{", "["):
        return None
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return CUT_OFF if may_hold_object(cell) else None
    if isinstance(found, Mapping):
        return dict(_flat(found))
    people = [one for one in found if isinstance(one, Mapping)]
    if not people or len(people) < len(found) or not any(map(_has_role, people)):
        return None
    if len(people) > MOST_PEOPLE:
        return TOO_MANY
    return {f"{at} {key}": value for at, one in enumerate(people, 1) for key, value in _flat(one)}


def _has_role(person: Mapping[str, object]) -> bool:
    return not _ROLES.isdisjoint(str(key).casefold().replace("_", "") for key in person)


def _flat(found: Mapping[str, object], before: str = "") -> Iterator[tuple[str, Cell]]:
    for key, value in found.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name} ") if not before else ()
        elif isinstance(value, str | int | float | None):
            yield name, value
        elif isinstance(value, Sequence) and all(isinstance(one, str | int) for one in value):
            yield name, " ".join(map(str, value))
