"""The select that asks which field a column fills: first those that it may well fill, and all of them on demand.

A file has some sixty columns, and there are more than a hundred fields and parts of names to choose from.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.offering import may_hold
from scrutiny_app.domain.uses import Part
from scrutiny_app.web.forms.sections import in_sections

PARTS = {Part.SURNAME: "surname", Part.FORENAMES: "forenames"}
MORE = "more"


class FillsField(SelectField):
    """A select of fields; where "another field" is chosen, or what was chosen is refused, it lists every one."""

    def __init__(self, label: str, *, likely: Iterable[str] = (), **options: Any) -> None:
        super().__init__(label, **options)
        self._listed = {"", MORE, *likely}

    def iter_groups(self) -> Iterator[Any]:
        """List what is offered, by section."""
        whole = self.data == MORE or bool(self.errors)
        for section, choices in super().iter_groups():
            kept = [one for one in choices if self._is_listed(one, whole)]
            if kept:
                yield section, kept

    def _is_listed(self, choice: Any, whole: bool) -> bool:
        return choice.value != MORE if whole else choice.selected or choice.value in self._listed


def fields_offered(fields: Iterable[Field]) -> list[SelectChoice]:
    """List all that a column may fill."""
    return [SelectChoice("", "Do not load"), *_in_sections(fields), SelectChoice(MORE, "Another field…")]


def _in_sections(fields: Iterable[Field]) -> Iterator[SelectChoice]:
    for section, members in in_sections(fields).items():
        for field in members:
            yield SelectChoice(field.name, field.heading, optgroup=section)
            if field.kind in (Kind.PERSON, Kind.PEOPLE):
                for part, words in PARTS.items():
                    yield SelectChoice(f"{field.name}:{part}", f"{field.heading}: {words}", optgroup=section)


def likely_values(fields: Iterable[Field], column: ColumnLook) -> Iterator[str]:
    """Give the choices that a column's look speaks for: a name whole, or in parts where it has no comma."""
    for field in fields:
        if may_hold(field, column):
            yield field.name
            if field.kind is Kind.PERSON and column.shapes.keys() != {"surname, forenames"}:
                yield from (f"{field.name}:{part}" for part in PARTS)
