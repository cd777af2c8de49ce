"""What stands in a row of a file for a field, and under which headings: in columns of its own, or in a person's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cases import FLAGS
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.flags_together import TOGETHER
from scrutiny_app.domain.group_fields import named_in
from scrutiny_app.domain.kind_words import is_answer, is_kind
from scrutiny_app.domain.looking import shown
from scrutiny_app.domain.people_rows import Person
from scrutiny_app.domain.people_sheet import OF_OFFENDER
from scrutiny_app.domain.uses import Part, Use

_SHEET = "The sheet of people"
_ROLES = {
    "offender": "offender",
    "victim": "victim",
    "officer": "officer",
    "supervisor": "supervisor",
    "decision_maker": "decision_maker",
    "authorising": "authoriser",
}
_OUT_OF_NAME = re.compile(r"_(?:number|rank)$")  # a rank and a number may stand in the cell of an officer's name


@dataclass(frozen=True)
class Standing:
    """One row of the cases and the people who are in it, with what fills which field."""

    places: Mapping[str, list[tuple[int, Use]]]
    headings: Sequence[str]
    row: Sequence[Cell]
    people: Sequence[Person]

    def of(self, name: str) -> tuple[str, tuple[str, ...]]:
        """Give what stands for a field, and the headings that it stands under; nothing where no cell fills it."""
        if name in self.places:
            return self._in_columns(name)
        if name in FLAGS and TOGETHER in self.places:
            return self._in_columns(TOGETHER)
        if (named := _OUT_OF_NAME.sub("_name", name)) in self.places:
            return self._in_columns(named)
        who, own = _whose(name)
        if who is None:
            return "", ()
        role, place = who
        theirs = [one for one in self.people if one.values.get("role") == role]
        if len(theirs) < place:
            return "", ()
        person = theirs[place - 1]
        if person.group:
            return self._in_columns(named_in(person.group, own))
        value = person.values.get(own)
        return (shown(value), (_SHEET,)) if value is not None else ("", ())

    def _in_columns(self, name: str) -> tuple[str, tuple[str, ...]]:
        columns = [at for at, use in self.places.get(name, ()) if use.part is not Part.KIND or self._tells_kind(at)]
        stands = " | ".join(filter(None, (shown(self.row[at]).strip() for at in columns)))
        return stands, tuple(self.headings[at] for at in columns)

    def _tells_kind(self, at: int) -> bool:
        """Say whether a cell of what somebody is holds a word that is known: any other is read as nothing."""
        word = shown(self.row[at])
        return is_kind(word, letters=True) or is_answer(word)


def _whose(name: str) -> tuple[tuple[str, int] | None, str]:
    """Give the role of whoever a field is of, which of them it is, and the field's name among a person's."""
    if name in OF_OFFENDER:
        return ("offender", 1), name
    whose, _, own = name.rpartition("_")
    who, _, number = whose.rpartition("_")
    if number.isdigit():
        return ((_ROLES[who], int(number)), own) if who in _ROLES else (None, own)
    return ((_ROLES[whose], 1), own) if whose in _ROLES else (None, own)
