"""Reading flags that stand together in one column: "DA; Hate - Race; Knife" sets the flag of each word."""

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence

from scrutiny_app.domain.cases import COLUMN, FLAGS
from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.listed_cells import items_of
from scrutiny_app.domain.uses import REJECTED, word_key

TOGETHER = "flags"
NONE_OF_THESE = "None of these flags"
SHOWN = {"child_involved": "Child involved, as victim, witness or offender"}  # where a title alone says too little
_BETWEEN = re.compile(r"[;,|/>\r\n]+")
_CODES = re.compile(r"[A-Z]{1,5}\d?(?: +[A-Z]{1,5}\d?)+")
_DENYING = re.compile(r"\b(?:no|not|non|nil|none|without)\b", re.IGNORECASE)
_read = reader(COLUMN[TOGETHER])


def flags_in(text: str) -> list[str]:
    """List the words of a cell, each of which may name a flag."""
    listed = items_of(text)
    parts = [part.strip(" -–—") for part in (_BETWEEN.split(text) if listed is None else listed)]
    return [word for part in parts for word in (part.split() if _are_codes(part) else [part]) if word_key(word)]


def denies(word: str) -> bool:
    """Say whether a word says that something is not: "Not DA", "Non crime hate"."""
    return _DENYING.search(word) is not None


def _are_codes(text: str) -> bool:
    """Say whether a text is short codes with spaces between them, as in "DA CSE H"."""
    return _CODES.fullmatch(text) is not None and not denies(text) and flag_of(text) is None


def flag_of(word: str) -> str | None:
    """Give the flag that the schema knows a word as; None where it knows none."""
    try:
        return str(_read(word) or "") or None
    except Unreadable:
        return None


class FlagsTogether:
    """Sets the flags that a column's words name; a word of which nobody has said what it is stays, to be refused."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._known: dict[str, tuple[tuple[str, ...], bool]] = {}

    def set_in(self, cells: MutableMapping[str, Cell]) -> None:
        """Set the flags of one row, and leave its cell of them blank where each word is known."""
        cell = cells.get(TOGETHER)
        if not isinstance(cell, str):
            return
        flags, all_known = self._known.get(cell) or self._known.setdefault(cell, self._told(cell))
        cells.update({flag: True for flag in flags if cells.get(flag) in (None, "")})
        if all_known:
            cells[TOGETHER] = None

    def set_in_columns(self, columns: MutableMapping[str, Sequence[Cell]]) -> None:
        """Set the flags of many rows, column by column."""
        cells = columns[TOGETHER]
        kept = {flag: list(columns.get(flag) or [None] * len(cells)) for flag in FLAGS}
        rows = [{TOGETHER: cell, **{flag: kept[flag][at] for flag in FLAGS}} for at, cell in enumerate(cells)]
        for row in rows:
            self.set_in(row)
        columns.update({name: [row[name] for row in rows] for name in (TOGETHER, *FLAGS)})

    def _told(self, text: str) -> tuple[tuple[str, ...], bool]:
        codes = list(self._codes(text))
        return tuple(code for code in codes if code), None not in codes

    def _codes(self, text: str) -> Iterator[str | None]:
        for word in flags_in(text):
            said = self._words.get(word_key(word))
            yield None if said == REJECTED else said if said is not None else flag_of(word)
