"""Which words of a file the schema does not read; a person says what they mean, and what a blank among ticks does."""

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.blanks_among_ticks import blanks_in, dashes_in
from scrutiny_app.domain.cases import NOT_RECORDED, OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES, Choice, Field, Kind
from scrutiny_app.domain.cells import Reader, Unreadable, fold, reader
from scrutiny_app.domain.code_lists import CodeMeaning
from scrutiny_app.domain.codes_beside import held_against_codes
from scrutiny_app.domain.codes_in_doubt import codes_in_doubt, of_own_numbers
from scrutiny_app.domain.flags_together import NONE_OF_THESE, SHOWN, TOGETHER, flag_of, flags_in
from scrutiny_app.domain.group_uses import one_of_each
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.mended import is_to_mend
from scrutiny_app.domain.no_disposal import ended_otherwise, is_status_of_another_end, not_given
from scrutiny_app.domain.open_statuses import OPEN, OPEN_SHOWN, open_words, without_doubtful_approvals
from scrutiny_app.domain.paired_columns import heading_of, of_pair
from scrutiny_app.domain.parties import LEFT_OUT
from scrutiny_app.domain.rows_left_out import without_left_out
from scrutiny_app.domain.ticks import BLANK, answers_of
from scrutiny_app.domain.told_by_file import told_by_file
from scrutiny_app.domain.unread_ranks import is_rank
from scrutiny_app.domain.uses import REJECTED, Mapping, Use, described, loaded, word_key
from scrutiny_app.domain.word_questions import Word, WordsToMap
from scrutiny_app.domain.wording import (
    counts_several,
    has_two_codes,
    is_held_for_a_while,
    is_wider,
    meaning,
    outcome_known,
)
from scrutiny_app.domain.words_together import asked_once

__all__ = ["WordsToMap", "choices_of", "suggest_words", "title_of", "unsaid_blanks"]

_QUESTIONS = frozenset({"victim_consulted", "conditions_completed", "youth"})
_HOW_ENDED = frozenset({"disposal", "outcome_code"})
_NO_NUMBER = {  # "none" may be a count, and may be what a program writes where nothing was recorded
    **dict.fromkeys(("nil", "zero", "nought", "noprevious", "nilprevious", "firstoffence"), "0"),
    **dict.fromkeys(("none", "no", "noneknown"), None),
}
_ACTING = (
    "An acting or temporary rank may or may not count as that rank, so it is suggested as not recorded: choose a rank "
    "only if your force counts it as such."
)
_CODES = (
    "Outcome codes 2 and 2A count youth cautions, 3 and 3A adults’ cautions, each with conditions or without; the A "
    "says that it was for another offence. Choose a disposal for a code only if it is true of all its rows. If another "
    "column says what was done, go back and load that one as the disposal."
)
_WITH_LETTER = (
    "A conditional caution may be outcome 2 or 3, or 2A or 3A: in the national guide the A says that it was for "
    "another offence, and some forces write it for conditions. Choose what your returns count it as."
)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def suggest_words(look: Look, mapping: Mapping) -> list[WordsToMap]:
    """List the words that the schema does not read, of each column that a mapping loads, in the file's order."""
    pairs = frozenset(map(heading_of, look.pairs))
    found = list(_of_sheet(look.cases, mapping, look.codes, parties=False, pairs=pairs))
    if look.parties:
        found += _of_sheet(look.parties, mapping, look.codes, parties=True)
    return list(without_left_out(asked_once(found), look, mapping))


def choices_of(field: Field) -> tuple[tuple[str, str], ...]:
    """List what a word may be mapped to: codes with their titles, and nothing recorded."""
    nothing = ("", NOT_RECORDED)
    if field.name == "outcome_code":
        return *((code, f"Outcome {code}") for code in (*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES)), nothing
    if field.kind is Kind.NUMBER:
        return ("0", "0, none at all"), nothing
    if field.name == "role":
        return *((choice.code, choice.title) for choice in field.choices), (LEFT_OUT, "Leave these people out")
    if field.name == TOGETHER:
        return *((one.code, SHOWN.get(one.code, one.title)) for one in field.choices), ("", NONE_OF_THESE)
    choices = YES_NO if field.kind is Kind.YES_NO else field.choices
    if field.name == "status":
        return *((one.code, OPEN_SHOWN if one.code == OPEN else one.title) for one in choices), nothing
    return *((choice.code, choice.title) for choice in choices), nothing


def unsaid_blanks(look: Look, mapping: Mapping) -> list[str]:
    """List the headings of the columns of ticks of which nobody has said what a blank means."""
    return [
        one.heading
        for one in suggest_words(look, mapping)
        if any(word == BLANK for word, _, _ in one.words) and BLANK not in mapping.words.get(one.field, {})
    ]


