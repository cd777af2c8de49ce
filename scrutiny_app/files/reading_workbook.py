"""Reading a workbook's sheets, row by row, in pieces; what is hidden is dropped and listed."""

import zipfile
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import BinaryIO

from scrutiny_app.domain.cells import MERGED_CELL, Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.files.reading_ahead import ahead
from scrutiny_app.files.reading_book import Book, SheetPart, commented, read_book
from scrutiny_app.files.reading_limits import MEGABYTE, Limits
from scrutiny_app.files.reading_marks import MarkFinder, Marks, Merged, hidden_columns, merged_in
from scrutiny_app.files.reading_metered import Meter, Metered
from scrutiny_app.files.reading_package import DAMAGED, open_package
from scrutiny_app.files.reading_piece_cells import Parsed, PieceParser
from scrutiny_app.files.reading_pieces import Cutter, tail_of
from scrutiny_app.files.reading_places import PlaceChecker
from scrutiny_app.files.reading_resolving import Resolver
from scrutiny_app.files.reading_strings import Strings, read_strings
from scrutiny_app.files.tables import MOST_COLUMNS, TOO_WIDE, Opened, Row, note, without_nulls, words

MOST_HONEST = 30  # times its size, that a workbook unpacks to at most and is given time for
MOST_NOTES = 1000  # hidden rows, or comments, listed one by one

PIECES_AHEAD = 2
STRINGS_AHEAD = 12  # blocks: a piece takes several at once
EARLY_FROM = 2**24  # bytes of a sheet, whose end is looked at while its beginning is read
MOST_BLANK = 5_000_000  # cells of a sheet, and one more for each byte that was read of it
_SPARSE = (
    "The sheet has far more blank cells between those with words than an extract has. "
    "Delete the blank rows and columns, and import it again."
)
_NO_MERGED = Merged(())


