"""The select that asks which field a column fills: first those that it may well fill, then all others.

A file has some sixty columns, and there are more than a hundred fields and parts of names to choose from: so a column
that is known already lists its own field alone, and the others on demand; and so does each of very many that are not.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.group_fields import fields_of_group, own_name
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.offering import may_hold
from scrutiny_app.domain.uses import Part
from scrutiny_app.web.forms.sections import in_sections

PARTS = {
    Part.SURNAME: "surname",
    Part.FORENAMES: "forenames",
    Part.ORGANISATION: "organisation",
    Part.KIND: "whether an organisation",
}
_PERSON = (Part.SURNAME, Part.FORENAMES)
_OF_PEOPLE = (*_PERSON, Part.KIND)  # an organisation has a field of its own there
MORE = "more"
BY_NUMBER = "The number by which their case is found"  # of people
LIKELY = "Its values look like"


class FillsField(SelectField):
    """A select of fields, the likely ones first.

    That of a `known` column lists these alone, until "another field" is chosen or what was chosen is refused.
    """

    def __init__(self, label: str, *, likely: Iterable[str] = (), known: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self._known = known
        self._likely = {*likely} - {""}

    @property
    def shown(self) -> str:
        """Give the title of the field that is chosen."""
        return title_chosen(self)

    @property
    def is_short(self) -> bool:
        """Say whether only some fields are listed, and the others on demand."""
        return bool(self._known and self.data != MORE and not self.errors)

    def iter_groups(self) -> Iterator[Any]:
        """List what is offered: what needs no section, what is likely, and all else by section."""
        groups: list[tuple[Any, list[Any]]] = [(section, list(choices)) for section, choices in super().iter_groups()]
        if self.is_short:
            yield from self._sifted(groups, lambda one: one.selected or one.value in {"", MORE, *self._likely})
            return
        likely = [one for section, choices in groups for one in choices if section and one.value in self._likely]
        for section, choices in self._sifted(groups, lambda one: one.value not in {MORE, *self._likely}):
            yield section, choices
            if not section and likely:
                yield LIKELY, likely
                likely = []

    def _sifted(self, groups: Iterable[Any], is_listed: Callable[[Any], bool]) -> Iterator[Any]:
        for section, choices in groups:
            if kept := [one for one in choices if is_listed(one)]:
                yield section, kept


def title_chosen(select: SelectField) -> str:
    """Give the title of the choice that a select stands at."""
    choices: Any = select.choices or ()
    return next((str(one.label) for one in choices if one.value == select.data), "")


def fields_offered(fields: Iterable[Field]) -> list[SelectChoice]:
    """List all that a column may fill."""
    return [SelectChoice("", "Do not load"), *_in_sections(fields), SelectChoice(MORE, "Another field…")]


def joined_by(choices: Iterable[SelectChoice], joins: str) -> Iterator[SelectChoice]:
    """Say of the number by which people are joined to their cases what it is, where it is not the case number."""
    for one in choices:
        is_number = joins and one.value == "case_number"
        yield SelectChoice(one.value, f"{BY_NUMBER} ({joins})", optgroup=one.optgroup) if is_number else one


def groups_offered(groups: Iterable[str]) -> list[SelectChoice]:
    """List what a column may fill of the people who stand in groups of columns."""
    named = [(group, *one) for group in groups for one in fields_of_group(group)]
    return [choice for group, name, field in named for choice in _choices(name, field, group)]


def _in_sections(fields: Iterable[Field]) -> Iterator[SelectChoice]:
    for section, members in in_sections(fields).items():
        for field in members:
            yield from _choices(field.name, field, section)


def _choices(name: str, field: Field, section: str) -> Iterator[SelectChoice]:
    yield SelectChoice(name, field.heading, optgroup=section)
    if field.kind in (Kind.PERSON, Kind.PEOPLE):
        for part in PARTS if name in VICTIMS else _OF_PEOPLE if own_name(name) == "name" else _PERSON:
            yield SelectChoice(f"{name}:{part}", f"{field.heading}: {PARTS[part]}", optgroup=section)


def likely_values(fields: Iterable[Field], column: ColumnLook) -> Iterator[str]:
    """Give the choices that a column's look speaks for: a name whole, or in parts where it has no comma."""
    for field in fields:
        if may_hold(field, column):
            yield field.name
            if field.kind is Kind.PERSON and column.shapes.keys() != {"surname, forenames"}:
                yield from (f"{field.name}:{part}" for part in _PERSON)
