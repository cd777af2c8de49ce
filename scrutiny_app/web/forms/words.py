"""The form that asks what a file's words mean: those of its columns of choices that are not known yet.

A word whose rows are to be rejected is remembered as that. What nobody recognised has no answer beforehand, nor has
what a blank among ticks means. One that says that a case is none for a panel is rejected unless somebody says that
it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import InputRequired

from scrutiny_app.domain.mapping import WordsToMap
from scrutiny_app.domain.ticks import BLANK, blank_choices
from scrutiny_app.domain.uses import REJECTED, Mapping, described, word_key
from scrutiny_app.domain.words_together import codes_of, said_of_word
from scrutiny_app.web.forms.govuk import options

REJECT = "reject"
CODE = "code-"
REJECT_SHOWN = "Reject these rows"
MOST_TO_SAY = 15  # words of one column that nobody recognised; of more, the rows are rejected unless somebody says


class WordsForm(FlaskForm):
    """What a file's words mean; `asking` makes the class for one file."""

    asked: ClassVar[list[WordsToMap]]
    known: ClassVar[frozenset[str]]  # the inputs of words that were confirmed before

    def places(self, number: int, *, known: bool) -> list[int]:
        """List the places of a column's words that were confirmed before, or of those that are new."""
        words = self.asked[number].words
        return [place for place in range(len(words)) if (input_name(number, place) in self.known) is known]

    def mapping(self, said: Mapping) -> Mapping:
        """Add what has been said to a mapping; a word whose rows are to be rejected is kept as that."""
        words = {field: dict(known) for field, known in said.words.items()}
        for number, one in enumerate(self.asked):
            for place, (word, _, _) in enumerate(one.words):
                chosen = self[input_name(number, place)].data
                code = REJECTED if chosen == REJECT else chosen.removeprefix(CODE)
                for field, own in codes_of(one, code):
                    words.setdefault(field, {})[word_key(word)] = own
        return replace(said, words={field: known for field, known in words.items() if known})


def asking(asked: Sequence[WordsToMap], said: Mapping) -> type[WordsForm]:
    """Make the form that asks of a file's words, filled in with what was said before or else is suggested."""
    inputs: dict[str, Any] = {"asked": list(asked)}
    confirmed: set[str] = set()
    for number, one in enumerate(asked):
        for place, (word, _, suggested) in enumerate(one.words):
            known = said_of_word(one, word, said.words)
            code = suggested if known is None else known
            if known is not None:
                confirmed.add(input_name(number, place))
            ask = _of_blank if word == BLANK else _of_word
            inputs[input_name(number, place)] = ask(one, word, code)
    return type("FileWordsForm", (WordsForm,), inputs | {"known": frozenset(confirmed)})


def _of_word(one: WordsToMap, word: str, code: str | None) -> SelectField:
    reject = "Hold back the cases that they are in" if one.field == "role" else REJECT_SHOWN
    unknown = sum(suggested is None for other, _, suggested in one.words if other != BLANK)
    must_say = code is None and (one.loses_most or unknown <= MOST_TO_SAY)
    standing = "" if must_say else REJECT if code in (None, REJECTED) else f"{CODE}{code}"
    return SelectField(
        f"What does “{word}” mean under “{one.heading}”?",
        [InputRequired(f"Say what “{word}” means under “{one.heading}”, or reject its rows")] if must_say else [],
        choices=options([*([("", "Select")] if must_say else ()), (REJECT, reject), *_coded(one.choices)]),
        default=standing,
    )


def _of_blank(one: WordsToMap, word: str, code: str | None) -> SelectField:
    """Ask what a blank means; only a person can tell, so nothing is chosen beforehand."""
    field = described(one.field)
    return SelectField(
        f"Does a blank under “{one.heading}” mean no, or that it was not recorded?",
        [InputRequired(f"Say what a blank under “{one.heading}” means")],
        choices=options([("", "Select"), *_coded(blank_choices(field) if field else ())]),
        default="" if code is None else f"{CODE}{code}",
    )


def _coded(choices: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((f"{CODE}{code}", title) for code, title in choices)


def input_name(number: int, place: int) -> str:
    """Name the input for one word of one column."""
    return f"word_{number}_{place}"
