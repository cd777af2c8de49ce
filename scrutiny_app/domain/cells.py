"""Reading one cell of an extract as the field of its column; what cannot be read is refused, never guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

from scrutiny_app.domain.cases import Choice, Field, Kind
from scrutiny_app.domain.days import NOT_KNOWN, day_of, has_short_year
from scrutiny_app.domain.faults import ADVICE, Fault


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

NUMBER_MOST = 999
EXCEL_DIGITS = 15  # a spreadsheet number keeps no more than these
BLANKS = frozenset({"", "-", "–", "—", "n/a", "not recorded"})
_YES_NO = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
# What a spreadsheet makes of too long a number: an exponent, or zeros after the 15th digit (one may be its own).
ROUNDED = re.compile(rf"\d(?:[.,]\d+)?E[+-]\d+|\d{{{EXCEL_DIGITS}}}0{{2,}}", re.IGNORECASE)
LEAST_ROUNDED = EXCEL_DIGITS + 2  # characters
PLAIN_NAME = r"[A-Za-z][\w'-]*, [A-Za-z'-]+(?: [A-Za-z'-]+)*"
_PLAIN_NAME = re.compile(PLAIN_NAME, re.ASCII)
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, and halves of characters
_HIDDEN_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # there lines and tabs may be
TEXT_BYTES = bytes([*b"\t\n", *range(0x20, 0x7F)])
_LONGEST_BLANK = max(map(len, BLANKS))
_SIGNS = str.maketrans({"#": "number", "%": "percent", "&": "and"})  # signs that are read as words


class Unreadable(Exception):
    """A cell that cannot be what its column says: the fault, the class of what was found, and what to do."""

    def __init__(self, fault: Fault, found: str, **words: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.found = found
        self.advice = ADVICE[fault].format(**words)


def fold(text: str) -> str:
    """Keep a text's letters and digits, and signs read as words, in one case: headings match however written."""
    return "".join(filter(str.isalnum, text.casefold().translate(_SIGNS)))


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


def reader(field: Field) -> Reader:
    """Make the function that reads the field's cells: it gives None where nothing is recorded, or raises Unreadable."""
    match field.kind:
        case Kind.DATE:
            return read_date
        case Kind.YES_NO:
            return _read_yes_no
        case Kind.NUMBER:
            return _read_number
        case Kind.CHOICE:
            return _choice_reader(field.choices)
        case Kind.PEOPLE:
            return _people_reader(field.most)
    return _text_reader(field)


def _text(cell: Cell) -> str:
    """Give the words of a text or a number; a whole number loses the ".0" that the reading of workbooks adds."""
    if isinstance(cell, str):
        return cell if cell.isascii() else normalize("NFC", cell)
    if isinstance(cell, Broken):
        raise Unreadable(Fault.MERGED if cell == MERGED_CELL else Fault.BROKEN_CELL, cell.what)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(Fault.NOT_TEXT, class_of(cell))
    if not abs(cell) < 10**EXCEL_DIGITS:
        raise Unreadable(Fault.DIGITS_LOST, f"a number of more than {EXCEL_DIGITS} digits")
    if cell != int(cell):
        raise Unreadable(Fault.NOT_TEXT, "a number with decimals")
    return str(int(cell))


def _line(cell: Cell) -> str:
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
    line = " ".join(_text(cell).split())
    if _HIDDEN.search(line):
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(line))
    return "" if line.casefold() in BLANKS else line


def _reference(cell: Cell) -> str:
    line = _line(cell)
    if not line.isprintable():
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(line))
    if ROUNDED.fullmatch(line):
        kind = f"of more than {EXCEL_DIGITS} digits that ends in zeros" if line.isdigit() else "in scientific notation"
        raise Unreadable(Fault.DIGITS_LOST, f"a number {kind}")
    return line


