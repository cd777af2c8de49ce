"""Putting a workbook's shared strings in the place of their numbers.

A cell of a shared string is made a cell of text that holds the string's number before its piece is parsed. Where the
piece has other cells of text too, those numbers bear a token, new for each file, that no other text can hold.
"""

import re
from secrets import token_hex
from typing import Any, cast

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_package import DAMAGED
from scrutiny_app.files.reading_piece_cells import Parsed
from scrutiny_app.files.reading_pieces import Piece
from scrutiny_app.files.reading_strings import Strings

_SHARED = re.compile(
    rb"(<(?:\w+:)?c\s(?:[^<>]*\s)?t\s*=\s*)[\"']s[\"']([^<>]*>\s*<(?:\w+:)?v(?:\s[^<>]*)?>\s*)(?=[0-9-])"
)
# What a piece may hold besides shared strings that would be text too, or a number that could not be told from theirs.
_NOT_PLAIN = (b"inlineStr", b't="str"', b't="d"', b">-")


class Resolver:
    """Resolves the shared strings of one sheet."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings
        self._mark = f"shared {token_hex(16)} "

    def prepare(self, piece: Piece) -> tuple[str | None, bytes]:
        """Make shared strings' cells text; give what their texts begin with, or None where no cell is one."""
        rows, singly = piece.body, piece.quotes_singly()
        if (b"t='s'" if singly else b't="s"') not in rows:
            return None, rows
        if singly or any(other in rows for other in _NOT_PLAIN):
            return self._mark, _SHARED.sub(rb'\1"str"\2' + self._mark.encode(), rows)
        return "", rows.replace(b't="s"', b't="str"')

    def row(self, cells: list[Parsed], left: int, token: str | None) -> list[Cell]:
        """Give a row's cells from the first column on, its strings resolved."""
        row = cast("list[Cell]", cells)
        if token == "":
            row = self._plain(row)
        elif token:
            row = [self._cell(cell, token) if isinstance(cell, str) and cell else cell for cell in row]
        return [*[""] * left, *row] if left else row

    def _plain(self, cells: list[Cell]) -> list[Cell]:
        """Resolve a row all of whose texts are numbers of strings, none of them below 0: most rows, so quickly."""
        found = self._strings.found
        try:
            row: list[Any] = [found[int(cell)] if cell.__class__ is str and cell else cell for cell in cells]
        except (IndexError, ValueError):  # not read so far, or damaged
            return [self._cell(cell, "") if isinstance(cell, str) and cell else cell for cell in cells]
        if self._strings.has_bytes:
            return [cell.decode() if isinstance(cell, bytes) else cell for cell in row]
        return row

    def _cell(self, text: str, token: str) -> str:
        if token:
            if not text.startswith(token):
                return text
            text = text.removeprefix(token)
        number = text.strip()
        if not number:
            raise Refused(DAMAGED)
        return self._strings.at(number)
