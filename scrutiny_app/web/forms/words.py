"""The form that asks what a file's words mean: those of its columns of choices that are not known yet."""

from collections.abc import Sequence
from dataclasses import replace
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
    known: ClassVar[frozenset[str]]  # the inputs of words that were confirmed before

    def places(self, number: int, *, known: bool) -> list[int]:
        """List the places of a column's words that were confirmed before, or of those that are new."""
        words = self.asked[number].words
        return [place for place in range(len(words)) if (input_name(number, place) in self.known) is known]

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
        return replace(said, words={field: known for field, known in words.items() if known})


def asking(asked: Sequence[WordsToMap], said: Mapping) -> type[WordsForm]:
    """Make the form that asks of a file's words, filled in with what was said before or else is suggested."""
    inputs: dict[str, Any] = {"asked": list(asked)}
    confirmed: set[str] = set()
    for number, one in enumerate(asked):
        known = said.words.get(one.field, {})
        reject = "Hold back the cases that they are in" if one.field == "role" else "Reject these rows"
        choices = options([(REJECT, reject), *((f"{CODE}{code}", title) for code, title in one.choices)])
        for place, (word, _, suggested) in enumerate(one.words):
            code = known.get(word_key(word), suggested)
            if word_key(word) in known:
                confirmed.add(input_name(number, place))
            inputs[input_name(number, place)] = SelectField(
                f"What does “{word}” mean under “{one.heading}”?",
                choices=choices,
                default=REJECT if code is None else f"{CODE}{code}",
            )
    return type("FileWordsForm", (WordsForm,), inputs | {"known": frozenset(confirmed)})


def input_name(number: int, place: int) -> str:
    """Name the input for one word of one column."""
    return f"word_{number}_{place}"
