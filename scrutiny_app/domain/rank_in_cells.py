"""Keeping the rank that stands before a decision-maker's name, where the file has no column for it: "Insp Marsh 1234".

Only a rank that the schema knows as it is written is kept: an acting inspector may or may not count as one.
"""

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.naming import unranked
from scrutiny_app.domain.officer_cells import spelt_out, without_numbers

RANK = "decision_maker_rank"
STANDS_IN = ("decision_maker_name", "decision_maker_number")  # the first of them that is loaded
_BRANCH = frozenset({"det", "detective"})
_read = reader(COLUMN[RANK])


def rank_of(cell: Cell) -> Cell:
    """Give the rank that a cell of an officer's name begins with; None where it has none, or one that is not known."""
    if not isinstance(cell, str) or " " not in cell:
        return None
    words = without_numbers(spelt_out(cell).replace("/", " ").split())
    ranks = words[: len(words) - len(unranked(words))] if unranked(words) else []
    known = " ".join(word for word in ranks if word.strip(".").casefold() not in _BRANCH)
    try:
        return str(_read(known) or "") or None
    except Unreadable:
        return None
