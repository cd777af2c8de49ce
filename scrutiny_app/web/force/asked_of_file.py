"""What is asked of each column of a file, and of each of its sheet of people: how it is read, and what was said."""

from typing import Any

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.counted_dates import is_from_1900
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Use
from scrutiny_app.services.mapping import Question
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.forms.asked_columns import Asked
from scrutiny_app.web.forms.column_uses import words_of

NOTHING = Mapping({})


def asked_of(question: Question) -> list[Asked]:
    """List the columns in the file's order, those of people last, each with what was said of it or is suggested."""
    said, cases, parties = question.said or NOTHING, question.look.cases, question.look.parties
    counted: dict[str, Any] = {"from_1900": is_from_1900(question.suggestions, cases, today_in_london())}
    found = [
        Asked(f"c{place}", look, one, _uses(said.uses, one), parties=False, from_1904=cases.from_1904, **counted)
        for place, (look, one) in enumerate(zip(cases.columns, question.suggestions, strict=True))
    ]
    if parties is None:
        return found
    return found + [
        Asked(
            f"p{place}",
            look,
            one,
            _uses(said.parties, one),
            parties=True,
            from_1904=parties.from_1904,
            joins=_joins(question, one),
            **counted,
        )
        for place, (look, one) in enumerate(zip(parties.columns, question.parties, strict=True))
    ]


def _joins(question: Question, person: Suggestion) -> str:
    """Say what of the cases a column of the sheet of people holds by which they are joined, if not the case number."""
    theirs, by = question.look.people_by or ("", "")
    said = (question.said or NOTHING).uses
    uses = next((_uses(said, one) for one in question.suggestions if one.heading == by), ())
    if person.heading != theirs or any(use.field == "case_number" for use in uses):
        return ""
    return words_of(uses[0]) if uses else f"“{by}”"


def _uses(said: dict[str, tuple[Use, ...]], suggestion: Suggestion) -> tuple[Use, ...]:
    return said.get(fold(suggestion.heading), suggestion.uses)
