"""What a cell of an extract may hold, and its words: on one line, as a reference, or as a text of many lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.leftovers import ERROR_WORDS, is_leftover


@dataclass(frozen=True)
class Broken:
    """A cell that holds no value to rely on; `what` says why, as in "a formula"."""

    what: str


Cell = str | int | float | bool | date | datetime | time | timedelta | Broken | None
Value = str | int | bool | date | list[str] | None
Reader = Callable[[Cell], Value]

ERROR_CELL = Broken("an error value")
FORMULA_CELL = Broken("a formula")
MERGED_CELL = Broken("part of merged cells")
SHARED_CELL = Broken("what is said of a number that several cases share")
LEFT_OUT_CELL = Broken("a word whose rows are for no panel")
_FAULTS = {MERGED_CELL: Fault.MERGED, SHARED_CELL: Fault.SHARED_NUMBER, LEFT_OUT_CELL: Fault.NOT_FOR_PANEL}

EXCEL_DIGITS = 15  # a spreadsheet number keeps no more than these
NOTHING = frozenset({"", "-", "–", "—", "n/a", "not recorded", "heb ei gofnodi"})
DITTOS = frozenset({'"', "''", '" "', '-"-', "“", "”", "〃", "ditto", "do.", "as above"})  # in lists kept by hand
BLANKS = NOTHING | ERROR_WORDS | DITTOS  # the lines that are never taken as they stand
# What a spreadsheet makes of too long a number: an exponent, or zeros after the 15th digit (one may be its own).
ROUNDED = re.compile(rf"\d(?:[.,]\d+)?E[+-]\d+|\d{{{EXCEL_DIGITS}}}0{{2,}}", re.IGNORECASE)
LEAST_ROUNDED = EXCEL_DIGITS + 2  # characters
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, and halves of characters
_HIDDEN_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # there lines and tabs may be
TEXT_BYTES = bytes([*b"\t\n", *range(0x20, 0x7F)])
_LONGEST_BLANK = max(map(len, BLANKS))


class Unreadable(Exception):
    """A cell that cannot be what its column says: the fault, the class of what was found, and what to do."""

    def __init__(self, fault: Fault, found: str, **words: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.found = found
        self.advice = ADVICE[fault].format(**words)


def class_of(cell: Cell) -> str:
    """Describe what kind of thing a cell holds without saying what it holds."""
    match cell:
        case None | "":
            return "empty"
        case Broken(what):
            return what
        case bool():
            return "a yes/no value"
        case int() | float():
            return "a number"
        case str():
            return f"text, {len(cell)} character{'s' if len(cell) != 1 else ''}"
        case datetime() | date():
            return "a date"
        case _:
            return "a time"


def text_of(cell: Cell) -> str:
    """Give the words of a text or a number; a whole number loses the ".0" that the reading of workbooks adds."""
    if isinstance(cell, str):
        return cell if cell.isascii() else normalize("NFC", cell)
    if isinstance(cell, Broken):
        raise Unreadable(_FAULTS.get(cell, Fault.BROKEN_CELL), cell.what)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(Fault.NOT_TEXT, class_of(cell))
    if not abs(cell) < 10**EXCEL_DIGITS:
        raise Unreadable(Fault.DIGITS_LOST, f"a number of more than {EXCEL_DIGITS} digits")
    if cell != int(cell):
        raise Unreadable(Fault.NOT_TEXT, "a number with decimals")
    return str(int(cell))


def line_of(cell: Cell) -> str:
    """Give a cell's words on one line, singly spaced; empty where it says that nothing is recorded."""
    if (
        isinstance(cell, str)
        and cell.isascii()
        and cell.isprintable()
        and "  " not in cell
        and cell[:1] != " " != cell[-1:]
        and (len(cell) > _LONGEST_BLANK or cell.lower() not in BLANKS)
    ):
        return cell  # as it should be already: most are
    line = " ".join(text_of(cell).split())
    if _HIDDEN.search(line):
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(line))
    if line.casefold() in ERROR_WORDS:
        raise Unreadable(Fault.BROKEN_CELL, ERROR_CELL.what)
    if line.casefold() in DITTOS:
        raise Unreadable(Fault.DITTO, class_of(line))
    return "" if line.casefold() in NOTHING else line


def unreadable(fault: Fault, cell: Cell, **words: object) -> Unreadable:
    """Make what is raised of a cell that is none of what is wanted, or is an error value that a spreadsheet left."""
    if isinstance(cell, str) and is_leftover(cell):
        return Unreadable(Fault.BROKEN_CELL, ERROR_CELL.what)
    return Unreadable(fault, class_of(cell), **words)


def reference_of(cell: Cell) -> str:
    """Give a number or code as it was written; raise Unreadable where a spreadsheet has rounded it."""
    line = line_of(cell)
    if not line.isprintable():
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(line))
    if ROUNDED.fullmatch(line):
        kind = f"of more than {EXCEL_DIGITS} digits that ends in zeros" if line.isdigit() else "in scientific notation"
        raise Unreadable(Fault.DIGITS_LOST, f"a number {kind}")
    return line


def narrative_of(cell: Cell) -> str:
    """Give a text of any number of lines."""
    text = text_of(cell).strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        hides = bool(text.encode().translate(None, TEXT_BYTES))  # several times as fast over so many characters
    else:
        hides = _HIDDEN_IN_TEXT.search(text) is not None
    if hides:
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(text))
    if is_error_word(text):
        raise Unreadable(Fault.BROKEN_CELL, ERROR_CELL.what)
    return "" if text in {"-", "–", "—"} else text


def is_error_word(text: str) -> bool:
    """Say whether a text is an error value and nothing else; only a short one is looked at closely."""
    return len(text) <= _LONGEST_BLANK and text.casefold() in ERROR_WORDS
