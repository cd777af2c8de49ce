"""Telling which of two levels of offences is the group: of "Crime Type (L1)" and "Crime Type (L3)" the first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.conditions_in_columns import alike_but_for_number
from scrutiny_app.domain.reasons import BEFORE, by_values
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use

_GROUP, _TITLE = "offence_group", "offence_title"
_WIDER = "its values look like offences, and “{}” is the finer level of the same"
_FINER = "its values look like offences, and “{}” is the wider level of the same"
_LEVEL = re.compile(r"\d+")


def levels_in_order(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Suggest the wider of two levels as the group and the finer as the offence: the lower number is the wider."""
    levels = [(at, one) for at, one in enumerate(found) if one.fills_only(_GROUP) or one.fills_only(_TITLE)]
    headings = [one.heading for _, one in levels]
    told = list(found)
    if len(levels) != len((_GROUP, _TITLE)) or not alike_but_for_number(headings):
        return told
    if any(one.sure or one.reason == BEFORE or len(_LEVEL.findall(one.heading)) != 1 for _, one in levels):
        return told
    (wide, wider), (fine, finer) = sorted(levels, key=lambda pair: int(_LEVEL.findall(pair[1].heading)[0]))
    if wider.fills(_TITLE) and finer.fills(_GROUP):
        told[wide] = replace(wider, uses=(Use(_GROUP),), reason=by_values(_WIDER.format(finer.heading[:60])))
        told[fine] = replace(finer, uses=(Use(_TITLE),), reason=by_values(_FINER.format(wider.heading[:60])))
    return told
