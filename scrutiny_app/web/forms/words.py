"""The form that asks what a file's words mean: those of its columns of choices that are not known yet.

A word whose rows are to be rejected, or rightly left out, is remembered as that. What is asked has no answer
beforehand, save where so many words of a column are unknown that their rows are rejected. The rows of one that says
that a case is none for a panel are left out unless somebody says that it is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import InputRequired

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.mapping import WordsToMap
from scrutiny_app.domain.ticks import BLANK
from scrutiny_app.domain.uses import NOT_FOR_PANEL, REJECTED, Mapping, word_key
from scrutiny_app.domain.word_footings import WHY_BLANK, either_code, footings, if_given, why_asked
from scrutiny_app.domain.word_questions import Word
from scrutiny_app.domain.words_together import codes_of, said_of_word
from scrutiny_app.web.forms.blanks import CODE, TOGETHER, BlankAsked, alone, asked_together, together
from scrutiny_app.web.forms.filling import title_chosen
from scrutiny_app.web.forms.govuk import options

REJECT = "reject"
REJECT_SHOWN = "Reject these rows"
ASIDE = "aside"
ASIDE_SHOWN = "Leave these rows out: not for this panel"
_TELL_OF_CASE = frozenset({"disposal", "outcome_code", "status", "tier", "offence_group"})  # fit for a panel or not
MOST_TO_SAY = 15  # words of one column that nobody recognised; of more, the rows are rejected unless somebody says

_LEFT_OUT = {REJECT: REJECTED, ASIDE: NOT_FOR_PANEL}
_SAID = {REJECT: "Rows rejected", ASIDE: "Rows left out"}
_STANDING: dict[str | None, str] = {None: REJECT, REJECTED: REJECT, NOT_FOR_PANEL: ASIDE}


@dataclass(frozen=True)
class WordLine:
    """One word as it stands on the page: the word, its rows, its input, why it is asked, and what it stands at.

    `told` is what the file says of it, if it does: with a question in a sentence, and else in a word or two.
    """

    word: str
    rows: int
    input: SelectField
    why: str
    told: str = ""

    @property
    def meaning(self) -> str:
        """Give the title of the answer that is chosen."""
        return _SAID.get(self.input.data) or title_chosen(self.input)


@dataclass(frozen=True)
class WordsOfColumn:
    """The words of one column that stand in one part of the page, those of most rows first."""

    asked: WordsToMap
    lines: tuple[WordLine, ...]

    @property
    def is_named_alike(self) -> bool:
        """Say whether its heading is the name of what it holds, so that one of them says both."""
        return fold(self.asked.heading) == fold(self.asked.title.removeprefix("the "))

    @property
    def by_meaning(self) -> dict[str, list[WordLine]]:
        """Put the words together that mean the same."""
        found: dict[str, list[WordLine]] = {}
        for line in self.lines:
            found.setdefault(line.meaning, []).append(line)
        return found


class WordsForm(FlaskForm):
    """What a file's words mean; `asking` makes the class for one file."""

    asked: ClassVar[list[WordsToMap]]
    parts: ClassVar[dict[str, Footing | None]]  # by input; None of a word that was confirmed before
    blanks_asked: ClassVar[list[BlankAsked]]  # those of which one answer may do for all

    def of(self, part: Footing | None) -> list[WordsOfColumn]:
        """List what stands in one part of the page, by column, that with the word of most rows first."""
        found = [WordsOfColumn(one, tuple(self._lines(number, one, part))) for number, one in enumerate(self.asked)]
        found = [one for one in found if one.lines]
        most = {one.asked.heading: 0 for one in found}
        for one in found:
            most[one.asked.heading] = max(most[one.asked.heading], one.lines[0].rows)
        return sorted(found, key=lambda one: (-most[one.asked.heading], one.asked.heading, not one.asked.also))

    @property
    def why_blank(self) -> str:
        """Say why a blank among ticks is asked about."""
        return WHY_BLANK

    @property
    def blanks_apart(self) -> list[tuple[str, SelectField]]:
        """List the columns whose blanks are asked about together, each with its own input."""
        return [(one.column.heading, self[one.name]) for one in self.blanks_asked]

    def _lines(self, number: int, one: WordsToMap, part: Footing | None) -> list[WordLine]:
        of_several = {blank.name for blank in self.blanks_asked}
        found = [
            WordLine(
                word[0],
                word[1],
                self[name],
                why_asked(one, word) if part is Footing.ASKED else "",
                _told(one, word, part),
            )
            for place, word in enumerate(one.words)
            if self.parts[name := input_name(number, place)] is part and name not in of_several
        ]
        return sorted(found, key=lambda line: -line.rows)

    def mapping(self, said: Mapping) -> Mapping:
        """Add what has been said to a mapping; a word whose rows are to be rejected is kept as that."""
        words = {field: dict(known) for field, known in said.words.items()}
        together_said = {one.name: self[TOGETHER].data for one in self.blanks_asked}
        for number, one in enumerate(self.asked):
            for place, (word, _, _) in enumerate(one.words):
                name = input_name(number, place)
                chosen = self[name].data or together_said.get(name, "")
                code = _LEFT_OUT.get(chosen) or chosen.removeprefix(CODE)
                for field, own in codes_of(one, code):
                    words.setdefault(field, {})[word_key(word)] = own
        return replace(said, words={field: known for field, known in words.items() if known})


