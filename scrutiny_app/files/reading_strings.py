"""A workbook's shared strings: the words that its cells give by number.

They are read in pieces too. Plain text is taken as it stands; any other string (rich text, phonetic runs, entities) is
handed to the reader of cells as a row of one cell, so that it comes out as it does in a cell.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from typing import Any
from zipfile import ZipFile, ZipInfo

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_package import DAMAGED, ODD
from scrutiny_app.files.reading_piece_cells import PieceParser
from scrutiny_app.files.reading_pieces import MOST_HEAD, Stream

BLOCK = 2**20
MOST_STRING = 2**22  # bytes of one, with all that it is written with; Excel holds 32,767 characters
_TOO_LONG = "The workbook has a text longer than Excel can hold. Delete it, or export the workbook again."
_OPENING = re.compile(rb"<((?:\w+:)?)sst(?:\s[^>]*)?>")
_LONG = 64  # characters, from which a text that is not plain ASCII is kept in fewer bytes
_KEEPS = "\0"  # stands before a text that keeps the space at its ends; it can stand in no XML
_SPACE = " \t\n"

Kept = list[str | bytes]


class Strings:
    """A workbook's shared strings, in order, read as far as they are wanted.

    Long ones that are not plain ASCII are kept as UTF-8, to take less memory.
    """

    def __init__(self, more: Iterator[Kept]) -> None:
        self._found: Kept = []
        self._has_bytes = False
        self._more = more

    def at(self, numbers: Sequence[str]) -> list[str]:
        """Give the strings of those numbers; raise Refused where there is one of which there is none."""
        try:
            wanted = list(map(int, numbers))
        except ValueError:
            raise Refused(DAMAGED) from None
        written = "".join(numbers)
        if "-" in written or "_" in written:  # the second is Python's own way of writing a number
            raise Refused(DAMAGED)
        try:
            texts: list[Any] = list(map(self._found.__getitem__, wanted))
        except IndexError:
            self._read_to(max(wanted))
            texts = list(map(self._found.__getitem__, wanted))
        return [text.decode() if isinstance(text, bytes) else text for text in texts] if self._has_bytes else texts

    def _read_to(self, number: int) -> None:
        while number >= len(self._found):
            read = next(self._more, None)
            if read is None:
                raise Refused(DAMAGED)
            self._has_bytes = self._has_bytes or bytes in set(map(type, read))
            self._found += read


def read_strings(package: ZipFile, part: ZipInfo, parser: PieceParser) -> Generator[Kept, None, None]:
    """Read every shared string, in order, some at a time."""
    with package.open(part) as stream:
        yield from _read(stream, parser)


def _read(stream: Stream, parser: PieceParser) -> Iterator[Kept]:
    start = b""
    while not (opening := _OPENING.search(start)):
        block = stream.read(BLOCK)
        if not block or len(start) > MOST_HEAD:
            raise Refused(DAMAGED)
        start += block
    if opening[0].endswith(b"/>"):
        return
    prefix = opening[1]
    closing, item = b"</" + prefix + b"sst", b"<" + prefix + b"si"
    buffer = start[opening.end() :]
    while (stop := buffer.find(closing, cut := max(buffer.rfind(item), 0))) < 0:  # a string can hold no end of all
        block = stream.read(BLOCK)
        if not block:
            raise Refused(DAMAGED)
        yield _parsed(buffer[:cut], prefix, parser)
        if len(buffer) - cut > MOST_STRING:
            raise Refused(_TOO_LONG)
        buffer = buffer[cut:] + block
    yield _parsed(buffer[:stop], prefix, parser)


def _parsed(items: bytes, prefix: bytes, parser: PieceParser) -> Kept:
    """Part strings where one of plain text ends and another begins; those that are not plain are read together."""
    try:
        text, name = items.decode(), prefix.decode()
    except UnicodeDecodeError:
        raise Refused(DAMAGED) from None
    before, after = f"<{name}si><{name}t>", f"</{name}t></{name}si>"
    if (plain := _all_plain(text, before, after)) is not None:
        return plain
    if _KEEPS in text or "<!" in text:  # what is in a comment or a quotation is no seam
        return _by_cells(items, prefix, parser)
    keeping, kept = f'<{name}t xml:space="preserve">', f"<{name}t>{_KEEPS}"
    # An empty string is put at either end, so that whatever is first or last has a seam like all others.
    parts = f"{after}{text.replace(keeping, kept)}{before}".split(after + before)
    strings = list(map(_plain, parts))
    odd = [f"{before}{part}{after}" for part, plain in zip(parts, strings, strict=True) if plain is None]
    read = iter(_by_cells("".join(odd).replace(kept, keeping).encode(), prefix, parser) if odd else [])
    counts = iter([part.count(f"<{name}si") for part in odd])
    return [one for plain in strings for one in ([plain] if plain is not None else islice(read, next(counts)))][1:-1]


def _all_plain(text: str, before: str, after: str) -> Kept | None:
    """Part strings that all stand as they are, as most do; None where any needs a closer look."""
    if "&" in text or "_" in text or "\r" in text or not (text.startswith(before) and text.endswith(after)):
        return None
    parts = text[len(before) : -len(after)].split(after + before)
    if text.count("<") != (before + after).count("<") * len(parts):
        return None
    stripped = [part.strip(_SPACE) for part in parts]
    return [*stripped] if text.isascii() else list(map(_kept, stripped))


def _plain(part: str) -> str | bytes | None:
    """Give a text that stands as it is; None where it needs a closer look."""
    if "<" in part or "&" in part or "_" in part or "\r" in part:
        return None
    return _kept(part[1:] if part[:1] == _KEEPS else part.strip(_SPACE))


def _by_cells(items: bytes, prefix: bytes, parser: PieceParser) -> Kept:
    opening, closing, empty = b"<%ssi>" % prefix, b"</%ssi>" % prefix, b"<%ssi/>" % prefix
    count = items.count(b"<" + prefix + b"si")
    if items.count(opening) + items.count(empty) != count:
        raise Refused(ODD)
    runs = b"<%sr>" % prefix
    if runs in items:  # a run keeps the space that parts it from the next, whether or not it says so
        items = items.replace(b"<%st>" % prefix, b'<%st xml:space="preserve">' % prefix)
    rows = items.replace(empty, b"<row></row>")
    rows = rows.replace(opening, b'<row><c t="inlineStr"><is>').replace(closing, b"</is></c></row>")
    first, column, found = parser.parse(rows)
    strings: Kept = [*[""] * (first - 1), *(_kept(str(row[0])) for row in found)]
    if column or len(strings) > count or any(len(row) != 1 for row in found[:1]):
        raise Refused(DAMAGED)
    return strings + [""] * (count - len(strings))


def _kept(text: str) -> str | bytes:
    return text if len(text) < _LONG or text.isascii() else text.encode()
