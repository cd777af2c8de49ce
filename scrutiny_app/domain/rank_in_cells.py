"""Keeping the rank that stands before a decision-maker's name, where the file has no column for it: "Insp Marsh 1234".

Only a rank that the schema knows as it is written is kept: an acting inspector may or may not count as one.
"""

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.naming import unranked
from scrutiny_app.domain.officer_cells import without_numbers
from scrutiny_app.domain.ranks import rank_at_number, says_acting, spelt_out, without_rank_at_number

RANK = "decision_maker_rank"
STANDS_IN = ("decision_maker_name", "decision_maker_number")  # the first of them that is loaded
_BRANCH = frozenset({"det", "detective"})
_read = reader(COLUMN[RANK])


def rank_of(cell: Cell) -> Cell:
    """Give the rank before an officer's name, or before the number in its cell; None of any that is not known."""
    if not isinstance(cell, str) or " " not in cell or says_acting(plain := spelt_out(cell)):
        return None
    words = without_numbers(without_rank_at_number(plain).replace("/", " ").split())
    at_number = rank_at_number(plain).split()
    ranks = at_number or words[: len(words) - len(unranked(words))] if at_number or unranked(words) else []
    known = " ".join(word for word in ranks if word.strip(".").casefold() not in _BRANCH)
    try:
        return str(_read(known) or "") or None
    except Unreadable:
        return None