def asking(asked: Sequence[WordsToMap], said: Mapping) -> type[WordsForm]:
    """Make the form that asks of a file's words, filled in with what was said before or else is suggested."""
    blanks = asked_together(_blanks_unsaid(asked, said))
    inputs: dict[str, Any] = {"asked": list(asked), "blanks_asked": blanks}
    parts: dict[str, Footing | None] = {}
    if blanks:
        inputs[TOGETHER] = together(blanks)
    for number, one in enumerate(asked):
        for place, (word, footing) in enumerate(zip(one.words, footings(one), strict=True)):
            name, known = input_name(number, place), said_of_word(one, word[0], said.words)
            parts[name] = footing if known is None else None
            if word[0] == BLANK:
                inputs[name] = alone(one, known, is_of_several=any(blank.name == name for blank in blanks))
            else:
                inputs[name] = _of_word(one, word, known, footing)
    return type("FileWordsForm", (WordsForm,), inputs | {"parts": parts})


def _blanks_unsaid(asked: Sequence[WordsToMap], said: Mapping) -> Iterator[BlankAsked]:
    for number, one in enumerate(asked):
        for place, (word, _, _) in enumerate(one.words):
            if word == BLANK and said_of_word(one, word, said.words) is None:
                yield BlankAsked(input_name(number, place), one)


def _of_word(one: WordsToMap, asked: Word, known: str | None, footing: Footing) -> SelectField:
    word, _, suggested = asked
    reject = "Hold back the cases that they are in" if one.field == "role" else REJECT_SHOWN
    unknown = sum(code is None for other, _, code in one.words if other != BLANK)
    is_open = known is None and footing is Footing.ASKED
    must_say = is_open and (suggested is not None or one.loses_most or unknown <= MOST_TO_SAY)
    code = suggested if known is None else known
    standing = "" if must_say else _STANDING.get(code, f"{CODE}{code}")
    aside = [(ASIDE, ASIDE_SHOWN)] if one.field in _TELL_OF_CASE else []
    if aside and known is None and suggested == REJECTED and not must_say:  # it says itself that no panel looks at it
        standing = ASIDE
    offered = [(REJECT, reject), *aside, *_coded(one.choices)]
    if must_say:  # what it may well be comes first, and is not chosen
        offered = [("", "Select"), *sorted(offered, key=_after_likely(one, word, suggested))]
    return SelectField(
        f"What does “{word}” mean under “{one.heading}”?",
        [InputRequired(f"Say what “{word}” means under “{one.heading}”, or reject its rows")] if must_say else [],
        choices=options(offered),
        default=standing,
    )


def _after_likely(one: WordsToMap, word: str, suggested: str | None) -> Callable[[tuple[str, str]], int]:
    """Give how to sort what it may well be before all else: a disposal that was perhaps refused before leaving out."""
    codes = if_given(one, word) if suggested == REJECTED else (suggested, *either_code(one, word))
    likely = [*(f"{CODE}{code}" for code in codes), *([ASIDE] if suggested == REJECTED else ())]
    return lambda pair: likely.index(pair[0]) if pair[0] in likely else len(likely)


def _told(one: WordsToMap, word: Word, part: Footing | None) -> str:
    """Give what the file says of a word; in short where that is what it is read by."""
    name, _, code = word
    told = one.told_of(name)
    if told is None or (part is not Footing.ASKED and not one.is_told(name, code)):
        return ""
    return told.sentence if part is Footing.ASKED else told.short


def _coded(choices: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((f"{CODE}{code}", title) for code, title in choices)


def input_name(number: int, place: int) -> str:
    """Name the input for one word of one column."""
    return f"word_{number}_{place}"
