"""Telling by a column's values that its heading, which only reads like a field's, is of another field or of none."""

import re
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, FLAGS
from scrutiny_app.domain.cells import is_of_staff
from scrutiny_app.domain.choice_words import knows_any
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.reasons import by_values, unread
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.wording import meaning

_FLAGS = by_values("its values name several of the flags")
_STATUS = by_values("its values are words for how far the case is, and no addresses")
_NOBODYS = unread("its values are codes, all different, and nobody’s numbers")
_WORD = re.compile(r"[^\W\d_]{3}")


def contradicted(one: Suggestion, column: ColumnLook) -> Suggestion | None:
    """Give what a column is instead of what its heading reads like; None where its values do not contradict that."""
    field = COLUMN.get(one.uses[0].field) if len(one.uses) == 1 and not one.sure else None
    if field is None:
        return None
    if is_of_staff(field) and _are_long_codes(column):
        return replace(one, uses=(), reason=_NOBODYS)
    if field.name in FLAGS and _name_flags(column):
        return replace(one, uses=(Use("flags"),), reason=_FLAGS)
    if field.name.endswith("_address") and _say_how_far(column):
        return replace(one, uses=(Use("status"),), reason=_STATUS)
    return None


def _are_long_codes(column: ColumnLook) -> bool:
    """Say whether every value is a code with a word of letters in it, such as "YJ-DEC-1507", and no two are alike."""
    values = [word for word, _ in column.words] if column.words else list(column.samples)
    is_once = column.filled > 1 and (column.words is None or len(values) == column.filled)
    return is_once and all(shape_of(value) is Shape.CODE and _WORD.search(value) for value in values)


def _name_flags(column: ColumnLook) -> bool:
    """Say whether a column's words are those of two flags or more: "DA", "hate (race)", "knife"."""
    return len({meaning(COLUMN["flags"], word) for word, _ in column.words or ()} & {*FLAGS}) > 1


def _say_how_far(column: ColumnLook) -> bool:
    """Say whether a column's values are single words, some of them for how far a case is: "live", "done", "court"."""
    words = [word for word, _ in column.words or ()]
    is_single = all(len(word.split()) == 1 and not any(map(str.isdigit, word)) for word in words)
    return is_single and any(knows_any(COLUMN[name], column) for name in ("status", "conditions_completed"))
