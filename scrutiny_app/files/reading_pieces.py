"""Cutting a sheet into pieces of some rows each, so that a sheet of any length is read in little memory.

A sheet's part is streamed and cut before the openings of rows. Rows must ascend, as Excel writes them; those that do
not bear their number are given it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, NamedTuple, Protocol

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_package import DAMAGED, ODD
from scrutiny_app.files.tables import MOST_ROWS

FIRST = 2**16  # bytes that are read at first: often the first few rows alone are wanted
BLOCK = 2**21  # and at a time in the end
MOST_HEAD = 2**20  # what stands before a sheet's rows
MOST_ROW = 2**24  # bytes; no row that Excel can hold is near it
MOST_TAIL = 2**25  # what stands after them: merged cells, links, validations
PIECE_ROWS = 2000
_BEGINNING = 2000  # bytes of a piece, by which its manner of writing is told

_OPENING = re.compile(rb"<((?:\w+:)?)sheetData\s*(/?)>")
_NO_ELEMENTS = ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>"))
_AGAIN = re.compile(rb"</?(?:\w+:)?sheetData[\s/>]")
_NUMBER = re.compile(rb"\sr\s*=\s*[\"']([0-9]{1,7})[\"']")
_NUMBERED = re.compile(rb"\sr\s*=")
_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_NOT_IN_ORDER = "The sheet's rows do not stand in order. Open it in Excel, save it anew and import that."
_AFTER_NAME = frozenset(b" \t\r\n/>")


class RowTag(NamedTuple):
    """Where a row opens in its piece, its number as the sheet shows it, and whether it is hidden."""

    at: int
    number: int
    hidden: bool


@dataclass(frozen=True)
class Piece:
    """Some whole rows: their openings, and the XML between."""

    tags: list[RowTag]
    body: bytes

    def quotes_singly(self) -> bool:
        """Say whether attributes stand in single quotation marks: whoever writes one so writes all so."""
        return b"='" in self.body[:_BEGINNING]


class Stream(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Read so many bytes, or fewer at the end."""


