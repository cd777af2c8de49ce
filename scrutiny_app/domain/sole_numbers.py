"""Telling whether a column alone numbers a sheet's rows, be it empty in few of them or in those that are left out."""

from collections.abc import Sequence
from itertools import pairwise

from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.needing_numbers import RowsLoaded
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.ticks import is_blank

LONGEST_CODE = 30  # characters of a reference
_FEW = 0.1  # of the rows, that lack a number by mistake


class Alone:
    """The values of a column that may number the rows alone, and in how many rows it has none."""

    def __init__(self, *, is_headed_so: bool) -> None:
        self._seen: set[int] = set()
        self._is_headed_so = is_headed_so
        self._filled = self._missing = 0

    def goes_on(self, row: Sequence[Cell], at: int, loaded: RowsLoaded) -> bool:
        """Take note of a row's cell; say whether no two were alike, and none was missing that had to be there."""
        cell = row[at]
        if not isinstance(cell, Broken) and is_blank(cell):
            is_needed = loaded.may_load(row)
            self._missing += is_needed
            return self._is_headed_so or not is_needed
        self._filled += 1
        return is_new(self._seen, code_of(cell, LONGEST_CODE))

    def numbers(self, rows: int) -> bool:
        """Say whether the column numbers the rows but for few that may load, and for those that are left out."""
        return 2 * self._filled > rows and are_few(self._missing, rows)


def are_few(missing: int, rows: int) -> bool:
    """Say whether so few rows lack their number that it is forgotten in them, and numbers the cases all the same."""
    return missing <= rows * _FEW


def code_of(cell: Cell, most: int) -> str | None:
    """Give what may number a row: a short text without spaces, or a whole number."""
    if isinstance(cell, Broken) or is_blank(cell):
        return None
    text = (text_shown(cell) or "").strip()
    is_code = 0 < len(text) <= most and " " not in text and any(map(str.isalnum, text))
    return text.casefold() if is_code else None


def is_key(cells: Sequence[Cell]) -> bool:
    """Say whether a column's first cells are codes or numbers, and do not merely count the rows."""
    if not {shape_of(cell) for cell in cells} <= {Shape.CODE, Shape.NUMBER, Shape.SERIAL}:
        return False
    texts = [text_shown(cell) or "" for cell in cells]
    if not all(map(str.isdecimal, texts)):
        return True
    return any(int(other) != int(one) + 1 for one, other in pairwise(texts))


def is_new(seen: set[int], *texts: str | None) -> bool:
    """Take note of the texts of a row; say whether there are any, and no row before had them."""
    key, before = hash(texts), len(seen)
    if None not in texts:
        seen.add(key)
    return len(seen) > before
