"""What a file looks like before anything is loaded from it: its headings, a few samples, and the words of its columns.

A look holds personal data: it is kept sealed, and only until the file is mapped.
"""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.code_lists import CodeMeaning
from scrutiny_app.domain.heading_rows import LONGEST_HEADING, find_headings, under_groups
from scrutiny_app.domain.lines_read import LinesSeen
from scrutiny_app.domain.pointed_headings import TopRow
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.sheets_sought import SheetOffered
from scrutiny_app.domain.totals import is_below_cases, is_section
from scrutiny_app.domain.words_beside import WordsBeside
from scrutiny_app.domain.written_cells import written

__all__ = ["ColumnLook", "ConditionsSeen", "Look", "Looker", "SheetLook", "find_headings", "shown", "under_groups"]

MOST_SAMPLES = 3
MOST_WORDS = 300  # different ones in a column that may be a choice
LONGEST_WORD = 100
LONGEST_SAMPLE = 80
LAST_ROWS = 5
MOST_KEPT = 60_000  # characters of the first rows
LEAST_KEPT = 1_000  # that a row counts for, so that there are at most 60
_PROBED = 500  # filled cells of a column that are always looked at
_MOST_PROBED = 60  # first values that are kept of a column of many
_MOST_SHAPES = 20_000  # different values whose looks are remembered


@dataclass(frozen=True)
class ColumnLook:
    """One column: its heading, samples, how many cells are filled, its words if they are few, and their looks."""

    heading: str
    samples: tuple[str, ...]
    filled: int
    words: tuple[tuple[str, int], ...] | None
    shapes: dict[str, int]
    probed: tuple[str, ...] = ()  # its first values where they are short texts, and too many to be words


@dataclass(frozen=True)
class SheetLook:
    """One sheet; `heading_row` is the row's number in the file, from 1, and `rows` are counted below it.

    `pointed` are the rows that its headings take up, where somebody has pointed at them. `beside` says of which columns
    another always has the same word beside each of their words.
    """

    name: str
    heading_row: int
    columns: tuple[ColumnLook, ...]
    rows: int
    first: tuple[tuple[Any, ...], ...] = ()  # the first rows, as domain.written_cells has them
    from_1904: bool = False  # its file counts days from 1904
    pointed: int = 0
    beside: tuple[WordsBeside, ...] = ()


