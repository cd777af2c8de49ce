"""Reading CSV in flat memory: decoded rightly or refused by its line, and never a row whose cells have shifted."""

import csv
import io
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.totals import is_below_cases
from scrutiny_app.files.reading_csv_records import Records
from scrutiny_app.files.reading_csv_text import find_encoding
from scrutiny_app.files.tables import MOST_COLUMNS, MOST_ROWS, Opened, Row, without_nulls

DELIMITERS = ",;\t|"
MOST_LINE = 2**23  # characters
BLOCK = 2**16  # bytes, read and decoded at a time
SAMPLE = 2**18  # characters, by which the separator is chosen
TITLES = 20  # rows that may stand above the headings
MOST_NOTES = 20  # lines of one text that may stand below the last row


def open_csv(file: BinaryIO, size: int) -> Opened:
    """Open a CSV file; raise Refused where its encoding cannot be told."""
    sheet = CsvSheet(file, size, find_encoding(file))
    if not any(True for _ in islice(sheet.rows(), 1)):
        raise Refused("The file holds no rows. Export it again from the records system.")
    return Opened([sheet])


class CsvSheet:
    """The one sheet of a CSV file."""

    name = "CSV"
    hidden: frozenset[int] = frozenset()
    from_1904 = False

    def __init__(self, file: BinaryIO, size: int, encoding: str) -> None:
        self.notes: list[Problem] = []
        self._file = file
        self._size = max(1, size)
        self._encoding = encoding
        self._delimiter = _delimiter(self._text())

    def share(self) -> float:
        """Say how much of the file has been read, from 0 to 1."""
        return min(1.0, os.lseek(self._file.fileno(), 0, os.SEEK_CUR) / self._size)

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the columns: CSV can hide nothing."""
        return []

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the rows that are not blank; from the headings on, all must be as wide as the headings."""
        lines = Records(_lines(self._text()), self._delimiter)
        short = _ShortLines()
        width = number = shown = 0
        while True:
            line = lines.line_num + 1
            try:
                record = next(lines, None)
            except csv.Error:
                raise Refused(_unread(line)) from None
            if record is None:
                break
            number += 1
            if number == headings_in:
                width = len(record)
            elif width and len(record) != width and record:
                if short.holds(number, record, width, line):
                    continue
                record += [""] * (width - len(record))  # a total or a footer, which is no case: it is listed as such
            else:
                short.require_last(record, width)
            if any(map(str.strip, record)):
                if len(record) > MOST_COLUMNS:
                    raise Refused(f"The file has more than {MOST_COLUMNS} columns. Delete those that are not needed.")
                shown += 1
                yield number, without_nulls(record)  # type: ignore[arg-type]  # texts are cells, and nobody else's
            elif number - shown > MOST_ROWS:
                raise Refused(f"The file has more than {MOST_ROWS:,} blank lines. Export it again without them.")
        yield from short.notes(width)

    def _text(self) -> io.TextIOWrapper:
        descriptor = self._file.fileno()
        marked = self._encoding == "utf-8-sig"
        os.lseek(descriptor, len(BOM_UTF8) if marked and os.pread(descriptor, len(BOM_UTF8), 0) == BOM_UTF8 else 0, 0)
        # The decoder that knows of the mark at the beginning is several times as slow as the one that does not.
        encoding = "utf-8" if marked else self._encoding
        text = io.TextIOWrapper(io.BufferedReader(io.FileIO(descriptor, closefd=False), BLOCK), encoding, newline="")
        text._CHUNK_SIZE = BLOCK  # type: ignore[attr-defined]  # Python's own is an eighth: a third slower
        return text


class _ShortLines:
    """Lines of one text that stand below the last row, if no row follows."""

    def __init__(self) -> None:
        self.held: list[tuple[int, str, int]] = []

    def holds(self, number: int, record: list[str], width: int, line: int) -> bool:
        """Hold a line that is shorter than the headings; raise Refused on one that is neither that nor a footer."""
        is_footer = len(record) < width and is_below_cases(record)
        if is_footer:
            return False
        if len(record) > 1 or len(self.held) >= MOST_NOTES:
            raise Refused(_ragged(len(record), width, line))
        self.held.append((number, record[0], line))
        return True

    def require_last(self, record: list[str], width: int) -> None:
        """Refuse a file in which a row follows them."""
        if self.held and record:
            raise Refused(_ragged(1, width, self.held[0][2]))

    def notes(self, width: int) -> Iterator[Row]:
        """Yield them as rows."""
        for number, text, _ in self.held:
            yield number, [text, *[""] * (width - 1)]


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield lines; a file of one endless line is refused before it fills the memory."""
    number = 0
    while line := text.readline(MOST_LINE):
        number += 1
        if len(line) == MOST_LINE:
            raise Refused(f"Line {number} is longer than any row of an extract. Export the file again.")
        yield line


def _unread(line: int) -> str:
    return (
        f"Line {line} cannot be read: a quotation mark has no partner, or a value is too long. "
        "Correct that line and import the file again."
    )


def _ragged(columns: int, width: int, line: int) -> str:
    return (
        f"Line {line} has {columns} columns where the headings have {width}. "
        "Correct that line: a value with a separator in it must stand in quotation marks."
    )


def _delimiter(text: io.TextIOWrapper) -> str:
    """Choose the separator under which most of the first rows are equally wide, and widest."""
    sample = text.read(SAMPLE)
    whole = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] if len(sample) == SAMPLE else sample
    return max(DELIMITERS, key=lambda delimiter: _fit(_widths(whole, delimiter)))


def _widths(sample: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True):
            if any(map(str.strip, record)):
                widths.append(len(record))
            if len(widths) == 3 * TITLES:
                break
    except csv.Error:
        pass  # whether the file can be read is seen when its rows are
    return widths


def _fit(widths: Iterable[int]) -> tuple[bool, int, int]:
    found = list(widths)
    usual = max(set(found), key=lambda width: (found.count(width), width), default=0)
    return (True, found.count(usual), usual) if usual > 1 else (False, 0, 0)
