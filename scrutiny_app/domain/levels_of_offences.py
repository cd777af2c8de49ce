"""Telling which of two levels of offences is the group: of "Crime Type (L1)" and "Crime Type (L3)" the first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.choice_words import means
from scrutiny_app.domain.conditions_in_columns import alike_but_for_number
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.reasons import BEFORE, by_values
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use

_GROUP, _TITLE = "offence_group", "offence_title"
_WIDER = "its values look like offences, and “{}” is the finer level of the same"
_FINER = "its values look like offences, and “{}” is the wider level of the same"
_LEVEL = re.compile(r"\d+")
_PAIR = 2


def levels_in_order(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest the wider of two levels as the group and the finer as the offence: the lower number is the wider."""
    told = list(found)
    levels = [at for at, one in enumerate(found) if _is_open(one) and means(COLUMN[_GROUP], sheet.columns[at])]
    levels = [at for at in levels if len(_LEVEL.findall(found[at].heading)) == 1]
    if len(levels) != _PAIR or not alike_but_for_number(found[at].heading for at in levels):
        return told
    if not any(found[at].uses for at in levels):
        return told
    wide, fine = sorted(levels, key=lambda at: int(_LEVEL.findall(found[at].heading)[0]))
    told[wide] = replace(found[wide], uses=(Use(_GROUP),), reason=by_values(_WIDER.format(found[fine].heading[:60])))
    told[fine] = replace(found[fine], uses=(Use(_TITLE),), reason=by_values(_FINER.format(found[wide].heading[:60])))
    return told


def _is_open(one: Suggestion) -> bool:
    """Say whether a column is asked about, and fills nothing but the offence or its group."""
    return not one.sure and one.reason != BEFORE and {use.field for use in one.uses} <= {_GROUP, _TITLE}
