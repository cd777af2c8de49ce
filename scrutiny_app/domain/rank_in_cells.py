"""Keeping the rank that stands before a decision-maker's name, where the file has no column for it: "Insp Marsh 1234".

Only a rank that the schema knows as it is written is kept: an acting inspector may or may not count as one.
"""

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.naming import unranked
from scrutiny_app.domain.officer_cells import without_numbers
from scrutiny_app.domain.ranks import (
    rank_at_number,
    says_acting,
    spelt_out,
    without_points,
    without_rank_at_number,
)
from scrutiny_app.domain.uses import Mapping, Part

RANK = "decision_maker_rank"
STANDS_IN = ("decision_maker_name", "decision_maker_number")  # the first of them that is loaded
RANKS_IN = {RANK: STANDS_IN, "authorising_rank": ("authorising_name",)}
_BRANCH = frozenset({"det", "detective"})
_FOUND = "an acting or temporary rank in {} of the first rows, left blank"
_ADVICE = (
    "Nothing, unless your force counts it as that rank: then give the rank a column of its own, and "
    "say there what it counts as."
)
_read = reader(COLUMN[RANK])


def rank_of(cell: Cell) -> Cell:
    """Give the rank before an officer's name, or before the number in its cell; None of any that is not known."""
    if not isinstance(cell, str) or " " not in cell or says_acting(plain := spelt_out(without_points(cell))):
        return None
    words = without_numbers(without_rank_at_number(plain).replace("/", " ").split())
    at_number = rank_at_number(plain).split()
    ranks = at_number or words[: len(words) - len(unranked(words))] if at_number or unranked(words) else []
    known = " ".join(word for word in ranks if word.strip(".").casefold() not in _BRANCH)
    try:
        return str(_read(known) or "") or None
    except Unreadable:
        return None


def acting_ranks_told(look: SheetLook, mapping: Mapping) -> list[Problem]:
    """Tell in the report of an import which column's first rows hold acting ranks that were not kept."""
    held = ((column, _held_in(look, at)) for at, column in enumerate(look.columns) if _gives_rank(column, mapping))
    return [
        Problem(1, column.heading[:60], Fault.NOT_LOADED, _FOUND.format(rows), _ADVICE) for column, rows in held if rows
    ]


def _gives_rank(column: ColumnLook, mapping: Mapping) -> bool:
    uses = mapping.uses.get(fold(column.heading), ())
    said = {*mapping.constants, *(use.field for known in mapping.uses.values() for use in known)}
    names = {name for rank, stands_in in RANKS_IN.items() if rank not in said for name in stands_in}
    return any(use.field in names and use.part is Part.WHOLE for use in uses)


def _held_in(look: SheetLook, at: int) -> int:
    cells = (row[at] for row in look.first if at < len(row))
    return sum(isinstance(cell, str) and says_acting(spelt_out(cell)) for cell in cells)
