"""Reading a sheet with a further column for each two that tell something, or number a case, only together."""

from collections.abc import Callable, Iterator, Sequence

from scrutiny_app.domain import numbered_pairs
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.paired_columns import Pair, cell_of, heading_of
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.files.reading_headings import Headed, shown
from scrutiny_app.files.tables import Row

Together = tuple[str, Pair, Callable[[Cell, Cell], Cell]]  # the heading of two, they, and what their cells make


def paired(one: Headed, pairs: Sequence[Pair], numbered_by: Pair | None = None) -> Headed:
    """Give a sheet with its pairs of columns after all others; one that has such a column has it made anew."""
    own = list(told_apart(one.headings))
    some: list[Together] = [(heading_of(pair), pair, cell_of) for pair in pairs]
    if numbered_by:
        some.append((numbered_pairs.heading_of(numbered_by), numbered_by, numbered_pairs.cell_of))
    some = [two for two in some if set(two[1]) <= set(own)]
    if not some:
        return one
    sheet = PairedSheet(one, own, some)
    return Headed(sheet, one.row, sheet.headings, one.cells, one.pointed)


class PairedSheet:
    """A sheet with further columns, each of which is two others together."""

    def __init__(self, one: Headed, own: list[str], pairs: Sequence[Together]) -> None:
        self.name, self.from_1904, self.notes = one.sheet.name, one.sheet.from_1904, one.sheet.notes
        self.hidden: frozenset[int] = frozenset()  # they are left out of its rows
        self._one, self._width = one, len(own)
        more = [heading for heading, _, _ in pairs if heading not in own]
        self.headings = (*one.headings, *more)
        places = [*own, *more]
        self._places = [
            (places.index(heading), own.index(one), own.index(other), made) for heading, (one, other), made in pairs
        ]

    def share(self) -> float:
        """Say how much of the sheet has been read, from 0 to 1."""
        return self._one.sheet.share()

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the sheet's columns and cells."""
        return self._one.sheet.aside(headings)

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the headings and the rows, with the further columns after the sheet's own."""
        yield self._one.row, list(self.headings)
        more = [""] * (len(self.headings) - self._width)
        for number, cells in self._one.sheet.rows(headings_in):
            if number > self._one.row:
                row = shown(self._one.sheet, cells)
                whole: list[Cell] = [*row[: self._width], *[""] * (self._width - len(row)), *more]
                for at, one, other, made in self._places:
                    whole[at] = made(whole[one], whole[other])
                yield number, [*whole, *row[self._width :]]