def _narrative(cell: Cell) -> str:
    text = _text(cell).strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        hides = bool(text.encode().translate(None, TEXT_BYTES))  # several times as fast over so many characters
    else:
        hides = _HIDDEN_IN_TEXT.search(text) is not None
    if hides:
        raise Unreadable(Fault.HIDDEN_CHARACTERS, class_of(text))
    return "" if text in {"-", "–", "—"} else text


def _person(cell: Cell) -> str:
    if isinstance(cell, str) and _PLAIN_NAME.fullmatch(cell):
        return cell
    return _named(line) if (line := _line(cell)) else ""


def _named(text: str) -> str:
    surname, comma, forenames = (part.strip() for part in text.partition(","))
    if not comma or not any(map(str.isalpha, surname)) or "," in forenames or ";" in text:
        raise Unreadable(Fault.NOT_A_PERSON, class_of(text))
    return f"{surname}, {forenames}".rstrip()


def _text_reader(field: Field) -> Reader:
    read_words = {
        Kind.REFERENCE: _reference,
        Kind.WORD: _line,
        Kind.TEXT: _narrative,
        Kind.PERSON: _person,
    }[field.kind]
    most = field.most

    def read(cell: Cell) -> str | None:
        words = read_words(cell)
        if len(words) > most:
            raise Unreadable(Fault.TOO_LONG, class_of(words), most=f"{most:,}")
        return words or None

    return read


def _people_reader(most: int) -> Reader:
    def read(cell: Cell) -> list[str] | None:
        line = _line(cell)
        if len(line) > most:
            raise Unreadable(Fault.TOO_LONG, class_of(line), most=f"{most:,}")
        return [_named(part) for part in line.split(";") if part.strip()] or None

    return read


def _choice_reader(choices: tuple[Choice, ...]) -> Reader:
    spellings = [(word, choice.code) for choice in choices for word in (choice.code, choice.title, *choice.also)]
    exact = dict(spellings)
    folded = {fold(word): code for word, code in spellings}
    titles = "; ".join(choice.title for choice in choices if choice.since)

    def read(cell: Cell) -> str | None:
        if isinstance(cell, str) and cell in exact:
            return exact[cell]
        line = ("Yes" if cell else "No") if isinstance(cell, bool) else " ".join(_text(cell).split())
        if (code := folded.get(fold(line))) is not None and line:
            return code
        if line.casefold() in BLANKS:
            return None
        raise Unreadable(Fault.UNKNOWN_WORD, class_of(cell), words=titles)

    return read


def _read_yes_no(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    line = _line(cell).casefold()
    if not line:
        return None
    if line not in _YES_NO:
        raise Unreadable(Fault.NOT_YES_OR_NO, class_of(cell))
    return _YES_NO[line]


def _read_number(cell: Cell) -> int | None:
    if type(cell) is float and 0 <= cell <= NUMBER_MOST and cell.is_integer():
        return int(cell)
    if isinstance(cell, float) and not cell.is_integer():
        raise Unreadable(Fault.NOT_A_NUMBER, "a number with decimals")
    line = _line(cell)
    if not line or line.casefold() in NOT_KNOWN:
        return None
    if not re.fullmatch(r"-?[0-9]{1,15}", line):
        raise Unreadable(Fault.NOT_A_NUMBER, class_of(cell))
    if not 0 <= int(line) <= NUMBER_MOST:
        raise Unreadable(Fault.OUT_OF_RANGE, f"a number over {NUMBER_MOST}" if int(line) > 0 else "a number below 0")
    return int(line)


def read_date(cell: Cell) -> date | None:
    """Read a day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise Unreadable(Fault.NUMBER_FOR_DATE, "a number")
    if not isinstance(cell, str | Broken):
        raise Unreadable(Fault.NOT_A_DATE, class_of(cell))
    line = _line(cell)
    if not line or line.casefold() in NOT_KNOWN:
        return None
    try:
        return day_of(line)
    except ValueError:
        if has_short_year(line):
            raise Unreadable(Fault.SHORT_YEAR, "a date with a two-figure year") from None
        raise Unreadable(Fault.NOT_A_DATE, class_of(cell)) from None
