"""Suggesting the column in which two stand together for the disposal, and those two no more for it."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.paired_columns import heading_of
from scrutiny_app.domain.reasons import BEFORE, TAKEN, left_out, perhaps
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use

_TOGETHER = "only together do “{}” and “{}” tell what was done: each pair of their words is asked about next"
_READ_TOGETHER = "it is read together with “{}”: see “{}”"


def pairs_suggested(found: Sequence[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest the disposal for each pair of columns, and for neither of the two by itself, unless one was confirmed."""
    suggested = list(found)
    is_confirmed = any(one.reason == BEFORE and Use("disposal") in one.uses for one in found)
    for pair in look.pairs:
        for at, (one, column) in enumerate(zip(found, look.cases.columns, strict=True)):
            if one.reason == BEFORE:
                continue
            if column.heading == heading_of(pair) and is_confirmed:
                suggested[at] = replace(one, uses=(), reason=TAKEN, sure=False)
            elif column.heading == heading_of(pair):
                suggested[at] = replace(
                    one, uses=(Use("disposal"),), reason=perhaps(_TOGETHER.format(*pair)), sure=False
                )
            elif column.heading in pair and not is_confirmed:
                suggested[at] = _alone(one, pair[column.heading == pair[0]], heading_of(pair))
    return suggested


def _alone(one: Suggestion, other: str, together: str) -> Suggestion:
    if uses := tuple(use for use in one.uses if use.field == "outcome_code"):
        return replace(one, uses=uses)
    return replace(one, uses=(), reason=left_out(_READ_TOGETHER.format(other, together)), sure=True)
