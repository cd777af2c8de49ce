"""The form that asks what a file's words mean: those of its columns of choices that are not known yet."""

from collections.abc import Sequence
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import SelectField

from scrutiny_app.domain.mapping import WordsToMap
from scrutiny_app.domain.uses import Mapping, word_key
from scrutiny_app.web.forms.govuk import options

REJECT = "reject"
CODE = "code-"


class WordsForm(FlaskForm):
    """What a file's words mean; `asking` makes the class for one file."""

    asked: ClassVar[list[WordsToMap]]

    def mapping(self, said: Mapping) -> Mapping:
        """Add what has been said to a mapping; a word whose rows are to be rejected is in none."""
        words = {field: dict(known) for field, known in said.words.items()}
        for number, one in enumerate(self.asked):
            known = words.setdefault(one.field, {})
            for place, (word, _, _) in enumerate(one.words):
                chosen = self[input_name(number, place)].data
                known.pop(word_key(word), None)
                if chosen != REJECT:
                    known[word_key(word)] = chosen.removeprefix(CODE)
        return Mapping(
            said.uses, {field: known for field, known in words.items() if known}, said.constants, said.parties
        )


def asking(asked: Sequence[WordsToMap], said: Mapping) -> type[WordsForm]:
    """Make the form that asks of a file's words, filled in with what was said before or else is suggested."""
    inputs: dict[str, Any] = {"asked": list(asked)}
    for number, one in enumerate(asked):
        known = said.words.get(one.field, {})
        reject = "Hold back the cases that they are in" if one.field == "role" else "Reject these rows"
        choices = options([(REJECT, reject), *((f"{CODE}{code}", title) for code, title in one.choices)])
        for place, (word, _, suggested) in enumerate(one.words):
            code = known.get(word_key(word), suggested)
            inputs[input_name(number, place)] = SelectField(
                f"What does “{word}” mean under “{one.heading}”?",
                choices=choices,
                default=REJECT if code is None else f"{CODE}{code}",
            )
    return type("FileWordsForm", (WordsForm,), inputs)


def input_name(number: int, place: int) -> str:
    """Name the input for one word of one column."""
    return f"word_{number}_{place}"
