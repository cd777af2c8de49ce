"""Telling of a sheet that is not read whether its rows are cases, or name those of the file: then more is lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.heading_rows import find_headings
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mended import is_own_sheet
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.sheets_sought import are_same
from scrutiny_app.files.reading_answers import Wanted
from scrutiny_app.files.reading_headings import FIRST_ROWS, headed
from scrutiny_app.files.tables import Opened, Row, Sheet, note

_LEAST = 4  # characters of a number that is a case's in more places than one
_CODES = frozenset({Shape.CODE, Shape.NUMBER, Shape.TEXT})
_MOST = 200_000  # numbers of cases that are held
_MOST_SHEETS = 12
_MOST_CELLS = 400_000  # of a sheet
_ALIKE = 0.9  # of a column's filled cells that differ, where it numbers cases
_ENOUGH = 2  # rows that name cases
_CHOOSE = "Its rows seem to be cases of their own. Choose it too under “Other sheets”: otherwise they are not loaded."
_ASK_AGAIN = (
    "Its rows seem to be cases of their own, and none is loaded. If they should be, send the file again with “Ask me "
    "again what its columns hold” ticked, and choose it too under “Other sheets”."
)


class CaseNumbers:
    """The values by which a sheet may name cases: of the columns that number them, or as they are given."""

    def __init__(self) -> None:
        self._of_columns: dict[int, tuple[set[str], list[int]]] = {}
        self._seen = 0
        self._given: set[str] = set()

    def see(self, row: Sequence[Cell]) -> None:
        """Take note of one row of the cases, whichever of its columns numbers them."""
        self._seen += len(row)
        if self._seen > _MOST_CELLS:
            return
        for at, cell in enumerate(row):
            if key := _key(cell):
                held, count = self._of_columns.setdefault(at, (set(), [0]))
                held.add(key)
                count[0] += 1

    def give(self, cells: Sequence[Cell]) -> None:
        """Take note of cells that are known to hold numbers of cases."""
        if len(self._given) < _MOST:
            self._given.update(filter(None, map(number_of, cells)))

    def all(self) -> frozenset[str]:
        """Give every value that is the number of one case."""
        numbering = (held for held, (count,) in self._of_columns.values() if len(held) >= _ALIKE * count)
        return frozenset().union(self._given, *numbering)


@dataclass(frozen=True)
class AboutCases:
    """A sheet that is not read, though so many of its rows are cases by their headings, or name cases."""

    sheet: str
    rows: int
    headings: tuple[str, ...]
    are_cases: bool = False

    @property
    def found(self) -> str:
        """Say in a few words what it is."""
        if self.are_cases:
            return f"a sheet of {self.rows:,} rows under the headings of the cases"
        return f"a sheet with {self.rows:,} rows about cases of this file"

    @property
    def advice(self) -> str:
        """Say what to do."""
        return _ASK_AGAIN if self.are_cases else ADVICE[Fault.SHEET_ABOUT_CASES]

    def in_words(self) -> str:
        """Say so to whoever says what the file holds."""
        if self.are_cases:
            return f"The sheet “{self.sheet[:60]}” is not read: it is {self.found}. {_CHOOSE}"
        listed = ", ".join(f"“{' '.join(heading.split())[:60]}”" for heading in self.headings[:12] if heading)
        columns = f": its columns are {listed}" if listed else ""
        return (
            f"The sheet “{self.sheet[:60]}” has {self.rows:,} rows about cases of this file and is not read{columns}. "
            "No case has what stands there alone: put what a panel should know of it into columns of the sheet of "
            "cases, and import the file again."
        )


def about_cases(sheets: Sequence[Sheet], numbers: CaseNumbers, headings: Sequence[str]) -> list[AboutCases]:
    """List those of some sheets whose rows are cases, by the headings of the cases, and then those that name cases."""
    return sorted(_about_cases(sheets, numbers, headings), key=lambda one: not one.are_cases)


def _about_cases(sheets: Sequence[Sheet], numbers: CaseNumbers, of_cases: Sequence[str]) -> Iterator[AboutCases]:
    known = numbers.all() if sheets else frozenset()
    for sheet in sheets[:_MOST_SHEETS]:
        rows = sheet.rows()
        first = list(islice(rows, FIRST_ROWS))
        at, headings = _headings(sheet, first, known)
        named = list(_named_in(chain(first[at:], rows), known))
        if named and are_same(headings, of_cases):
            yield AboutCases(sheet.name, len(named), headings, are_cases=True)
        elif sum(named) >= min(_ENOUGH, len(named)) > 0:
            yield AboutCases(sheet.name, sum(named), headings)


def _headings(sheet: Sheet, first: list[Row], known: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """Give how many of the first rows stand above the others, and the headings if any."""
    try:
        at = find_headings(first)
    except Refused:
        at = 0 if first and _may_head(first[0][1]) and not _names(first[0][1], known) else -1
    return at + 1, headed(sheet, *first[at]).headings if at >= 0 else ()


def _named_in(rows: Iterable[Row], known: frozenset[str]) -> Iterator[bool]:
    """Say of each row that holds anything whether it names a case, of so many as cost little."""
    seen = 0
    for _, cells in rows:
        if any(cell is not None and cell != "" for cell in cells):
            yield _names(cells, known)
        seen += len(cells)
        if seen > _MOST_CELLS:
            return


def _may_head(cells: Sequence[Cell]) -> bool:
    """Say whether a first row of which nothing is known is one of words alone."""
    filled = [cell for cell in cells if cell is not None and cell != ""]
    return len(filled) > 1 and all(isinstance(cell, str) and shape_of(cell) is Shape.TEXT for cell in filled)


def _names(cells: Sequence[Cell], known: frozenset[str]) -> bool:
    return any(number_of(cell) in known for cell in cells if cell is not None and cell != "")


class UnreadSheets:
    """The sheets of a file of which nothing is read, and what is said of them once the cases have gone by."""

    def __init__(self, opened: Opened, wanted: Wanted, headings: Sequence[str]) -> None:
        read = {
            wanted.sheet,
            *wanted.together,
            wanted.parties_sheet,
            wanted.conditions.sheet if wanted.conditions else None,
        }
        self._own = [sheet.name for sheet in opened.sheets if is_own_sheet(sheet.name, headings)]
        self._sheets = [sheet for sheet in opened.sheets if sheet.name not in read]
        self._hidden = opened.hidden
        self._headings = headings  # of the cases
        self._numbers = CaseNumbers()

    def see(self, columns: Mapping[str, Sequence[Cell]]) -> None:
        """Take note of the numbers of some cases, by field."""
        for name in ("case_number", "crime_number") if self._sheets else ():
            self._numbers.give(columns.get(name, ()))

    def notes(self) -> Iterator[Problem]:
        """Say what is not read, and of which sheets more is lost than a sheet."""
        about = {one.sheet: one for one in about_cases(self._sheets, self._numbers, self._headings)}
        for one in about.values():
            yield Problem(1, _named(one.sheet), Fault.SHEET_ABOUT_CASES, one.found, one.advice)
        for sheet in self._sheets:
            if sheet.name not in about and sheet.name not in self._own:
                yield note(1, _named(sheet.name), Fault.UNREAD_SHEET, "a sheet")
        yield from (note(1, _named(name), Fault.UNREAD_SHEET, "a hidden sheet") for name in self._hidden)


def _named(sheet: str) -> str:
    return f"sheet “{sheet[:60]}”"


def _key(cell: Cell) -> str:
    """Give a cell's value where it may number a case."""
    if not isinstance(cell, str | int | float) or isinstance(cell, bool) or len(str(cell)) < _LEAST:
        return ""
    number = number_of(cell) if shape_of(cell) in _CODES else ""
    return number if any(map(str.isdigit, number)) else ""
