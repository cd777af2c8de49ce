"""The form by which a clerk confirms how a file is read, and which of its victims are organisations."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind
from wtforms.validators import InputRequired, Length


class ConfirmForm(FlaskForm):
    """Under which name what was said is kept; `confirming` makes the class for one file."""

    name = StringField("Name of this layout, for the next file", [InputRequired(), Length(max=80)])
    doubted: Any
    others: Any

    def organisations(self) -> list[str]:
        """List the victims who are said to be organisations."""
        return [*(self.doubted.data or ()), *(self.others.data or ())]


def confirming(doubted: Sequence[str], as_people: Sequence[str]) -> type[ConfirmForm]:
    """Make the form for a file: victims who may be organisations are asked about, others read as people only listed."""
    others = [name for name in as_people if name not in doubted]
    return type("FileConfirmForm", (ConfirmForm,), _fields(doubted, others))


def _fields(doubted: Sequence[str], others: Sequence[str]) -> dict[str, SelectMultipleField]:
    asked = SelectMultipleField("Which of these are organisations?", choices=[*map(_choice, doubted)])
    listed = SelectMultipleField("Are any of these organisations too?", choices=[*map(_choice, others)])
    return {"doubted": asked, "others": listed}


def _choice(name: str) -> SelectChoice:
    return SelectChoice(name, name)
