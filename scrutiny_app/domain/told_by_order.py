"""What a short heading may mean as the columns right beside it tell: HT between DV and WPN, COMPL behind COND.

Two or three letters say little alone; flags stand together, and what came of conditions stands behind them. A person is
asked about all of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, FLAGS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.choice_words import knows_any, means_each
from scrutiny_app.domain.conditions_in_columns import TOGETHER, alike_but_for_number
from scrutiny_app.domain.halved_words import read_as
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.no_disposal import is_status_of_another_end
from scrutiny_app.domain.reasons import Reason, perhaps
from scrutiny_app.domain.styling import is_dated
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.whose import else_in

_WORDS_OF_FLAGS = {"hate": "hate", "weapon": "weapon", "sexual": "sexual", "domestic_abuse": "domestic"}
_OF_CONDITIONS = frozenset({"conditions", "conditions_due"})
_CAME_OF_IT = ("comp", "cmpl", "res", "met", "kept")
_ENDED = ("fin", "fnl", "finalised", "final")
_SHORTEST, _LONGEST = 2, 4
_NEAR = 2  # columns
_MOST_WORDS = 6  # of a column of codes
_FLAG = "it stands among flags, and may be short for {}"
_KEPT = perhaps("it stands behind the conditions: perhaps how far they were kept")
_HOW_FAR = perhaps("its words are such as say how far a case is: perhaps its status")
_LISTED = re.compile(r"\s*/\s*")
_OF_ELSE = PEOPLE | frozenset(  # whose own state may be said in such words
    "condition conditions requirement task plan programme intervention referral review check property exhibit bail "
    "payment compensation court charge file disclosure workflow form pnc client participant".split()
)
_STATUS = perhaps("its values are a few codes: perhaps whether the case is finalised")

Found = list[Suggestion]


def told_by_order(found: Sequence[Suggestion], sheet: SheetLook) -> Found:
    """Add to what columns are suggested for by the columns beside those that fill nothing."""
    found = list(found)
    for at, column in enumerate(sheet.columns):
        one = found[at]
        if (one.uses and not one.is_contradicted) or one.sure or not column.words:
            continue
        taken = {use.field for other in found for use in other.uses}
        beside = {use.field for place in _around(found, at) for use in place.uses}
        for name, reason in _perhaps(fold(column.heading), column, beside):
            if name not in taken or _is_of_next_condition(one.heading, name, found):
                found[at] = replace(one, uses=(Use(name),), reason=reason)
                break
    return found


def _is_of_next_condition(heading: str, name: str, found: Found) -> bool:
    """Say whether a heading differs in its number alone from those that tell how other conditions were kept."""
    others = (other.heading for other in found if other.fills(name))
    return name in TOGETHER and any(map(str.isdigit, heading)) and alike_but_for_number([heading, *others])


def _around(found: Found, at: int) -> Iterator[Suggestion]:
    """Yield what stands right beside a column, and the one farther before it."""
    yield from (found[place] for place in (at - _NEAR, at - 1, at + 1) if 0 <= place < len(found))


def _perhaps(heading: str, column: ColumnLook, beside: set[str]) -> Iterator[tuple[str, Reason]]:
    if beside & set(FLAGS) and means_each(COLUMN["hate"], column):
        for name, word in _WORDS_OF_FLAGS.items():
            if _is_short_for(heading, word):
                yield name, perhaps(_FLAG.format(COLUMN[name].heading.lower()))
    if len(column.words or ()) > _MOST_WORDS or is_dated(column):
        return
    if beside & _OF_CONDITIONS and heading.startswith(_CAME_OF_IT):
        yield "conditions_completed", _KEPT
    if _says_how_far(column):
        yield "status", _HOW_FAR
    if heading in _ENDED and not any(any(map(str.isdigit, word)) for word, _ in column.words or ()):
        yield "status", _STATUS


def _says_how_far(column: ColumnLook) -> bool:
    """Say whether a column's words are open and finished ones of a case, or its heading lists them: "Live/Done"."""
    words = {word.strip().casefold() for word, _ in column.words or ()}
    if not _OF_ELSE.isdisjoint(tokens(column.heading)) or else_in(column.heading):
        return False
    if len(words) > 1 and words == set(_LISTED.split(column.heading.strip().casefold())):
        return knows_any(COLUMN["status"], column)
    ended = {word for word in words if is_status_of_another_end(word)}
    read = {read_as(COLUMN["status"], word) for word in words - ended}
    return (
        None not in read and len(read) + bool(ended) > 1 and ("open" in read or (bool(ended) and "finalised" in read))
    )


def _is_short_for(short: str, word: str) -> bool:
    """Say whether letters are the first of a word and others of it in their order: "ht" is short for "hate"."""
    letters = iter(word[1:])
    return (
        _SHORTEST <= len(short) <= _LONGEST and short[0] == word[0] and all(letter in letters for letter in short[1:])
    )