def open_workbook(file: BinaryIO, size: int, limits: Limits) -> Opened:
    """Open a workbook; the limits grow with what it holds, once that is known to be honest."""
    package = open_package(file, size)
    inflated = sum(part.file_size for part in package.infolist())
    limits.allow(min(inflated // 2, 5 * size), min(inflated, MOST_HONEST * size) // (4 * MEGABYTE))
    book = read_book(package)
    parser = PieceParser(from_1904=book.from_1904, formats=book.styles)
    strings = _strings(package, book, limits)
    visible = [sheet for sheet in book.sheets if sheet.visible]
    meter = Meter(len(visible))
    sheets = [WorkbookSheet(package, sheet, parser, strings, meter) for sheet in visible]
    if (largest := max(sheets, key=lambda sheet: sheet.size, default=None)) and largest.size > EARLY_FROM:
        largest.look_for_merged_cells()
    return Opened(sheets, tuple(sheet.name for sheet in book.sheets if not sheet.visible))


def _strings(package: zipfile.ZipFile, book: Book, limits: Limits) -> Strings:
    if book.strings is None:
        return Strings(iter(()))
    part = package.getinfo(book.strings)
    limits.allow_strings(part.compress_size, part.file_size)
    return Strings(ahead(read_strings(package, part, PieceParser()), STRINGS_AHEAD))


@dataclass(frozen=True)
class _ParsedPiece:
    """A piece's rows as they were parsed, from which row and column on, and what must be known of them."""

    rows: list[list[Parsed]]
    first: int
    left: int
    token: str | None
    marks: Marks
    hidden: frozenset[int]
    read: int  # bytes of the sheet


class WorkbookSheet:
    """A sheet that can be seen."""

    def __init__(
        self, package: zipfile.ZipFile, sheet: SheetPart, parser: PieceParser, strings: Strings, meter: Meter
    ) -> None:
        self.name = sheet.name
        self.from_1904 = parser.from_1904
        self.notes: list[Problem] = []
        self._package = package
        self._sheet = sheet
        self.size = max(1, package.getinfo(sheet.part).file_size)
        self._read = 0
        self._parser = parser
        self._resolver = Resolver(strings)
        self._meter = meter
        self._merged: Future[Merged] | None = None
        with package.open(sheet.part) as stream:
            cutter = Cutter(Metered(stream, meter))
        self._prefix = cutter.prefix
        self.hidden = hidden_columns(cutter.head, MOST_COLUMNS)

    def share(self) -> float:
        """Say how much of the sheet has been read, from 0 to 1."""
        return min(1.0, self._read / self.size)

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List the hidden columns that have headings, and the cells with comments."""
        shown = words(headings)
        named = [(column, shown[column]) for column in sorted(self.hidden) if column < len(shown) and shown[column]]
        notes = [note(1, heading[:60], Fault.HIDDEN_COLUMN, "a hidden column") for _, heading in named]
        for row, column in commented(self._package, self._sheet.comments)[:MOST_NOTES]:
            heading = shown[column][:60] if column < len(shown) else ""
            notes.append(note(row, heading or f"column {column + 1}", Fault.COMMENT, "a comment"))
        return notes

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the rows that are neither blank nor hidden; cells merged below the headings' row are broken."""
        self._hidden_rows = 0
        self.notes.clear()
        merged = self.look_for_merged_cells().result() if headings_in else _NO_MERGED
        for parsed in ahead(self._parsed(looking=not headings_in), PIECES_AHEAD if headings_in else 1):
            self._read = parsed.read
            yield from self._rows_of(parsed, merged, headings_in)
        self._note_the_rest()

    def _parsed(self, *, looking: bool) -> Generator["_ParsedPiece", None, None]:
        with self._package.open(self._sheet.part) as stream:
            cutter = Cutter(Metered(stream, self._meter) if looking else stream)
            finder, places = MarkFinder(cutter.prefix), PlaceChecker(cutter.prefix)
            cells = 0
            for piece in cutter.pieces():
                if looking:
                    self._meter.parse(len(piece.body))
                places.check(piece)
                marks = finder.find(piece)
                token, body = self._resolver.prepare(piece)
                first, left, rows = self._parser.parse(body)
                last = first + len(rows) - 1
                if rows and not piece.tags[0].number <= first <= last <= piece.tags[-1].number:
                    raise Refused(DAMAGED)
                if rows and left + len(rows[0]) > MOST_COLUMNS:
                    raise Refused(TOO_WIDE)
                hidden = frozenset(tag.number for tag in piece.tags if tag.hidden)
                read = self.size - getattr(stream, "_left", 0)
                cells += len(rows) * (left + len(rows[0])) if rows else 0
                if cells > MOST_BLANK + read:
                    raise Refused(_SPARSE)
                yield _ParsedPiece(rows, first, left, token, marks, hidden, read)

    def look_for_merged_cells(self) -> Future[Merged]:
        """Begin to look for them, once: they stand behind the rows, and the sheet is unpacked twice for their sake."""
        if self._merged is None:
            self._merged = ThreadPoolExecutor(1).submit(self._find_merged)
        return self._merged

    def _find_merged(self) -> Merged:
        with self._package.open(self._sheet.part) as stream:
            return merged_in(tail_of(stream, self._prefix))

    def _rows_of(self, piece: "_ParsedPiece", merged: Merged, headings_in: int) -> Iterator[Row]:
        here = merged.within(max(piece.first, headings_in + 1), piece.first + len(piece.rows) - 1)
        rows = self._resolver.rows(piece.rows, piece.left, piece.token)
        for number, row in enumerate(rows, piece.first):
            for column, broken in piece.marks.get(number, {}).items():
                _break(row, column, broken)
            if here.areas and number > headings_in:
                _break_merged(row, here, number)
            if not any(row) and all(cell == "" for cell in row):
                continue
            if number in piece.hidden:
                self._note_hidden(number)
            else:
                yield number, without_nulls(row)

    def _note_hidden(self, number: int) -> None:
        self._hidden_rows += 1
        if self._hidden_rows <= MOST_NOTES:
            self.notes.append(note(number, "the whole row", Fault.HIDDEN_ROW, "a hidden row"))

    def _note_the_rest(self) -> None:
        if (more := self._hidden_rows - MOST_NOTES) > 0:
            self.notes.append(note(1, f"{more:,} more rows", Fault.HIDDEN_ROW, "hidden rows"))


def _break(row: list[Cell], column: int, broken: Cell) -> None:
    if column >= len(row):
        row.extend([""] * (column + 1 - len(row)))
    row[column] = broken


def _break_merged(row: list[Cell], merged: Merged, number: int) -> None:
    for left, right in merged.columns(number):
        for column in range(left, min(right + 1, MOST_COLUMNS)):
            _break(row, column, MERGED_CELL)
