"""WTForms fields as the Design System draws them: what the form macros need and WTForms does not say.

The macros in `templates/macros/forms.html` ask here which component a field is, what is wrong with it in plain words,
and which element a link to it must reach.
"""

from __future__ import annotations  # WTForms' fields are generic for the type checker alone

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    Field,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind
from wtforms.validators import Length


@dataclass(frozen=True)
class Part:
    """One input of a date."""

    label: str
    id: str
    value: str
    width: int
    wrong: bool


class DateParts(Field):
    """A date asked for as day, month and year: three inputs under one name, in that order.

    It also takes one ISO date. Pair it with `InputRequired` or `Optional`, whose messages do not hide its own.
    """

    labels = ("Day", "Month", "Year")
    wrong: frozenset[int] = frozenset()
    given: tuple[str, str, str] = ("", "", "")
    example = "27 3 2026"

    @property
    def parts(self) -> list[Part]:
        """Return the three inputs with what was last given; the first bears the field's own id."""
        data: date | None = self.data
        values = (str(data.day), str(data.month), str(data.year)) if data else self.given
        wrong = self.wrong or (range(3) if self.errors else ())
        ids = (self.id, f"{self.id}-month", f"{self.id}-year")
        return [
            Part(label, ids[place], values[place], width=4 if label == "Year" else 2, wrong=place in wrong)
            for place, label in enumerate(self.labels)
        ]

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the three inputs; raise ValueError, in words for the person, for what is no date."""
        given = [str(value).strip() for value in valuelist]
        self.raw_data = [" ".join(given).strip()]
        self.data, self.wrong = None, frozenset()
        if len(given) == 1 and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given[0]):
            given = given[0].split("-")[::-1]
        day, month, year = (*given, "", "", "")[:3]
        self.given = (day, month, year)
        if any(self.given):
            self.data = self._read(day, month, year)

    def _read(self, day: str, month: str, year: str) -> date:
        missing = [place for place, value in enumerate((day, month, year)) if not value]
        if missing:
            self.wrong = frozenset(missing)
            raise ValueError(
                f"{self.label.text} must include a {' and a '.join(self.labels[place].lower() for place in missing)}"
            )
        if not re.fullmatch(r"\d{4}", year, re.ASCII):
            self.wrong = frozenset({2})
            raise ValueError(f"{self.label.text} must have a year of 4 digits, such as 2026")
        try:
            return date(int(year), _month(month), int(day))
        except ValueError:
            self.wrong = frozenset({0, 1, 2})
            raise ValueError(f"{self.label.text} must be a real date, such as {self.example}") from None


def _month(text: str) -> int:
    """Return a month's number from its number or its English name."""
    names = [name.lower() for name in calendar.month_abbr]
    return names.index(text[:3].lower()) if text.isalpha() else int(text)


# The most particular class first: a RadioField is also a SelectField.
_COMPONENTS: tuple[tuple[type[Field], str], ...] = (
    (DateParts, "date"),
    (RadioField, "radios"),
    (SelectMultipleField, "checkboxes"),
    (SelectField, "select"),
    (BooleanField, "checkbox"),
    (TextAreaField, "textarea"),
    (PasswordField, "password"),
    (HiddenField, "hidden"),
    (FileField, "file"),
    (IntegerField, "number"),
    (StringField, "text"),
)


def component(field: Field) -> str:
    """Say which component draws the field; raise TypeError for a kind that none does."""
    for kind, name in _COMPONENTS:
        if isinstance(field, kind):
            return name
    raise TypeError(f"No component draws a {type(field).__name__} ({field.name})")


def options(pairs: Iterable[tuple[Any, str]]) -> Any:
    """Return pairs of a value and its words as the choices of a field."""
    return [SelectChoice(value, words) for value, words in pairs]


def limit(field: Field) -> int | None:
    """Return the most characters that a field's validators allow, or None."""
    checks: Sequence[Any] = field.validators
    limits = [check.max for check in checks if isinstance(check, Length) and check.max > 0]
    return min(limits, default=None)


def refuse(field: Field, message: str) -> None:
    """Add a message to a field after validation, such as a service's refusal."""
    field.errors = [*field.errors, message]


@dataclass(frozen=True)
class Problem:
    """One line of the error summary; no target where no element can be reached."""

    text: str
    target: str | None


def problems(*forms: Form) -> list[Problem]:
    """List what is wrong with the forms, in the order of their fields, one problem a field."""
    found = [Problem(str(error), None) for form in forms for error in form.form_errors]
    found += [Problem(problem(field), _target(field)) for form in forms for field in _failed(form)]
    return found


def _failed(fields: Form | FormField[Any] | FieldList[Any]) -> Iterator[Field]:
    for field in fields:
        if isinstance(field, FormField):
            yield from _failed(field.form)
        elif isinstance(field, FieldList) and any(entry.errors for entry in field):
            yield from _failed(field)
        elif field.errors:
            yield field


def _target(field: Field) -> str | None:
    if isinstance(field, DateParts):
        return next((part.id for part in field.parts if part.wrong), field.id)
    return None if isinstance(field, HiddenField) else field.id


def problem(field: Field) -> str:
    """Return the field's first error in words that say what to do, or an empty text."""
    if not field.errors:
        return ""
    message = str(field.errors[0])
    for pattern, reword in _REWORDED:
        if pattern.match(message):
            return reword(field, message).rstrip(".")
    return message


_VERBS = {"file": "Choose", "radios": "Select", "checkboxes": "Select", "select": "Select"}
_QUESTION = re.compile(r"(how|what|when|where|which|who|whose|why)\b|.*\?$", re.IGNORECASE)
_DETERMINED = re.compile(r"(the|a|an|your|their|its|this|any|one) ", re.IGNORECASE)


def _ask(field: Field, _message: str) -> str:
    """Say what to give, as the label puts it."""
    label, kind = field.label.text, component(field)
    if kind == "checkbox":
        return f"Tick “{label}” to go on"
    if _QUESTION.match(label):
        return f"Answer {'the question ' if label.endswith('?') else ''}“{label}”"
    lowered = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return f"{_VERBS.get(kind, 'Enter')} {'' if _DETERMINED.match(label) else 'the '}{lowered}"


# WTForms' own messages do not name the field or say what to do.
_REWORDED: tuple[tuple[re.Pattern[str], Callable[[Field, str], str]], ...] = (
    (re.compile(r"This field is required|Not a valid choice|Invalid [Cc]hoice"), _ask),
    (
        re.compile(r"'.*' (is|are) not .*valid choice"),
        lambda field, _: f"{field.label.text}: select only from the list",
    ),
    (
        re.compile(r"Not a valid integer"),
        lambda field, _: f"{field.label.text} must be a whole number in figures, such as 12",
    ),
    (re.compile(r"(Field|Number) "), lambda field, message: f"{field.label.text} {message.partition(' ')[2]}"),
)
