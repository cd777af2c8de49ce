"""The form that asks in which row, or in which two, a file's headings stand."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.pointed_headings import TopRow


class HeadingsForm(FlaskForm):
    """Which rows hold the headings; `pointing` makes the class for one file."""

    rows: Any

    def numbers(self) -> list[int]:
        """List the rows that are chosen."""
        return [int(number) for number in self.rows.data or []]


def pointing(seen: Look) -> type[HeadingsForm]:
    """Make the form for the first rows of a file, at those of which its headings are now."""
    choices = [SelectChoice(str(row.number), _described(row)) for row in seen.top]
    now = [str(seen.cases.heading_row - at) for at in range(max(1, seen.cases.pointed))]
    field = SelectMultipleField("Which row holds the headings?", choices=choices, default=now)
    return type("FileHeadingsForm", (HeadingsForm,), {"rows": field})


def _described(row: TopRow) -> str:
    return f"Row {row.number}: {' | '.join(row.cells)}"
