"""Two columns that only together tell the disposal: a code of outcomes and what kind of caution it was.

Their words stand together in a column of their own, "3 and C", which is confirmed like any other; each pair is a word.
"""

import re
from collections.abc import Sequence
from itertools import product

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Broken, Cell, Unreadable, fold, reader
from scrutiny_app.domain.contradictions import outcome_code
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.no_disposal import ended_otherwise, not_given
from scrutiny_app.domain.questioning import words_of
from scrutiny_app.domain.styling import is_dated
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.uses import REJECTED, word_key
from scrutiny_app.domain.vocabulary import HAS_CONDITIONS, HAS_NO_CONDITIONS
from scrutiny_app.domain.word_questions import Word
from scrutiny_app.domain.wording import counts_several, meaning, outcome_known

Pair = tuple[str, str]  # two headings
_BETWEEN_HEADINGS, _BETWEEN_WORDS = " with ", " and "
_FARTHEST = 3  # columns from each other
_MOST_WORDS, _MOST_KINDS, _LONGEST = 40, 8, 30
_MOSTLY, _NEARLY_ALL = 0.6, 0.8  # of the filled cells, of the rows
_DISPOSAL, _FLAG = COLUMN["disposal"], reader(COLUMN["hate"])
_CAUTION = re.compile(r"\bcaut", re.IGNORECASE)
_SIMPLE = re.compile(r"\bsimple\b", re.IGNORECASE)
_OF_A_KIND = frozenset({"sub", "subtype", "type", "kind", "detail", "conditional", "cond"})
_CONDITIONAL = ("cond", "caution", "attached", "set")
_ANSWERS = frozenset({"y", "n", "yes", "no"})
_CONDITIONAL_OF = {"2": "youth_conditional_caution", "3": "conditional_caution"}  # by outcome code
_OF_CAUTIONS = {"youth_conditional_caution": "youth_caution", "conditional_caution": "simple_caution"}


def heading_of(pair: Pair) -> str:
    """Give the heading of the column in which two stand together."""
    return _BETWEEN_HEADINGS.join(pair)


def is_pair(heading: str, headings: Sequence[str]) -> bool:
    """Say whether a column is two others together."""
    return any(heading == heading_of((one, other)) for one, other in product(headings, headings) if one != other)


def known_pairs(headings: Sequence[str], known: frozenset[str]) -> tuple[Pair, ...]:
    """List the pairs of a sheet's columns that a layout knows, by its headings as they are folded."""
    pairs = ((one, other) for one, other in product(headings, headings) if one and other and one != other)
    return tuple(pair for pair in pairs if fold(heading_of(pair)) in known)


def cell_of(one: Cell, other: Cell) -> Cell:
    """Put two cells together as one word; blank where the first is."""
    if isinstance(one, Broken) or is_blank(one):
        return one
    if isinstance(other, Broken):
        return other
    first, second = text_shown(one), "" if is_blank(other) else text_shown(other)
    if first is None or second is None:
        return one
    return f"{first.strip()}{_BETWEEN_WORDS}{second.strip()}" if second.strip() else first


def pairs_in(sheet: SheetLook) -> tuple[Pair, ...]:
    """Find the two columns that together tell the disposal, where none tells it alone."""
    if any(_tells_alone(column, sheet.rows) or _is_the_disposal(column) for column in sheet.columns):
        return ()
    found = [
        (abs(at - place), one.heading, other.heading)
        for at, one in enumerate(sheet.columns)
        if _leaves_open(one)
        for place, other in enumerate(sheet.columns)
        if at != place and abs(at - place) <= _FARTHEST and _tells_kind(other, one)
    ]
    return (min(found)[1:],) if found else ()


def _words(column: ColumnLook, most: int) -> Sequence[tuple[str, int]]:
    words = column.words or ()
    return words if words and len(words) <= most and all(len(word) <= _LONGEST for word, _ in words) else ()


def _tells_alone(column: ColumnLook, rows: int) -> bool:
    """Say whether a column's words tell what was done of nearly every row, conditional or not, without another."""
    words = _words(column, _MOST_WORDS)
    telling = (n for word, n in words if not outcome_known(word) and _ended(word))
    tells_kind = _says_conditional(column) or not any(_is_open(word) for word, _ in words)
    return sum(telling) >= _NEARLY_ALL * rows and tells_kind


