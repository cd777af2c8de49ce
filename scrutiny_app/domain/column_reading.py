"""Reading a column's cells all at once where nothing about them is out of the way: most are not.

A quick reader looks at the cells joined together, and gives their values, or None where any of them needs a closer
look; then the field's own reader reads them one by one. What it gives is exactly what that reader would.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.cell_words import is_error_word
from scrutiny_app.domain.cells import (
    BLANKS,
    LEAST_ROUNDED,
    PLAIN_NAME,
    ROUNDED,
    TEXT_BYTES,
    Cell,
    is_of_staff,
    read_date,
    reader,
)
from scrutiny_app.domain.officer_cells import is_staff_number
from scrutiny_app.domain.remembering import Remembered, remembering_days

Column = Sequence[Cell]
Values = Sequence[Any]
Quick = Callable[[Column], Values | None]
Joined = Callable[[Column], str | None]

_BAR = "|"  # stands between the cells; one that holds it itself is only looked at more closely
_SPACED = ("  ", "| ", " |", "||")  # what spaces at the wrong place, and empty cells, look like
_BLANK_WORDS = frozenset(filter(None, BLANKS))
_NAMES = re.compile(rf"(?:{PLAIN_NAME}\|)+", re.ASCII)
_KNOWN_DAYS = Remembered(read_date)  # of all columns together: they have the same days
_read_day = remembering_days(read_date)
_NO_TEXTS = ("", "-")


def quick_reader(field: Field) -> Quick:
    """Make the quick reader of a field's column."""
    match field.kind:
        case Kind.CHOICE | Kind.YES_NO | Kind.NUMBER | Kind.AGE:
            return partial(_known, known=Remembered(reader(field)))
        case Kind.DATE:
            return _days
        case Kind.TEXT:
            return partial(_narratives, most=field.most)
        case Kind.PEOPLE:
            return _none_recorded
    if is_of_staff(field):
        return partial(_texts, joined=_joined_staff_numbers, most=field.most)
    joined = {Kind.PERSON: _joined_names, Kind.REFERENCE: _joined_references, Kind.WORD: _joined_lines}[field.kind]
    return partial(_texts, joined=joined, most=field.most)


def _known(cells: Column, known: Remembered) -> Values:
    return list(map(known.__getitem__, cells))


def _days(cells: Column) -> Values:
    kinds = set(map(type, cells))
    if kinds == {date}:
        return cells
    return list(map(_KNOWN_DAYS.__getitem__ if kinds == {str} else _read_day, cells))


def _none_recorded(cells: Column) -> Values | None:
    return None if any(cells) else [None] * len(cells)


def _texts(cells: Column, joined: Joined, most: int) -> Values | None:
    """Read texts on one line: as they stand, where they are as they should be already."""
    if joined(cells) is not None:
        return cells if max(map(len, cells)) <= most else None  # type: ignore[arg-type]  # texts, for they were joined
    if "" not in cells:
        return None
    filled = [cell for cell in cells if cell != ""]
    if filled and (joined(filled) is None or max(map(len, filled)) > most):  # type: ignore[arg-type]  # as above
        return None
    return [cell or None for cell in cells]


def _joined_lines(cells: Column) -> str | None:
    text = f"|{_BAR.join(cells)}|"  # type: ignore[arg-type]  # it raises TypeError where one is no text
    if not text.isascii() or not text.isprintable() or any(spaces in text for spaces in _SPACED):
        return None
    lower = text.lower()
    return lower if _BLANK_WORDS.isdisjoint(lower.split(_BAR)) else None


def _joined_references(cells: Column) -> str | None:
    lower = _joined_lines(cells)
    if lower is None:
        return None
    may_be_rounded = "e+" in lower or "e-" in lower or ("00|" in lower and max(map(len, cells)) >= LEAST_ROUNDED)  # type: ignore[arg-type]  # as above
    return None if may_be_rounded and any(map(ROUNDED.fullmatch, cells)) else lower  # type: ignore[arg-type]  # as above


def _joined_staff_numbers(cells: Column) -> str | None:
    lower = _joined_references(cells)
    if lower is None or lower.replace(_BAR, "").isdigit():
        return lower
    return lower if all(map(is_staff_number, cells)) else None  # type: ignore[arg-type]  # as above


def _joined_names(cells: Column) -> str | None:
    text = f"{_BAR.join(cells)}|"  # type: ignore[arg-type]  # as above
    return text if text.count(_BAR) == len(cells) and _NAMES.fullmatch(text) else None


def _narratives(cells: Column, most: int) -> Values | None:
    values = list(map(str.strip, cells))  # type: ignore[arg-type]  # as above
    text = "".join(values)
    if not text.isascii() or "\r" in text or text.encode().translate(None, TEXT_BYTES):
        return None
    if max(map(len, values)) > most or ("#" in text and any(map(is_error_word, values))):
        return None
    return [None if value in _NO_TEXTS else value for value in values] if _has_blanks(values) else values


def _has_blanks(values: Sequence[str]) -> bool:
    return any(word in values for word in _NO_TEXTS)
