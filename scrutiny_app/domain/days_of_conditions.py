"""Telling which day of conditions a column holds: when they were to be kept, or when they were.

A "To be done by" right beside conditions is of them. Where a day stands also beside conditions that were not kept, or
are still running, it can only be the day they are due.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_in_columns import TOGETHER, alike_but_for_number
from scrutiny_app.domain.conditions_sheet import completion_of
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.reasons import LIKE, Ground, Reason, perhaps
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.spoken_headings import is_deadline
from scrutiny_app.domain.styling import is_dated, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.uses import Part, Use
from scrutiny_app.domain.wording import meaning
from scrutiny_app.domain.written_cells import unwritten

_OF_CONDITIONS = re.compile(
    r"cond|interv|task|action|require|complet|compl(?:y|iance)|(?:^|[\W_])(?:end|met)|amod|cwblha", re.IGNORECASE
)
_NOT_KEPT = frozenset({"not_completed", "in_progress"})
_FEWEST = 2  # rows of conditions that were not kept
_NEARLY_ALL = 0.9
_NUMBER = re.compile(r"[\W_]*\d+\W*$")  # "Do by 1", "Do by 2"
_NEAR = 2  # columns
_PHRASE = 3  # words
_THEIR_DAY = re.compile(
    r"[\W_]+(?:to be )?(?:done |completed? |due |finished )?(?:by|due|until|deadline)\W*$", re.IGNORECASE
)
_OF_A_TEXT = perhaps("its heading says by when what stands under another was to be done")
_BROKEN = perhaps("it has a day also where the conditions were not kept, so that it is the day they were due")
_RUNNING = perhaps("it has a day also where the conditions are not met yet, so that it is the day they are due")


def due_beside(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest as the day when conditions are due what beside them says by when something is to be done."""
    found = list(found)
    places = [at for at, one in enumerate(found) if one.fills("conditions")]
    near = {at + step for at in places for step in range(-_NEAR, _NEAR + 1)} & set(range(len(found)))
    free = [at for at in sorted(near) if not found[at].uses and not found[at].sure and is_dated(sheet.columns[at])]
    deadlines = [at for at in free if is_deadline(_NUMBER.sub("", found[at].heading))]
    are_alike = alike_but_for_number(found[at].heading for at in deadlines)
    if are_alike and not any(one.fills("conditions_due") for one in found):
        for at in deadlines:
            style, doubt = style_of(COLUMN["conditions_due"], Part.WHOLE, sheet.columns[at])
            reason = LIKE.but(doubt) if doubt else LIKE
            reason = reason.telling(TOGETHER["conditions_due"]) if len(deadlines) > 1 else reason
            found[at] = replace(found[at], uses=(Use("conditions_due", style=style),), reason=reason)
    return found


def due_by_their_own_name(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest as conditions, and as the day they are due, a text and the days of its heading and "by": "Tasks by"."""
    found = list(found)
    if any(one.fills(name) for one in found for name in ("conditions", "conditions_due")):
        return found
    texts = {fold(sheet.columns[at].heading): at for at, one in enumerate(found) if _is_free(one) and one.heading}
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        named = _THEIR_DAY.search(column.heading.strip())
        text = texts.get(fold(column.heading[: named.start()])) if named else None
        if text is not None and _is_free(one) and is_dated(column) and _is_text(sheet.columns[text]):
            style, _ = style_of(COLUMN["conditions_due"], Part.WHOLE, column)
            told = Reason(Ground.PERHAPS, f"“{column.heading.strip()[:60]}” says by when it was to be done")
            found[text] = replace(found[text], uses=(Use("conditions"),), reason=told)
            found[at] = replace(one, uses=(Use("conditions_due", style=style),), reason=_OF_A_TEXT)
            break
    return found


def _is_free(one: Suggestion) -> bool:
    return not one.uses and not one.sure


def _is_text(column: ColumnLook) -> bool:
    """Say whether most of a column's values are text of several words."""
    worded = sum(count for shape, count in column.shapes.items() if shape in (Shape.TEXT, Shape.LONG))
    several = sum(len(value.split()) >= _PHRASE for value in column.samples)
    return 2 * worded > sum(column.shapes.values()) and 2 * several > len(column.samples)


def due_though_not_kept(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest as the day when conditions are due a day of theirs that stands beside those not kept too."""
    found = list(found)
    kept = next((at for at, one in enumerate(found) if one.fills("conditions_completed")), None)
    if kept is None or any(one.fills("conditions_due") for one in found):
        return found
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        is_free = not one.uses and not one.sure and is_dated(column) and _OF_CONDITIONS.search(one.heading)
        if is_free and (why := _why_due(sheet, at, kept)):
            style, _ = style_of(COLUMN["conditions_due"], Part.WHOLE, column)
            found[at] = replace(one, uses=(Use("conditions_due", style=style),), reason=why)
            break
    return found


def _why_due(sheet: SheetLook, at: int, kept: int) -> Reason | None:
    """Give the reason if nearly all of the first rows whose conditions are not kept have a day in that place."""
    rows = [[unwritten(cell) for cell in row] for row in sheet.first if len(row) > max(at, kept)]
    not_kept = [(state, row[at]) for row in rows if (state := _completion(row[kept])) in _NOT_KEPT]
    dated = [state for state, day in not_kept if not is_blank(day)]
    if len(not_kept) < _FEWEST or len(dated) < _NEARLY_ALL * len(not_kept):
        return None
    return _BROKEN if "not_completed" in dated else _RUNNING


def _completion(cell: object) -> str | None:
    word = cell.strip() if isinstance(cell, str) else ""
    return (completion_of(word) or meaning(COLUMN["conditions_completed"], word)) if word else None
