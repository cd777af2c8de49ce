"""The columns that a sheet of conditions gives the cases: what they are suggested as, and what cannot be joined."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Broken, Cell, fold
from scrutiny_app.domain.conditions_sheet import is_blank
from scrutiny_app.domain.looking import ConditionsSeen, Look, shown
from scrutiny_app.domain.reasons import BEFORE, TAKEN, left_out, perhaps
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Part, Use, joint, placed

_TWICE = Broken("conditions that differ from those on the sheet of conditions")
_EMPTY = left_out("nothing stands in it, and the sheet of conditions says it")
_LAST = {
    "conditions": "each case’s conditions in their order, put together from the sheet “{}”",
    "conditions_due": "the last of the days of each case’s conditions on the sheet “{}”",
    "conditions_completed": "what the sheet “{}” says of each case’s conditions: one not completed counts first, then "
    "one in progress",
}


def conditions_suggested(found: list[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest what the columns of the sheet of conditions were found to hold, whatever that sheet is called."""
    seen = look.conditions
    if seen is None:
        return found
    own = len(found) - len(seen.headings)
    is_known = any(one.reason == BEFORE for one in found[own:])  # the sheet was there when the layout was confirmed
    for at, column in enumerate(look.cases.columns[:own]):
        stays = column.filled or (is_known and found[at].reason == BEFORE)
        if not stays and any(use.field in seen.fields for use in found[at].uses):
            found[at] = replace(found[at], uses=(), reason=_EMPTY, sure=False)
    taken = {use.field for one in found[:own] for use in one.uses}
    for at, name in enumerate(seen.fields, own):
        if found[at].reason == BEFORE:
            continue
        field, column = COLUMN[name], look.cases.columns[at]
        style, doubt = style_of(field, Part.WHOLE, column)
        told = perhaps(_LAST[name].format(seen.sheet[:60]))
        is_free = joint(field) is not None or name not in taken
        uses, reason = ((Use(name, style=style),), told.but(doubt) if doubt else told) if is_free else ((), TAKEN)
        found[at] = replace(found[at], uses=uses, reason=reason, sure=False)
    return found


class ConditionsTwice:
    """Refuses the rows whose own conditions differ from those of the sheet of conditions, where both are loaded."""

    def __init__(self, mapping: Mapping, headings: Sequence[str], seen: ConditionsSeen) -> None:
        columns = [at for at, _ in placed(mapping.uses, headings).get("conditions", ())]
        own = len(headings) - len(seen.headings)
        self._at = own if own in columns else None
        self._flat = [at for at in columns if at < own]

    def told(self, row: list[Cell]) -> list[Cell]:
        """Give a row in which the conditions stand once, or cannot be read."""
        flat = [row[at] for at in self._flat if not is_blank(row[at])]
        if self._at is None or is_blank(row[self._at]) or not flat:
            return row
        same = fold("".join(map(shown, flat))) == fold(shown(row[self._at]))
        return [*row[: self._at], None if same else _TWICE, *row[self._at + 1 :]]
