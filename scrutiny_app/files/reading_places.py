"""Refusing a sheet whose cells do not stand where they say: in another row, twice in one place, or going backwards.

A cell's reference says where it belongs, and a reader puts it there whatever row it stands in: so a value would come to
be in another case, or in place of another value, and nobody would know.
"""

import re
from itertools import pairwise

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_book import column_of
from scrutiny_app.files.reading_package import ODD
from scrutiny_app.files.reading_pieces import Piece
from scrutiny_app.files.tables import MOST_COLUMNS, TOO_WIDE

_LIES = (
    "In row {} of the sheet a cell says that it stands elsewhere, or two say that they stand in the same place. "
    "Open the file in Excel, save it anew and import that."
)
_ATTRIBUTE = re.compile(rb"([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_PLACE = re.compile(rb"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ANY = re.compile(rb"<(?:[^\s<>/!?:]+:)?c[\s/>]")
_CELL = (  # as every program writes it; of the prefix and the column's letters
    rb'(?:<%(prefix)sc r="%(column)s\1"(?: s="\d++")?+(?: t="\w++")?+'
    rb"(?:><%(prefix)sv>[^<]*+</%(prefix)sv></%(prefix)sc>|/>|>"
    rb"(?:<%(prefix)sf[^<>]*+>[^<]*+</%(prefix)sf>)?+(?:<%(prefix)sv>[^<]*+</%(prefix)sv>|"
    rb"<%(prefix)sis><%(prefix)st[^<>]*+>[^<]*+</%(prefix)st></%(prefix)sis>)?+</%(prefix)sc>))?+"
)


class PlaceChecker:
    """Checks the cells of a sheet's pieces; `prefix` stands before the names of the sheet's elements."""

    def __init__(self, prefix: bytes) -> None:
        self._prefix = re.escape(prefix)
        name = b"<" + self._prefix + b"c"
        self._begin = re.compile(name + rb"[\s/>]")
        self._cell = re.compile(name + rb"(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
        self._width = 0
        self._usual = self._as_usual()

    def check(self, piece: Piece) -> None:
        """Raise Refused where a cell of a piece lies about its place, naming the row."""
        if not self._usual.fullmatch(piece.body):
            width = self._check_each(piece)
            if width > self._width:
                self._width = width
                self._usual = self._as_usual()

    def _as_usual(self) -> re.Pattern[bytes]:
        """Make what rows match that are written as usual, their cells in order and with their row's own number."""
        cells = b"".join(
            _CELL % {b"prefix": self._prefix, b"column": letters_of(column)} for column in range(self._width)
        )
        row = rb'<%srow r="(\d+)"[^<>]*+>(?:%s</%srow>)?+\s*+' % (self._prefix, cells, self._prefix)
        return re.compile(rb"(?:" + row + rb")*+")

    def _check_each(self, piece: Piece) -> int:
        """Check cells one by one, and give how many columns they fill."""
        body, starts, width = piece.body, [tag.at for tag in piece.tags], 0
        begun = sum(1 for _ in self._begin.finditer(body))
        if begun != sum(1 for _ in _ANY.finditer(body)):
            raise Refused(ODD)
        for tag, start, end in zip(piece.tags, starts, [*starts[1:], len(body)], strict=True):
            columns = [-1]
            for cell in self._cell.finditer(body, start, end):
                begun -= 1
                columns.append(_column(cell[1], columns[-1] + 1, tag.number))
            if not all(one < other for one, other in pairwise(columns)):
                raise Refused(_LIES.format(tag.number))
            width = max(width, columns[-1] + 1)
        if begun:
            raise Refused(ODD)
        if width > MOST_COLUMNS:
            raise Refused(TOO_WIDE)
        return width


def _column(attributes: bytes, following: int, number: int) -> int:
    """Give the column that a cell says it stands in; without a reference it follows the cell before it."""
    said = [value for name, value in _ATTRIBUTE.findall(attributes) if name == b"r"]
    if not said:
        return following
    place = _PLACE.fullmatch(said[0][1:-1]) if len(said) == 1 else None
    if place is None or int(place[2]) != number:
        raise Refused(_LIES.format(number))
    return column_of(place[1])


def letters_of(column: int) -> bytes:
    """Give a column's letters, by its number from 0."""
    letters = b""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = bytes([65 + rest]) + letters
    return letters
