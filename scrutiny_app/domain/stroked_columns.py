"""Reading a column of too few names as the others of its file are written: with the surname before a stroke."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.reasons import Doubted
from scrutiny_app.domain.stroked_names import are_all_stroked
from scrutiny_app.domain.styles import WITH_STROKES, Style
from scrutiny_app.domain.styling import values_of
from scrutiny_app.domain.suggestions import Suggestion

_TURNED_ROUND = frozenset(
    {Style.FORENAMES_FIRST, Style.SURNAME_FIRST, Style.COMMA_OR_FORENAMES, Style.COMMA_OR_SURNAME, Style.DAY_FIRST}
)


def stroked_too(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Take names for written with a stroke where all have one, and another column is known to be written so."""
    if not any(use.style in WITH_STROKES for one in found for use in one.uses):
        return list(found)
    return [
        replace(one, uses=(replace(one.uses[0], style=Style.STROKE),), reason=one.reason.without(Doubted.NAME_ORDER))
        if len(one.uses) == 1 and one.uses[0].style in _TURNED_ROUND and are_all_stroked(values_of(column))
        else one
        for one, column in zip(found, sheet.columns, strict=True)
    ]
