"""Telling in the report of an import that the numbers of whoever authorised disposals were left out of their cells."""

from collections.abc import Iterator

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.officer_cells import AUTHORISER, holds_both, part_officer
from scrutiny_app.domain.uses import Mapping, Part

_FOUND = "the number beside the name in {} of the first rows, which no field holds"
_ADVICE = "Nothing: the name is kept, and the rank if it is known."


def authorisers_numbers_told(look: SheetLook, mapping: Mapping) -> Iterator[Problem]:
    """Tell of each column of authorising officers in how many of its first cells a number is left out."""
    for at, column in enumerate(look.columns):
        uses = mapping.uses.get(fold(column.heading), ())
        if not any(use.field == AUTHORISER and use.part is Part.WHOLE for use in uses):
            continue
        if rows := sum(_has_number(row[at]) for row in look.first if at < len(row)):
            yield Problem(1, column.heading[:60], Fault.NOT_LOADED, _FOUND.format(rows), _ADVICE)


def _has_number(cell: object) -> bool:
    return isinstance(cell, str) and holds_both(cell, is_name=True) and part_officer(cell) is not None
