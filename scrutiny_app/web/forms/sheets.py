"""The form that asks which of a workbook's sheets hold the cases: one of them, or several with the same headings."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.sheets_sought import SheetOffered, are_same

_MOST_NAMED = 5  # headings


class SheetsForm(FlaskForm):
    """Which sheets hold the cases; `choosing` makes the class for one file."""

    sheets: Any
    offered: Sequence[SheetOffered] = ()

    def names(self) -> list[str]:
        """List the sheets that are chosen."""
        chosen = self.sheets.data or []
        return [one.name for at, one in enumerate(self.offered) if str(at) in chosen]


def choosing(offered: Sequence[SheetOffered]) -> type[SheetsForm]:
    """Make the form for the sheets of a file: several may be chosen where several have the same headings."""
    read = [str(at) for at, one in enumerate(offered) if one.is_read]
    choices = [SelectChoice(str(at), _described(one)) for at, one in enumerate(offered)]
    field: Field
    question = "Which of these sheets holds the cases?"
    if any(are_same(one.headings, other.headings) for one, other in combinations(offered, 2)):
        field = SelectMultipleField(question, choices=choices, default=read)
    else:
        field = RadioField(question, choices=choices, default=read[0] if read else None, validate_choice=False)
    return type("FileSheetsForm", (SheetsForm,), {"sheets": field, "offered": offered})


def _described(one: SheetOffered) -> str:
    headings = [heading for heading in one.headings if heading]
    more = ", …" if len(headings) > _MOST_NAMED else ""
    return f"{one.name[:60]}: {', '.join(heading[:40] for heading in headings[:_MOST_NAMED])}{more}"