def _of_sheet(
    sheet: SheetLook,
    mapping: Mapping,
    codes: Sequence[CodeMeaning],
    *,
    parties: bool,
    pairs: frozenset[str] = frozenset(),
) -> Iterator[WordsToMap]:
    uses = mapping.parties if parties else mapping.uses
    is_mended = is_to_mend(column.heading for column in sheet.columns)
    for column, use in one_of_each(sheet, uses):
        field = described(use.field, parties=parties)
        if field is None or not has_words(field):
            continue
        is_pair = field.name == "disposal" and column.heading in pairs
        words = of_pair(column) if is_pair else _unread(field, column)
        if field.name in _HOW_ENDED and not is_pair:
            words = of_own_numbers(field, column, words, both=_fills_both(column, uses))
        words, told = (words, {}) if is_pair else told_by_file(field, column, words, sheet, mapping, codes)
        if field.name == "disposal" and not is_pair and column in sheet.columns:
            words = held_against_codes(words, sheet, sheet.columns.index(column), mapping)
        if field.name == "status":
            words = without_doubtful_approvals(words, column, sheet, mapping)
            words = (*words, *open_words(column, sheet, mapping))
        words = (*(() if is_mended else _blanks(field, column, sheet.rows, mapping)), *words)
        if words:
            wider = any(is_wider(field, word) for word, _, _ in words)
            unknown = sum(count for word, count, code in words if code is None and word != BLANK)
            lost = 2 * unknown > max(sheet.rows, column.filled)
            yield WordsToMap(
                field.name,
                column.heading,
                words,
                choices_of(field),
                title_of(field),
                wider,
                lost,
                tuple(_notes(field, words)),
                is_pair=is_pair,
                told=told,
            )


def _blanks(field: Field, column: ColumnLook, rows: int, mapping: Mapping) -> Iterator[Word]:
    """Yield what may mean no among ticks: blank cells, and dashes where they stand beside blanks or other words.

    Where a date of birth is loaded it tells who was a child, so nobody is asked of a blank among ticks of that.
    """
    if field.name == "youth" and "offender_born" in loaded(mapping.uses):
        return
    blanks, dashes = blanks_in(field, column, rows, mapping.words.get(field.name, {})), dashes_in(field, column)
    apart = bool(dashes) and (not blanks or rows > column.filled)
    if blanks:
        yield BLANK, rows - column.filled if apart else blanks, None
    yield from ((word, count, None) for word, count in dashes if apart)


def _fills_both(column: ColumnLook, uses: dict[str, tuple[Use, ...]]) -> bool:
    return {use.field for use in uses.get(fold(column.heading), ())} >= _HOW_ENDED


def _notes(field: Field, words: tuple[Word, ...]) -> Iterator[str]:
    """Say in sentences why nothing, or not what one may expect, is suggested for some words."""
    if is_rank(field) and any(is_held_for_a_while(word) for word, _, _ in words):
        yield _ACTING
    if field.name == "outcome_code" and any(code is None and has_two_codes(word) for word, _, code in words):
        yield _WITH_LETTER
    if field.name == "disposal" and any(counts_several(word) for word, _, code in words if not code):
        yield _CODES


def title_of(field: Field) -> str:
    """Name a field within a sentence: "the disposal", or its heading in quotes where it is no thing but a question."""
    is_question = field.kind is Kind.YES_NO or field.name in _QUESTIONS
    heading = field.heading.rpartition(": ")[2]  # without the group of columns that it may be of
    return f"“{heading}”" if is_question else f"the {heading[0].lower()}{heading[1:]}"


def has_words(field: Field) -> bool:
    """Say whether a field is filled from a list of words, so that a file's own may be mapped to it."""
    return field.kind in (Kind.CHOICE, Kind.YES_NO, Kind.NUMBER) or field.name == "outcome_code"


def _unread(field: Field, column: ColumnLook) -> tuple[Word, ...]:
    if field.name == TOGETHER:
        return _flags_unread(field, column)
    read = reader(field)
    in_doubt = codes_in_doubt(field, column)
    counts: dict[str, tuple[str, int]] = {}
    for word, count in column.words or ():
        is_read = _is_read(read, field, word) and word_key(word) not in in_doubt
        if is_read or (field.kind is Kind.NUMBER and word_key(word) not in _NO_NUMBER):
            continue
        shown, before = counts.get(word_key(word), (" ".join(word.split()), 0))
        counts[word_key(word)] = shown, before + count
    alone = len(column.words or ()) == 1
    return tuple(
        (word, count, in_doubt[key] if key in in_doubt else _meant(field, word, alone=alone))
        for key, (word, count) in counts.items()
    )


def _flags_unread(field: Field, column: ColumnLook) -> tuple[Word, ...]:
    """List the words of flags that stand together, each by itself."""
    counts: dict[str, tuple[str, int]] = {}
    for text, count in column.words or ():
        for word in flags_in(text):
            if flag_of(word) is None:
                shown, before = counts.get(word_key(word), (word, 0))
                counts[word_key(word)] = shown, before + count
    return tuple((word, count, meaning(field, word)) for word, count in counts.values())


def _meant(field: Field, word: str, *, alone: bool) -> str | None:
    """Suggest what a word means: a lone cross against blanks what is so, a rank that nobody knows nothing recorded."""
    if field.kind is Kind.NUMBER:
        return _NO_NUMBER.get(word_key(word))
    answers = answers_of(field)
    if answers and alone and word_key(word) == "x":
        return answers[0]
    if field.name == "status" and is_status_of_another_end(word):
        return REJECTED
    meant = meaning(field, word)
    if meant is None and field.name in _HOW_ENDED and (ended_otherwise(word) or not_given(word)):
        return REJECTED
    return "" if meant is None and is_rank(field) else meant


def _is_read(read: Reader, field: Field, word: str) -> bool:
    if not word_key(word):
        return True
    try:
        value = read(word)
    except Unreadable:
        return False
    return field.name != "outcome_code" or value is None or outcome_known(str(value))
