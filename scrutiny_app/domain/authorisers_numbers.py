"""The numbers of whoever authorised the disposals, kept only of a decision-maker: told of, and nobody else's.

A number loaded as the decision-maker's beside the name of whoever authorised it shows two officers where there is one.
"""

from collections.abc import Iterable, Iterator

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.nearest_phrases import is_authorisers_number
from scrutiny_app.domain.officer_cells import AUTHORISER, holds_both, part_officer
from scrutiny_app.domain.uses import Mapping, Part, Use, loaded

_FOUND = "the number beside the name in {} of the first rows: of an authorising officer no number is kept"
_TWO = (
    "“{}” is the number of whoever authorised the disposals. Loaded as the decision-maker’s, it shows two officers "
    "where there is one: do not load it, or load the name as the decision-maker’s too."
)
_ADVICE = "Nothing: the name is kept, and the rank if it is known. Loaded as “Decision-maker”, the number is kept too."
_KEPT_AS = "The number in it is left out: it is kept only if the column is “Decision-maker”."


def authorisers_numbers_told(look: SheetLook, mapping: Mapping) -> Iterator[Problem]:
    """Tell of each column of authorising officers in how many of its first cells a number is left out."""
    for at, column in enumerate(look.columns):
        if not _is_authorisers(mapping.uses.get(fold(column.heading), ())):
            continue
        if rows := sum(_has_number(row[at]) for row in look.first if at < len(row)):
            yield Problem(1, column.heading[:60], Fault.NOT_LOADED, _FOUND.format(rows), _ADVICE)


def number_told(uses: Iterable[Use], samples: Iterable[object]) -> str:
    """Say as what the number in such a column would be kept; "" where there is none."""
    return _KEPT_AS if _is_authorisers(uses) and any(map(_has_number, samples)) else ""


def _is_authorisers(uses: Iterable[Use]) -> bool:
    return any(use.field == AUTHORISER and use.part is Part.WHOLE for use in uses)


def _has_number(cell: object) -> bool:
    return isinstance(cell, str) and holds_both(cell, is_name=True) and part_officer(cell) is not None


def two_made_of_one(look: SheetLook, mapping: Mapping) -> Iterator[str]:
    """Say in a sentence of a column of such numbers that it is loaded as those of a decision-maker without a name."""
    known = loaded(mapping.uses)
    if AUTHORISER not in known or "decision_maker_name" in known:
        return
    for column in look.columns:
        uses = mapping.uses.get(fold(column.heading), ())
        if any(use.field == "decision_maker_number" for use in uses) and is_authorisers_number(column.heading):
            yield _TWO.format(column.heading[:60])
