"""What may fill a field that is needed and has no column: another field's column, or one value for all rows."""

import re
from collections.abc import Sequence

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.cases import OUT_OF_COURT_OUTCOMES, Field
from scrutiny_app.domain.choice_words import means_each
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.mapping import CONSTANTS
from scrutiny_app.domain.uses import Use

_TOLD_BY = {"offence_group": "offence_title", "outcome_code": "disposal", "disposal": "outcome_code"}
_IN_WORDS = re.compile(r"[^\W\d_]{4}")  # "8" alone says how a case is counted, and not what was done


def tells(uses: Sequence[Use], look: ColumnLook, field: Field) -> bool:
    """Say whether a column that fills another field tells this one too, by all of its words: they are asked next."""
    other = _TOLD_BY.get(field.name)
    if not any(use.field == other for use in uses) or not means_each(field, look):
        return False
    return field.name != "disposal" or all(_IN_WORDS.search(word) for word, _ in look.words or ())


def same_in_every_row(field: Field, force: str) -> list[SelectChoice]:
    """Offer what may be the same in every row of a file."""
    if field.name not in CONSTANTS:
        return []
    values = {choice.code: choice.title for choice in field.choices if choice.since}
    if field.name == "outcome_code":
        values = dict(zip(OUT_OF_COURT_OUTCOMES, OUT_OF_COURT_OUTCOMES, strict=True))
    if field.name == "force":
        values = {force: force}
    return [SelectChoice(f"value-{value}", words, optgroup="The same in every row") for value, words in values.items()]