class Cutter:
    """A sheet's part while it is read: `head` stands before its rows, `prefix` before the names of its elements."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._last = 0
        self._next = min(FIRST, BLOCK)
        start = b""
        while not (opening := _OPENING.search(start)):
            block = self._block()
            if not block or len(start) > MOST_HEAD:
                raise Refused(ODD if start else DAMAGED)
            start += block
        self.head = start[: opening.start()]
        if any(self.head.rfind(begin) > self.head.rfind(end) for begin, end in _NO_ELEMENTS):
            raise Refused(ODD)  # what seem to be the rows stand in a comment, and others after it
        self.prefix = opening[1]
        self._filled = re.compile(rb"<" + re.escape(self.prefix) + rb"[vt](?:\s[^>]*)?>(?!</)")  # of a value or a text
        self._empty = bool(opening[2])
        self._rest = start[opening.end() :]

    def pieces(self) -> Iterator[Piece]:
        """Yield the rows in pieces; raise Refused where they cannot be cut."""
        if self._empty:
            return
        closing = b"</" + self.prefix + b"sheetData"
        buffer = self._rest
        at = 0  # from where the closing is still to be looked for
        while (stop := buffer.find(closing, at)) < 0:
            block = self._block()
            if not block:
                raise Refused(DAMAGED)
            cut = self._last_opening(buffer)
            if cut > 0:
                yield from self._cut(buffer[:cut])
            rest = buffer[max(cut, 0) :]
            self._check_length(len(rest))
            at = max(0, len(rest) - len(closing))
            buffer = rest + block
        last = buffer[:stop]
        self._check_length(len(last) - max(self._last_opening(last), 0))
        yield from self._cut(last)

    def _block(self) -> bytes:
        size, self._next = self._next, min(2 * self._next, BLOCK)
        return self._stream.read(size)

    def _check_length(self, row: int) -> None:
        if row > MOST_ROW:
            raise Refused("The sheet has a row longer than Excel can hold. Export it again.")

    def _last_opening(self, buffer: bytes) -> int:
        return buffer.rfind(b"<" + self.prefix + b"row")

    def _cut(self, rows: bytes) -> Iterator[Piece]:
        has_values = self._has_values(rows)
        if not has_values and self._pass_over(rows):
            return
        tags = self._tags(rows)
        if (tags and rows[: tags[0].at].strip()) or (not tags and rows.strip()):
            raise Refused(ODD)
        if not has_values:
            return
        first = 0
        for index in range(1, len(tags) + 1):
            is_last = index == len(tags)
            if (
                is_last
                or index - first == PIECE_ROWS
                or abs(tags[index].number) - abs(tags[first].number) >= PIECE_ROWS
            ):
                end = len(rows) if is_last else tags[index].at
                if self._has_values(rows[tags[first].at : end]):
                    yield self._piece(rows, tags[first:index], end)
                first = index

    def _pass_over(self, rows: bytes) -> bool:
        """Pass over rows without values by the last one's number, or by their count: there may be a million."""
        opening = b"<" + self.prefix + b"row"
        if not rows.startswith(opening) or rows[len(opening)] not in _AFTER_NAME:
            return False
        last = self._last + rows.count(opening)
        if _NUMBERED.search(rows):
            at = rows.rfind(opening)
            found = _NUMBER.search(rows, at, rows.find(b">", at))
            last = int(found[1]) if found else 0
        if not self._last < last <= MOST_ROWS:
            return False
        self._last = last
        return True

    def _has_values(self, rows: bytes) -> bool:
        return self._filled.search(rows) is not None or b"<" + self.prefix + b"f" in rows

    def _tags(self, rows: bytes) -> list[RowTag]:
        opening = b"<" + self.prefix + b"row"
        after = len(opening)
        usual = opening + b' r="'
        tags: list[RowTag] = []
        last = self._last
        at = rows.find(opening)
        while at >= 0:
            end = rows.find(b">", at)
            if end < 0 or rows[at + after] not in _AFTER_NAME:
                raise Refused(ODD)
            tag = rows[at:end]
            if tag.startswith(usual) and (digits := tag[after + 4 : tag.find(b'"', after + 4)]).isdigit():
                said, number = True, int(digits[:8])
            else:
                found = _NUMBER.search(tag)
                if not found and _NUMBERED.search(tag):
                    raise Refused(ODD)
                said, number = found is not None, int(found[1]) if found else last + 1
            if not last < number <= MOST_ROWS:
                raise Refused(_NOT_IN_ORDER)
            last = number
            hidden = b"hidden" in tag and _HIDDEN.search(tag) is not None
            tags.append(RowTag(at, number if said else -number, hidden))
            at = rows.find(opening, end)
        self._last = last
        return tags

    def _piece(self, rows: bytes, tags: list[RowTag], end: int) -> Piece:
        start = tags[0].at
        if all(tag.number > 0 for tag in tags):
            return Piece([RowTag(at - start, number, hidden) for at, number, hidden in tags], rows[start:end])
        return _numbered(rows, tags, end, len(self.prefix) + 4)


def _numbered(rows: bytes, tags: list[RowTag], end: int, name_ends: int) -> Piece:
    """Write their numbers into the openings of rows that bear none."""
    written: list[bytes] = []
    moved: list[RowTag] = []
    length = 0
    for tag, after in zip(tags, [*(tag.at for tag in tags[1:]), end], strict=True):
        row = rows[tag.at : after]
        if tag.number < 0:
            row = b'%s r="%d"%s' % (row[:name_ends], -tag.number, row[name_ends:])
        moved.append(RowTag(length, abs(tag.number), tag.hidden))
        written.append(row)
        length += len(row)
    return Piece(moved, b"".join(written))


def tail_of(stream: IO[bytes], prefix: bytes) -> bytes:
    """Read a sheet's part to its end and give what stands after its rows; raise Refused where there are more rows."""
    closing = b"</" + prefix + b"sheetData"
    kept = b""
    found = False
    while block := stream.read(BLOCK):
        kept += block
        if not found:
            at = kept.find(closing)
            found = at >= 0
            kept = kept[at:] if found else kept[-len(closing) :]
        if found and len(kept) > MOST_TAIL:
            raise Refused("The sheet holds far more after its rows than an extract does. Copy its rows into a new one.")
    if _AGAIN.search(kept, len(closing)):
        raise Refused(ODD)
    return kept if found else b""
