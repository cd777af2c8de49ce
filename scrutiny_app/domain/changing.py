"""What a later extract would change in a case that is held: field by field, for a person to accept or refuse."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from scrutiny_app.domain.cases import FIELDS

HEADINGS = {field.name: field.heading for field in FIELDS} | {"parties": "Other people"}

WHO = {"crime_number", "offender_name", "offender_born"}


@dataclass(frozen=True)
class Difference:
    """One field of a case as it is held, and as a file would have it; None where not recorded."""

    field: str
    heading: str
    held: Any
    given: Any


def differences(held: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Name the fields in which two records differ, in the order of the extract's columns."""
    return [name for name in HEADINGS if held.get(name) != given.get(name)]


def is_another_person(changed: Collection[str]) -> bool:
    """Say whether what differs is all that tells who a case is about: the number may be somebody else's."""
    return set(changed) >= WHO


def side_by_side(held: Mapping[str, Any], given: Mapping[str, Any]) -> list[Difference]:
    """Give both values of each field that differs."""
    return [Difference(name, HEADINGS[name], held.get(name), given.get(name)) for name in differences(held, given)]
