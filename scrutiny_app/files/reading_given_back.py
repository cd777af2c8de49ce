"""The rows of a sheet of people or of conditions that belong to rejected cases, and are given back with them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple, Protocol

from scrutiny_app.domain.cells import Cell
from scrutiny_app.files.reading_headings import Headed, shown


class OtherRow(NamedTuple):
    """A row of another sheet than that of the cases, and which; the first of a sheet holds its headings."""

    number: int
    cells: list[Cell]
    sheet: str


class HeldByCase(Protocol):
    """What was read of a sheet, by the number of the case that each of its rows names."""

    def rows_of(self, key: str) -> Iterable[int]:
        """Give the rows that name a case by this number."""

    def rows_unplaced(self) -> Iterable[int]:
        """Give the rows of which no case has come by."""


class GivenBack:
    """Collects the rows of one sheet that belong to rejected cases.

    `kind` says which sheet it is, `key_of` by which number it names the case of a row, and `said` what of its names
    a person has said.
    """

    def __init__(
        self,
        kind: str,
        one: Headed,
        held: HeldByCase,
        key_of: Callable[[list[Cell]], str],
        said: Callable[[list[Cell]], list[Cell]] = list,
    ) -> None:
        self._kind, self._one, self._held, self._key_of, self._said = kind, one, held, key_of, said
        self._wanted: set[int] = set()
        self._is_wanted = self._lacks_number = False

    def want(self, row: list[Cell]) -> None:
        """Want the rows of a rejected case; where it has no number, they may be any of those that have no case."""
        key = self._key_of(row)
        self._is_wanted = True
        self._wanted.update(self._held.rows_of(key) if key else ())
        self._lacks_number |= not key

    def rows(self) -> Iterator[OtherRow]:
        """Yield the headings and the rows that are wanted, as they stand; nothing where no case was rejected."""
        if not self._is_wanted:
            return
        wanted = self._wanted.union(self._held.rows_unplaced() if self._lacks_number else ())
        yield OtherRow(self._one.row, list(self._one.headings), self._kind)
        width, last = len(self._one.headings), max(wanted, default=0)
        for number, cells in self._one.sheet.rows(self._one.row):
            if number in wanted:
                yield OtherRow(number, self._said(shown(self._one.sheet, cells)[:width]), self._kind)
            if number >= last:
                return


def in_pieces(others: Iterable[GivenBack], most: int) -> Iterator[Sequence[OtherRow]]:
    """Yield the rows of several sheets, so many at a time."""
    rows = chain.from_iterable(other.rows() for other in others)
    while some := list(islice(rows, most)):
        yield some
