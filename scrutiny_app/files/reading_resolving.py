"""Putting a workbook's shared strings in the place of their numbers.

A cell of a shared string is made a cell of text that holds the string's number before its piece is parsed. Where the
piece has other cells of text too, those numbers bear a token, new for each file, that no other text can hold.
"""

import re
from collections.abc import Sequence
from secrets import token_hex
from typing import Any, cast

from scrutiny_app.domain.cells import Cell
from scrutiny_app.files.reading_piece_cells import Parsed
from scrutiny_app.files.reading_pieces import Piece
from scrutiny_app.files.reading_strings import Strings

_SHARED = re.compile(
    rb"(<(?:\w+:)?c\s(?:[^<>]*\s)?t\s*=\s*)[\"']s[\"']([^<>]*>\s*<(?:\w+:)?v(?:\s[^<>]*)?>\s*)(?=[0-9-])"
)
# What a piece may hold besides shared strings that would be text too.
_NOT_PLAIN = (b"inlineStr", b't="str"', b't="d"')


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

    def rows(self, rows: list[list[Parsed]], left: int, token: str | None) -> list[list[Cell]]:
        """Give rows' cells from the first column on, their strings resolved, column by column: most are all strings."""
        if token is not None:
            columns = [self._column(column, token) for column in zip(*rows, strict=True)]
            rows = list(map(list, zip(*columns, strict=True)))
        found = cast("list[list[Cell]]", rows)
        return [[*[""] * left, *row] for row in found] if left else found

    def _column(self, cells: Sequence[Any], token: str) -> Sequence[Any]:
        kinds = set(map(type, cells))
        if str not in kinds:
            return cells
        if not token and len(kinds) == 1 and "" not in cells:
            return self._strings.at(cells)
        places = [at for at, cell in enumerate(cells) if isinstance(cell, str) and cell and cell.startswith(token)]
        resolved = list(cells)
        if places:
            texts = self._strings.at([cells[at].removeprefix(token) for at in places])
            for at, text in zip(places, texts, strict=True):
                resolved[at] = text
        return resolved
