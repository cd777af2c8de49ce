"""What the file itself says of a word that is asked about: on its own list of codes, or in a column beside it.

It is shown with the question. Where what it says is a wording whose meaning is known, that is suggested, to be looked
over; where the word was known to mean something else, it is asked about.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.code_lists import CodeMeaning, meanings_of
from scrutiny_app.domain.flags_together import TOGETHER
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.ticks import BLANK
from scrutiny_app.domain.told_by_rows import told_by_rows
from scrutiny_app.domain.uses import REJECTED, Mapping, Use, word_key
from scrutiny_app.domain.word_footings import footing_of_word, is_code
from scrutiny_app.domain.word_questions import Told, Word
from scrutiny_app.domain.wording import meaning, outcome_known
from scrutiny_app.domain.words_beside import WordsBeside

_HOW_ENDED = frozenset({"disposal", "outcome_code"})
_FEWEST = 3  # codes that no two columns have alike by chance
_MORE_ROWS = 3  # than codes
_WORDED = re.compile(r"[^\W\d_]{3}")
_DESCRIBES = frozenset(
    "description descr desc text txt name nm title meaning words full long decode label detail".split()
)
Meanings = dict[str, Told]


def told_by_file(
    field: Field,
    column: ColumnLook,
    words: Sequence[Word],
    sheet: SheetLook,
    mapping: Mapping,
    listed: Sequence[CodeMeaning],
) -> tuple[tuple[Word, ...], Meanings]:
    """Give a column's words with what the file lets suggest of them, and what to show beside each question."""
    if field.kind is Kind.NUMBER or field.name == TOGETHER or not column.words:
        return tuple(words), {}
    told = _told(field, column, sheet, mapping, listed)
    found = tuple(_with_told(field, word, told.get(word_key(word[0]))) for word in words)
    asked = {word_key(word) for word, _, _ in words}
    doubted = tuple(_doubted(field, column, told, asked))
    return (*found, *doubted), told


def _with_told(field: Field, asked: Word, told: Told | None) -> Word:
    """Suggest what the file says, save where the word is known for something else: then nobody can tell."""
    word, count, code = asked
    if told is None or told.code is None or word == BLANK:
        return asked
    if told.is_sure and code not in (None, told.code) and not is_code(word):
        footing = Footing.READ if code == REJECTED else footing_of_word(field, word, code)
        return word, count, told.code if footing is Footing.ASKED else None
    return word, count, told.code if told.is_sure or code is None else code


def _doubted(field: Field, column: ColumnLook, told: Meanings, asked: set[str]) -> Iterator[Word]:
    """Yield what the schema would read, and of which the file says something else."""
    for word, count in column.words or () if field.name != "outcome_code" else ():
        one = told.get(word_key(word))
        if one is None or one.code is None or not one.is_sure or word_key(word) in asked:
            continue
        if (own := _read(field, word)) and own != one.code:
            yield word, count, None


def _told(
    field: Field, column: ColumnLook, sheet: SheetLook, mapping: Mapping, listed: Sequence[CodeMeaning]
) -> Meanings:
    names = [word for word, _ in column.words or ()]
    by_list = {
        key: Told(f"The sheet “{one.sheet[:60]}” says: {one.words}.", one.words, sure_meaning(field, one.words), True)
        for key, one in meanings_of(column.heading, names, listed).items()
        if key != word_key(one.words)
    }
    by_rows = _of_unread(field, column, told_by_rows(field, column, sheet, mapping, sure_meaning))
    beside = {
        **by_rows,
        **{key: _better(one, by_rows.get(key)) for key, one in _beside(field, column, sheet, mapping).items()},
    }
    return {**beside, **{key: _both(one, beside.get(key)) for key, one in by_list.items()}}


def _of_unread(field: Field, column: ColumnLook, told: Meanings) -> Meanings:
    """Leave what the rows say of words that are known: a row may be wrong, and is told as that when it is checked."""
    known = {word_key(word) for word, _ in column.words or () if sure_meaning(field, word) is not None}
    return {key: one for key, one in told.items() if key not in known}


def _better(beside: Told, by_rows: Told | None) -> Told:
    return by_rows if by_rows and beside.code is None else beside


def _both(listed: Told, beside: Told | None) -> Told:
    """Believe the list; where the column beside it means something else, nobody can tell which is right."""
    if beside and beside.code is not None and listed.code not in (None, beside.code):
        return Told(f"{listed.sentence} {beside.sentence}", listed.short, None, False)
    return listed


def _beside(field: Field, column: ColumnLook, sheet: SheetLook, mapping: Mapping) -> Meanings:
    found = [one for one in sheet.beside if one.heading == column.heading]
    for one in found:
        uses = mapping.uses.get(fold(one.other), ()) + mapping.parties.get(fold(one.other), ())
        if _explains(one, uses):
            return _of_column(field, one)
    return next((_of_column(field, one) for one in found if field.name == "disposal" and _are_outcomes(one)), {})


def _of_column(field: Field, one: WordsBeside) -> Meanings:
    """Give what a column says of each word; an outcome code is believed of one that seems to mean that disposal."""
    by_code = field.name == "disposal" and _are_outcomes(one)
    told: dict[str, Told] = {}
    for word, beside, count in one.words:
        code = sure_meaning(field, beside)
        rows = f"{count:,} row{'s' * (count != 1)}"
        sentence = f"Beside it in “{one.other[:60]}”: {beside}, {rows}."
        key = word_key(word)
        is_two = key in told and told[key].code != code
        is_sure = one.whole and not is_two and not (by_code and meaning(field, word) != code)
        told[key] = Told(sentence, beside, None if is_two else code, is_sure)
    return told


def _explains(one: WordsBeside, uses: Sequence[Use]) -> bool:
    """Say whether a column is the other in words: by its heading, or as so many words agree and nothing loads it."""
    codes, wordings = [word for word, _, _ in one.words], [beside for _, beside, _ in one.words]
    if (
        not one.is_told_apart
        or not all(map(_WORDED.search, wordings))
        or sum(map(len, wordings)) <= sum(map(len, codes))
    ):
        return False
    rows = sum(count for _, _, count in one.words)
    is_by_chance = len(codes) < _FEWEST or rows < len(codes) + _MORE_ROWS
    return _is_kin(one.heading, one.other) or (not uses and not is_by_chance)


def _is_kin(heading: str, other: str) -> bool:
    """Say whether two headings begin alike, and the other's end says that it describes: "Type Cd", "Type Desc"."""
    own, theirs = (re.findall(r"[a-z0-9]+", one.casefold()) for one in (heading, other))
    return bool(own) and bool(theirs) and own[0] == theirs[0] and theirs[-1] in _DESCRIBES


def _are_outcomes(one: WordsBeside) -> bool:
    return all(outcome_known(beside) for _, beside, _ in one.words)


def sure_meaning(field: Field, wording: str) -> str | None:
    """Give the code of a wording that is known to mean it, and is not only spelt like it; None where it is not."""
    if (own := _read(field, wording)) is not None:
        return own
    code = meaning(field, wording)
    if code is None:
        return REJECTED if field.name in _HOW_ENDED and ended_otherwise(wording) else None
    return None if footing_of_word(field, wording, code) is Footing.ASKED else code


def _read(field: Field, word: str) -> str | None:
    """Give what the schema reads in a word as it is."""
    try:
        value = reader(field)(word)
    except Unreadable:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) and (field.name != "outcome_code" or outcome_known(value)) else None
