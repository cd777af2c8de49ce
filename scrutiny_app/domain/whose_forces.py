"""Telling a column of forces, whatever heads it, so that no file of another force is loaded as the reader's own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.bearing_out import NOT_YOURS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.reasons import BEFORE, LIKE, UNKNOWN
from scrutiny_app.domain.shapes import DATES, Shape
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use

_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # ReferringForce
_OF_A_FORCE = re.compile(r"(?:^|[\W_])force(?:$|[\W_])", re.IGNORECASE)
_OF_ELSE = re.compile(
    r"\b(?:us(?:e|ed|ing|age)|task|work|by|air|in|into|join(?:ed|ing)|years?|entry|no|nos|number|num|pin|id|collar|ref|"
    r"reference|system|policy|reasonable|physical|excessive|sales|armed|restraint|staff|officer)\b",
    re.IGNORECASE,
)
_REFERRED_BY = re.compile(
    r"\b(?:referred|submitted|sent|owned|recorded|reported|investigated|dealt with) by\b", re.IGNORECASE
)
_IS_A_FORCE = re.compile(r".*[^\W\d_] (?:police|constabulary|police force|police service)|.*heddlu.*", re.IGNORECASE)
_MOST = 12  # words of a column of forces
_LONGEST = 60
_NO_NAMES = frozenset({*DATES, Shape.YES_NO, Shape.NUMBER, Shape.SERIAL, Shape.LONG, Shape.PERSON})


def of_forces(found: Sequence[Suggestion], sheet: SheetLook, force: str) -> list[Suggestion]:
    """Suggest as the force a column of forces that nothing else reads; ask where none is the reader's own.

    A column that is known as the force already says whose file it is, and of others nothing is asked.
    """
    told = list(found)
    if not force or any(one.fills("force") for one in told):
        return told
    for at, (one, column) in enumerate(zip(told, sheet.columns, strict=True)):
        words = {fold(word) for word, _ in column.words or ()}
        if one.reason == BEFORE or not words or not _may_be_force(one, column):
            continue
        if fold(force) in words:
            told[at] = replace(one, uses=(Use("force"),), reason=LIKE, sure=False) if one.reason == UNKNOWN else one
        else:
            told[at] = replace(one, uses=(), reason=NOT_YOURS, sure=False)
    return told


def _may_be_force(one: Suggestion, column: ColumnLook) -> bool:
    words = [word.strip() for word, _ in column.words or ()]
    is_named = len(words) == 1 and _IS_A_FORCE.fullmatch(words[0]) is not None
    if is_named:
        return one.reason == UNKNOWN or one.fills_only("area")
    are_names = len(words) <= _MOST and all(len(word) <= _LONGEST for word in words)
    return one.reason == UNKNOWN and are_names and _NO_NAMES.isdisjoint(column.shapes) and _says_force(column.heading)


def _says_force(heading: str) -> bool:
    plain = _REFERRED_BY.sub("", _HUMPS.sub(" ", heading).replace("_", " "))
    return _OF_A_FORCE.search(plain) is not None and _OF_ELSE.search(plain) is None
