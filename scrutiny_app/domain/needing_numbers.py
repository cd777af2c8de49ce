"""Telling which rows need no case number, for they are left out: without a disposal, of another end, or still open."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.halved_words import read_as
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.no_disposal import ended_otherwise, is_status_of_another_end
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.wording import meaning

STATUS, DAY = "status", "disposal_date"
_ENDS = frozenset({"disposal", "outcome_code"})
_STATUS = COLUMN[STATUS]
_LEFT_OUT = frozenset({"open", "withdrawn"})


class RowsLoaded:
    """Says of rows whether they may load, by what their headings say before anybody is asked."""

    def __init__(self, fields: Sequence[Collection[str]]) -> None:
        """Take the fields that each column may fill."""
        self._ends = [at for at, names in enumerate(fields) if not _ENDS.isdisjoint(names)]
        self._days = [at for at, names in enumerate(fields) if DAY in names]
        self._statuses = [at for at, names in enumerate(fields) if STATUS in names]

    def may_load(self, row: Sequence[Cell]) -> bool:
        """Say whether a row is not known to be left out."""
        ends, days, statuses = (
            [row[at] for at in places if at < len(row)] for places in (self._ends, self._days, self._statuses)
        )
        if (ends or days) and all(not isinstance(cell, Broken) and is_blank(cell) for cell in (*ends, *days)):
            return False
        return not (any(_ended(_text(cell)) for cell in ends) or any(_is_unfinished(_text(cell)) for cell in statuses))


def _text(cell: Cell) -> str:
    return "" if isinstance(cell, Broken) else text_shown(cell) or ""


@lru_cache(maxsize=1024)
def _ended(word: str) -> bool:
    return ended_otherwise(word)


@lru_cache(maxsize=1024)
def _is_unfinished(word: str) -> bool:
    if not word.strip():
        return False
    return is_status_of_another_end(word) or (read_as(_STATUS, word) or meaning(_STATUS, word)) in _LEFT_OUT
