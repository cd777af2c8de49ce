"""Reading a sheet with a further column for each two that tell something only together."""

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.paired_columns import Pair, cell_of, heading_of
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.files.reading_headings import Headed, shown
from scrutiny_app.files.tables import Row


def paired(one: Headed, pairs: Sequence[Pair]) -> Headed:
    """Give a sheet with its pairs of columns after all others; one that has such a column has it made anew."""
    own = list(told_apart(one.headings))
    pairs = [pair for pair in pairs if set(pair) <= set(own)]
    if not pairs:
        return one
    sheet = PairedSheet(one, own, pairs)
    return Headed(sheet, one.row, sheet.headings, one.cells, one.pointed)


class PairedSheet:
    """A sheet with further columns, each of which is two others together."""

    def __init__(self, one: Headed, own: list[str], pairs: Sequence[Pair]) -> None:
        self.name, self.from_1904, self.notes = one.sheet.name, one.sheet.from_1904, one.sheet.notes
        self.hidden: frozenset[int] = frozenset()  # they are left out of its rows
        self._one, self._width = one, len(own)
        more = [heading for pair in pairs if (heading := heading_of(pair)) not in own]
        self.headings = (*one.headings, *more)
        places = [*own, *more]
        self._places = [(places.index(heading_of(pair)), *map(own.index, pair)) for pair in pairs]

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
                for at, one, other in self._places:
                    whole[at] = cell_of(whole[one], whole[other])
                yield number, [*whole, *row[self._width :]]