@dataclass(frozen=True)
class ConditionsSeen:
    """A sheet of conditions, whose columns stand last among those of the cases, under `headings` for `fields`.

    `case` heads its column of the cases' numbers, and `by` the column of the cases that holds the same.
    """

    sheet: str
    heading_row: int
    case: str
    by: str
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    rows: int = 0
    not_read: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """A whole file; `left_out` says in sentences what was not read, such as hidden sheets.

    `about_cases` says so of the sheets that name cases of the file, of which more is lost. `people_by` are the headings
    of the sheet of people and of the cases by which they are joined. `together` names the sheets whose rows are read as
    one list of cases, if there are several, and `offered` those among which somebody may choose. `pairs` are the
    headings of columns that stand together in a further one. `numbered_by` are those
    of two that are the case number together, and `lines` says which lines are one case.
    `top` are the first rows of the sheet of the cases, and
    `unpointed` says why a row at which somebody pointed cannot head it. `codes` are what a sheet of codes says of them.
    """

    cases: SheetLook
    parties: SheetLook | None = None
    left_out: tuple[str, ...] = ()
    conditions: ConditionsSeen | None = None
    about_cases: tuple[str, ...] = ()
    people_by: tuple[str, str] | None = None
    together: tuple[str, ...] = ()
    offered: tuple[SheetOffered, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    numbered_by: tuple[str, str] | None = None
    top: tuple[TopRow, ...] = ()
    unpointed: str = ""
    lines: LinesSeen | None = None
    codes: tuple[CodeMeaning, ...] = ()

    @property
    def has_headings(self) -> bool:
        """Say whether headings were found, or else somebody must point at them."""
        return bool(self.cases.columns)


class Looker:
    """Watches one sheet's rows go by."""

    def __init__(self, name: str, heading_row: int, headings: Sequence[str], *, from_1904: bool = False) -> None:
        self._name, self._heading_row, self._from_1904 = name, heading_row, from_1904
        self._columns = [_Column(heading) for heading in told_apart(headings)]
        self._rows = 0
        self._room = MOST_KEPT
        self._first: list[tuple[Any, ...]] = []
        self._last: deque[Sequence[Cell]] = deque()  # those that may be totals, or a footer

    def see(self, row: Sequence[Cell]) -> None:
        """Take note of one row, once it is known not to be among the last."""
        self._last.append(row)
        if len(self._last) > LAST_ROWS:
            self._note(self._last.popleft())

    def _note(self, row: Sequence[Cell]) -> None:
        if is_section(row) or (2 * (row.count("") + row.count(None)) >= len(row) and is_below_cases(row)):
            return
        self._rows += 1
        if self._room > 0:
            self._first.append(tuple(map(written, row)))
            self._room -= LEAST_KEPT + sum(len(cell) for cell in row if isinstance(cell, str))
        for column, cell in zip(self._columns, row, strict=False):
            if cell is not None and cell != "":
                column.see(cell)

    def look(self) -> SheetLook:
        """Say what was seen; totals and footers below the last case are not looked at."""
        while self._last:
            row = self._last.popleft()
            if not is_below_cases(row):
                self._note(row)
        columns = tuple(column.look() for column in self._columns)
        return SheetLook(self._name, self._heading_row, columns, self._rows, tuple(self._first), self._from_1904)


class _Column:
    def __init__(self, heading: str) -> None:
        self.heading = " ".join(heading.split())[:LONGEST_HEADING]
        self.filled = 0
        self.samples: list[str] = []
        self.words: dict[Cell, int] | None = {}
        self.probed: tuple[str, ...] = ()
        self.shapes: Counter[Shape] = Counter()
        self.known: dict[Cell, Shape] | None = {}

    def see(self, cell: Cell) -> None:
        """Note one filled cell: whole columns of prose soon cost no more than a count."""
        self.filled += 1
        if self.words is not None:
            self._count(cell)
        if self.known is not None:
            self._note_shape(cell)

    def _count(self, cell: Cell) -> None:
        if self.words is None or isinstance(cell, date):  # a day is not a word
            self.words = None
            return
        key = cell if type(cell) is str else shown(cell)
        self.words[key] = self.words.get(key, 0) + 1
        if len(self.words) > MOST_WORDS or len(key) > LONGEST_WORD:
            self.probed = tuple(map(str, islice(self.words, _MOST_PROBED))) if len(key) <= LONGEST_WORD else ()
            self.words = None

    def _note_shape(self, cell: Cell) -> None:
        if self.known is None:
            return
        text = cell if type(cell) is str else None
        sampled = len(self.samples) >= MOST_SAMPLES
        shape = self.known.get(text) if text else Shape.DATE if sampled and isinstance(cell, date) else None
        if shape is None:
            shape = shape_of(cell)
            if shape is None:
                return
            if not sampled:
                self._sample(cell)
            if text:
                self.known[text] = shape
        self.shapes[shape] += 1
        if self.filled >= _PROBED and (len(self.known) > _MOST_SHAPES or not self._looks_dated()):
            self.known = None

    def _looks_dated(self) -> bool:
        """Say whether every cell has to be looked at: one date in a million may tell how all are written."""
        (shape, _), *_ = self.shapes.most_common(1)
        return "date" in shape

    def _sample(self, cell: Cell) -> None:
        words = " ".join(shown(cell).split())
        sample = words if len(words) <= LONGEST_SAMPLE else f"{words[: LONGEST_SAMPLE - 1]}…"
        if sample not in self.samples:
            self.samples.append(sample)

    def look(self) -> ColumnLook:
        """Say what was seen of the column, its commonest words first."""
        words = None
        if self.words is not None:
            words = tuple(
                sorted(((str(word), n) for word, n in self.words.items()), key=lambda pair: (-pair[1], pair[0]))
            )
        shapes = {str(shape): count for shape, count in self.shapes.most_common()}
        return ColumnLook(self.heading, tuple(self.samples), self.filled, words, shapes, self.probed)


def shown(cell: Cell) -> str:
    """Write a cell as a person would see it."""
    if isinstance(cell, Broken):
        return f"({cell.what})"
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
