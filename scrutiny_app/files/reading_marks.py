"""What cannot be relied on in a sheet, though a cell there may seem to hold a value: formulas, errors, merged cells."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, Broken
from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_book import column_of
from scrutiny_app.files.reading_package import ODD
from scrutiny_app.files.reading_pieces import Piece
from scrutiny_app.files.tables import MOST_COLUMNS, TOO_WIDE

MOST_BROKEN = 200_000  # rows
MOST_MERGED = 20_000

Marks = dict[int, dict[int, Broken]]  # row's number, column from 0
Area = tuple[int, int, int, int]  # of merged cells: first and last row from 1, first and last column from 0

_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?[\"']"
)
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_TRUE = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_BOUND = re.compile(rb"\s(min|max)\s*=\s*[\"']([0-9]{1,5})[\"']")
_QUOTED = re.compile(rb'"[^"]*"|&quot;.*?&quot;')


class MarkFinder:
    """Finds a piece's formula and error cells; `prefix` stands before the names of the sheet's elements."""

    def __init__(self, prefix: bytes) -> None:
        cell = rb"<" + prefix + rb"c(?:\s([^>]*))?>\s*"
        self._cell = re.compile(rb"<" + prefix + rb"c(?=[\s/>])([^>]*)>")
        self._literal = b"<" + prefix + b"f"
        self._opening = re.compile(re.escape(self._literal) + rb"(?=[\s/>])([^>]*)>([^<]*)")
        self._formula = re.compile(cell + re.escape(self._literal) + rb"(?=[\s/>])")
        self._error = re.compile(rb"<" + prefix + rb"c\s([^>]*\bt\s*=\s*[\"']e[\"'][^>]*)>")
        self._rows = 0

    def find(self, piece: Piece) -> Marks:
        """Find them; raise Refused where there are far too many, or a formula would start another program."""
        marks: Marks = defaultdict(dict)
        body = piece.body
        if self._literal in body:
            self._check_formulas(body)
            self._mark(marks, piece, self._formula, FORMULA_CELL)
        if (b"t='e'" if piece.quotes_singly() else b't="e"') in body:
            self._mark(marks, piece, self._error, ERROR_CELL)
        self._rows += len(marks)
        if self._rows > MOST_BROKEN:
            raise Refused("The workbook is full of formulas. Copy its rows, as values, into a new one.")
        return marks

    def _check_formulas(self, body: bytes) -> None:
        openings = 0
        for formula in self._opening.finditer(body):
            openings += 1
            plain = _QUOTED.sub(b"", formula[2])
            if (b"|" in plain and b"!" in plain) or b"dde" in formula[1].lower():
                raise Refused(
                    "The workbook holds formulas that start other programs. Copy its rows, as values, into a new one."
                )
        if openings != sum(1 for _ in self._formula.finditer(body)):
            raise Refused(ODD)

    def _mark(self, marks: Marks, piece: Piece, pattern: re.Pattern[bytes], what: Broken) -> None:
        starts = [tag.at for tag in piece.tags]
        for cell in pattern.finditer(piece.body):
            index = bisect_right(starts, cell.start()) - 1
            tag = piece.tags[index]
            marks[tag.number][self._column(piece.body, tag.at, cell)] = what

    def _column(self, body: bytes, row_at: int, cell: re.Match[bytes]) -> int:
        if place := _PLACE.search(b" " + (cell[1] or b"")):
            return column_of(place[1])
        column = -1
        for earlier in self._cell.finditer(body, row_at, cell.start() + 1):
            place = _PLACE.search(earlier[1])
            column = column_of(place[1]) if place else column + 1
            if column >= MOST_COLUMNS:
                raise Refused(TOO_WIDE)
        return column + 1


@dataclass(frozen=True)
class Merged:
    """The areas of merged cells."""

    areas: tuple[Area, ...]

    def within(self, first: int, last: int) -> "Merged":
        """Keep the areas that some of these rows are in."""
        return Merged(tuple(area for area in self.areas if area[0] <= last and area[1] >= first))

    def columns(self, row: int) -> Iterator[tuple[int, int]]:
        """Yield the first and last column of each area that a row is in."""
        for top, bottom, left, right in self.areas:
            if top <= row <= bottom:
                yield left, right


def merged_in(tail: bytes) -> Merged:
    """Find the merged areas in what stands after a sheet's rows."""
    areas = []
    if b"mergeCell" in tail:
        for left, top, right, bottom in _MERGED.findall(tail):
            areas.append((int(top), int(bottom or top), column_of(left), column_of(right or left)))
    if len(areas) > MOST_MERGED:
        raise Refused("The sheet is full of merged cells. Unmerge them and import the workbook again.")
    if _most_over_a_row(areas) > MOST_COLUMNS:
        raise Refused("The sheet's merged cells lie over each other. Unmerge them and import the workbook again.")
    return Merged(tuple(areas))


def _most_over_a_row(areas: list[Area]) -> int:
    """Count the areas of the row that most are in: in Excel none can lie over another."""
    last_rows = sorted(area[1] for area in areas)
    ended, most = 0, 0
    for begun, first_row in enumerate(sorted(area[0] for area in areas), 1):
        while ended < len(areas) and last_rows[ended] < first_row:
            ended += 1
        most = max(most, begun - ended)
    return most


def hidden_columns(head: bytes, most: int) -> frozenset[int]:
    """Find the hidden columns, from 0, in what stands before a sheet's rows."""
    hidden: set[int] = set()
    for col in _HIDDEN_COLUMNS.findall(head):
        if _TRUE.search(col):
            bounds = {name: int(number) for name, number in _BOUND.findall(col)}
            hidden.update(range(bounds.get(b"min", 1) - 1, min(bounds.get(b"max", 0), most)))
    return frozenset(hidden)