def _is_the_disposal(column: ColumnLook) -> bool:
    """Say whether a column is headed as the disposal, and its words bear that out and tell cautions apart."""
    near = nearest_phrase(column.heading) if _says_conditional(column) else None
    telling = sum(count for word, count in _words(column, _MOST_WORDS) if _ended(word))
    return near is not None and near[0].use.field == _DISPOSAL.name and telling >= _MOSTLY * column.filled


def _leaves_open(column: ColumnLook) -> bool:
    """Say whether a column tells how cases ended, but of some cautions not whether they had conditions."""
    words = [] if is_dated(column) else _words(column, _MOST_WORDS)
    told = (n for word, n in words if outcome_known(word) or _is_open(word) or _ended(word))
    is_open = any(_is_open(word) for word, _ in words) and not _says_conditional(column)
    return is_open and sum(told) >= _MOSTLY * column.filled


def _says_conditional(column: ColumnLook) -> bool:
    return any(meaning(_DISPOSAL, word) in _OF_CAUTIONS for word, _ in _words(column, _MOST_WORDS))


def _ended(word: str) -> bool:
    return any(map(str.isalpha, word)) and (bool(meaning(_DISPOSAL, word)) or ended_otherwise(word))


def _is_open(word: str) -> bool:
    says = HAS_CONDITIONS.search(word) or HAS_NO_CONDITIONS.search(word) or _SIMPLE.search(word)
    return counts_several(word) or (_CAUTION.search(word) is not None and not says)


def _tells_kind(column: ColumnLook, of: ColumnLook) -> bool:
    """Say whether a column may tell what kind of caution another one means."""
    words = _words(column, _MOST_KINDS)
    if not words or is_dated(column):
        return False
    heading = words_of(column.heading)
    if _is_conditional(column.heading):
        return True
    if any(HAS_CONDITIONS.search(word) or _SIMPLE.search(word) for word, _ in words):
        return True
    is_beside = heading[:1] == words_of(of.heading)[:1] and not _OF_A_KIND.isdisjoint(heading)
    return is_beside and all(len(word) <= 2 for word, _ in words)


def _is_conditional(heading: str) -> bool:
    words = [word for word in words_of(heading) if word not in _ANSWERS]
    return any(word.startswith("cond") for word in words) and all(word.startswith(_CONDITIONAL) for word in words)


def of_pair(column: ColumnLook) -> tuple[Word, ...]:
    """List the words of two columns together, with the disposal that each may mean: all of them are to be confirmed."""
    counts: dict[str, tuple[str, int]] = {}
    for word, count in column.words or ():
        shown, before = counts.get(word_key(word), (" ".join(word.split()), 0))
        counts[word_key(word)] = shown, before + count
    return tuple((word, count, _meant(column.heading, word)) for word, count in counts.values())


def _meant(heading: str, word: str) -> str | None:
    meant = meaning_of_pair(heading, word)
    one, _, _ = word.partition(_BETWEEN_WORDS)
    return REJECTED if meant is None and (ended_otherwise(one) or not_given(word)) else meant


def meaning_of_pair(heading: str, word: str) -> str | None:
    """Suggest the disposal that two words mean together; None where only a person can tell."""
    one, _, other = word.partition(_BETWEEN_WORDS)
    if not _is_open(one) or not other:
        return meaning(_DISPOSAL, one) if not _is_open(one) else None
    second = heading.rpartition(_BETWEEN_HEADINGS)[2]
    if _is_conditional(second):
        says = _answer(other)
        return None if says is None else _caution(one, is_conditional=says)
    return None if outcome_known(one) else meaning(_DISPOSAL, f"{other} {one}")


def _caution(word: str, *, is_conditional: bool) -> str | None:
    with_conditions = _CONDITIONAL_OF.get(outcome_code(word.strip()).removesuffix("A")) or meaning(
        _DISPOSAL, f"conditional {word}"
    )
    return with_conditions if is_conditional else _OF_CAUTIONS.get(with_conditions or "")


def _answer(word: str) -> bool | None:
    try:
        return bool(said) if (said := _FLAG(word)) is not None else None
    except Unreadable:
        return None
