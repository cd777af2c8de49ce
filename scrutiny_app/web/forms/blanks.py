"""Asking once what a blank means in all columns of ticks that answer yes or no; each may be answered apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wtforms import SelectField
from wtforms.validators import InputRequired

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.ticks import blank_choices
from scrutiny_app.domain.uses import described
from scrutiny_app.domain.word_questions import WordsToMap
from scrutiny_app.web.forms.govuk import options

TOGETHER = "blanks"
CODE = "code-"


class BlankAsked(NamedTuple):
    """A column of ticks of whose blanks nothing has been said, and the name of its input."""

    name: str
    column: WordsToMap


def asked_together(blanks: Iterable[BlankAsked]) -> list[BlankAsked]:
    """Give the columns that one answer may do for; none where there are not several."""
    found = [one for one in blanks if (field := described(one.column.field)) and field.kind is Kind.YES_NO]
    return found if len(found) > 1 else []


def together(blanks: Sequence[BlankAsked]) -> SelectField:
    """Ask what a blank means in all of them; nothing is chosen beforehand."""
    headings = [f"“{one.column.heading}”" for one in blanks]
    listed = f"{', '.join(headings[:-1])} and {headings[-1]}"
    return SelectField(
        f"Does a blank under {listed} mean no, or that it was not recorded?",
        [InputRequired(f"Say what a blank under {listed} means")],
        choices=options([("", "Select"), *_choices(blanks[0].column)]),
    )


def alone(one: WordsToMap, code: str | None, *, is_of_several: bool = False) -> SelectField:
    """Ask what a blank means in one column, or whether it is otherwise in that column than in the others."""
    required = InputRequired(f"Say what a blank under “{one.heading}” means")
    return SelectField(
        f"Does a blank under “{one.heading}” mean no, or that it was not recorded?",
        [] if is_of_several else [required],
        choices=options([("", "As in the others" if is_of_several else "Select"), *_choices(one)]),
        default="" if code is None else f"{CODE}{code}",
    )


def _choices(one: WordsToMap) -> list[tuple[str, str]]:
    field = described(one.field)
    return [(f"{CODE}{code}", title) for code, title in (blank_choices(field) if field else ())]
