"""The fields of people who stand in a case's own row: "Party 2/role" is the role of whoever Party 2's columns name.

Each is a field of the sheet of people, said of one group of columns; a case's own fields have no such sign in them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scrutiny_app.domain.cases import Field
from scrutiny_app.domain.parties import PARTY_COLUMN, PARTY_COLUMNS

_OF = "/"
_CASE = "case_number"  # is that of the row
NEEDED = tuple(field.name for field in PARTY_COLUMNS if field.required and field.name != _CASE)


def named_in(group: str, name: str) -> str:
    """Name a field of one group of columns."""
    return f"{group}{_OF}{name}"


def group_of(name: str) -> str:
    """Give the group of columns that a field is of; empty where it is of none."""
    return name.rpartition(_OF)[0]


def own_name(name: str) -> str:
    """Give a field's name in the sheet of people."""
    return name.rpartition(_OF)[2]


def heading_in(group: str, name: str) -> str:
    """Name a field of a group as people read it: "Party 2: Role"."""
    return f"{group}: {PARTY_COLUMN[name].heading}"


def field_in_group(name: str) -> Field | None:
    """Find a field of a group, with the group's name in its heading; None where there is none of that name."""
    group, own = group_of(name), own_name(name)
    if not group or own == _CASE or own not in PARTY_COLUMN:
        return None
    return replace(PARTY_COLUMN[own], heading=heading_in(group, own))


def fields_of_group(group: str) -> Iterator[tuple[str, Field]]:
    """Yield what the columns of a group may fill, each with its name in the group."""
    for name in (named_in(group, field.name) for field in PARTY_COLUMNS):
        if field := field_in_group(name):
            yield name, field


def groups_in(names: Iterable[str]) -> list[str]:
    """List the groups that fields are of, each once, Party 2 before Party 10."""
    return sorted({group for name in names if (group := group_of(name))}, key=lambda group: (len(group), group))
