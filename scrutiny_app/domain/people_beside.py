"""Reading the people who stand in a case's own row, in groups of columns, as rows of a sheet of people are read."""

from collections.abc import MutableMapping, Sequence

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.group_fields import group_of, groups_in, named_in, own_name
from scrutiny_app.domain.people_rows import Person, read_person, style_of_names
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import Mapping, loaded


class PeopleBeside:
    """Takes the people out of a row's cells; made once for a file, and false where it has no such groups."""

    def __init__(self, mapping: Mapping, headings: Sequence[str]) -> None:
        known = loaded(mapping.uses, told_apart(headings))
        self._groups = [
            (
                group,
                [(name, own_name(name)) for name in known if group_of(name) == group],
                style_of_names(known.get(named_in(group, "name"), ())),
            )
            for group in groups_in(known)
        ]

    def __bool__(self) -> bool:
        """Say whether there are any groups."""
        return bool(self._groups)

    def take(self, number: int, cells: MutableMapping[str, Cell]) -> list[Person]:
        """Take out of a row's cells what is of its groups, and give the people who stand there."""
        found = []
        for group, names, style in self._groups:
            theirs = {own: cells.pop(name) for name, own in names}
            if (person := read_person(number, theirs, style, group)) is not None:
                found.append(person)
        return found
