"""Reading one cell of an extract as the field of its column; what cannot be read is refused, never guessed."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from scrutiny_app.domain.cases import ETHNICITIES, Choice, Field, Kind
from scrutiny_app.domain.cell_words import (
    BLANKS,
    ERROR_CELL,
    EXCEL_DIGITS,
    FORMULA_CELL,
    LEAST_ROUNDED,
    MERGED_CELL,
    NOTHING,
    ROUNDED,
    TEXT_BYTES,
    Broken,
    Cell,
    Reader,
    Unreadable,
    Value,
    class_of,
    line_of,
    narrative_of,
    reference_of,
    text_of,
    unreadable,
)
from scrutiny_app.domain.days import NOT_KNOWN, day_of, has_short_year, is_no_day
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.kind_words import is_kind
from scrutiny_app.domain.naming import is_nobody, organisation
from scrutiny_app.domain.officer_cells import OF_OFFICERS, is_staff_number
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.plain_names import plainly_named
from scrutiny_app.domain.self_defined import wordings
from scrutiny_app.domain.several_people import ends_as_organisation, may_be_several, names_two

__all__ = [
    "BLANKS",
    "ERROR_CELL",
    "EXCEL_DIGITS",
    "FORMULA_CELL",
    "LEAST_ROUNDED",
    "MERGED_CELL",
    "PLAIN_NAME",
    "ROUNDED",
    "TEXT_BYTES",
    "Broken",
    "Cell",
    "Reader",
    "Unreadable",
    "Value",
    "class_of",
    "fold",
    "fold_word",
    "is_marked",
    "read_date",
    "reader",
]

NUMBER_MOST = 999
LEAST_AGE, MOST_AGE = 10, 120  # under 10 nobody is criminally responsible: Children and Young Persons Act 1933 s.50
_YES_NO = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
PLAIN_NAME = r"[A-Za-z][\w'-]*, (?!(?i:and|mr|mrs|miss|ms|mx|dr)\b)[A-Za-z'-]+(?: (?!(?i:and)\b)[A-Za-z'-]+)*"
_PLAIN_NAME = re.compile(PLAIN_NAME, re.ASCII)
_REMARK = re.compile(r"[(\[](?!(?i:n[eé]e|a\.?k\.?a|formerly|also|known)\b)(?:[^)\]]*\s)?[a-z]")  # not "(Annie)"
_BETWEEN_LINES = re.compile(r"[;\r\n]")
_MARKS = frozenset("+*?!^~=<>@†‡")  # of a system's own codes
_DASHES = "-–—"  # at a word's end
_SIGNS = str.maketrans({"#": "number", "%": "percent", "&": "and"})  # signs that are read as words


def fold(text: str) -> str:
    """Keep a text's letters and digits, and signs read as words, in one case: headings match however written."""
    return "".join(filter(str.isalnum, text.casefold().translate(_SIGNS)))


def fold_word(text: str) -> str:
    """Fold a word of a file, but keep the marks that tell one code from another: "CC" is not "CC+", nor "C" "C-"."""
    text = "".join(text.split())
    if not any(map(str.isalnum, text)):
        return fold(text)
    last = text[-1] if text[-1] in _DASHES else ""
    return "".join(sign if sign in _MARKS else fold(sign) for sign in text) + last


def is_marked(word: str) -> bool:
    """Say whether a word bears marks of which only who writes them can tell the meaning: "CR*"."""
    return fold_word(word) != fold(word)


def reader(field: Field) -> Reader:
    """Make the function that reads the field's cells: it gives None where nothing is recorded, or raises Unreadable."""
    match field.kind:
        case Kind.DATE:
            return read_date
        case Kind.YES_NO:
            return _read_yes_no
        case Kind.NUMBER:
            return _read_number
        case Kind.AGE:
            return _read_age
        case Kind.CHOICE:
            return _choice_reader(field.choices)
        case Kind.PEOPLE:
            return _people_reader(field)
    return _text_reader(field)


def _person(cell: Cell, *, ranked: bool) -> str:
    if isinstance(cell, str) and _PLAIN_NAME.fullmatch(cell):
        return cell
    return _named(line, ranked=ranked) if not is_nobody(line := line_of(cell)) else ""


def _named(text: str, *, ranked: bool) -> str:
    stands, text = text, plainly_named(text, ranked=ranked)
    surname, comma, forenames = (part.strip() for part in text.partition(","))
    if not forenames and is_kind(surname):
        raise unreadable(Fault.KIND_FOR_NAME, stands)
    if not comma and is_body(text) and not _BETWEEN_LINES.search(text):
        return f"{text.strip()},"
    if forenames and ends_as_organisation(text):
        return organisation(text)
    if (forenames or not comma or ";" in text) and (may_be_several(text) or names_two(surname, forenames)):
        raise unreadable(Fault.SEVERAL_PEOPLE, stands)
    if not comma or not any(map(str.isalpha, surname)) or "," in forenames or _REMARK.search(text):
        raise unreadable(Fault.NOT_A_PERSON, stands)
    return f"{surname}, {forenames}".rstrip()


def is_of_staff(field: Field) -> bool:
    """Say whether a field is of a collar or warrant number."""
    return field.kind is Kind.REFERENCE and "collar" in field.about


def _text_reader(field: Field) -> Reader:
    readers: dict[Kind, Callable[[Cell], str]] = {
        Kind.REFERENCE: reference_of,
        Kind.WORD: line_of,
        Kind.TEXT: narrative_of,
        Kind.PERSON: partial(_person, ranked=field.name in OF_OFFICERS),
    }
    read_words, most = readers[field.kind], field.most
    of_staff = is_of_staff(field)

    def read(cell: Cell) -> str | None:
        words = read_words(cell)
        if of_staff and words and not is_staff_number(words):
            raise unreadable(Fault.NOT_A_STAFF_NUMBER, words)
        if len(words) > most:
            raise Unreadable(Fault.TOO_LONG, class_of(words), most=f"{most:,}")
        return words or None

    return read


def _people_reader(field: Field) -> Reader:
    most, ranked = field.most, field.name in OF_OFFICERS

    def read(cell: Cell) -> list[str] | None:
        line = line_of(cell)
        if len(line) > most:
            raise Unreadable(Fault.TOO_LONG, class_of(line), most=f"{most:,}")
        return [_named(part, ranked=ranked) for part in line.split(";") if not is_nobody(part)] or None

    return read


def _choice_reader(choices: tuple[Choice, ...]) -> Reader:
    spellings = [(word, choice.code) for choice in choices for word in (choice.code, choice.title, *choice.also)]
    exact = dict(spellings)
    if choices == ETHNICITIES:
        spellings = [*wordings(), *spellings]
    folded = {fold_word(word): code for word, code in spellings}
    titles = "; ".join(choice.title for choice in choices if choice.since)

    def read(cell: Cell) -> str | None:
        if isinstance(cell, str) and cell in exact:
            return exact[cell]
        line = ("Yes" if cell else "No") if isinstance(cell, bool) else " ".join(text_of(cell).split())
        if (code := folded.get(fold_word(line))) is not None and line:
            return code
        if line.casefold() in NOTHING:
            return None
        raise unreadable(Fault.UNKNOWN_WORD, cell, words=titles)

    return read


def _read_yes_no(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    line = line_of(cell).casefold()
    if not line:
        return None
    if line not in _YES_NO:
        raise unreadable(Fault.NOT_YES_OR_NO, cell)
    return _YES_NO[line]


def _read_number(cell: Cell) -> int | None:
    if type(cell) is float and 0 <= cell <= NUMBER_MOST and cell.is_integer():
        return int(cell)
    if isinstance(cell, float) and not cell.is_integer():
        raise Unreadable(Fault.NOT_A_NUMBER, "a number with decimals")
    line = line_of(cell)
    if not line or line.casefold() in NOT_KNOWN:
        return None
    if not re.fullmatch(r"-?[0-9]{1,15}", line):
        raise unreadable(Fault.NOT_A_NUMBER, cell)
    if not 0 <= int(line) <= NUMBER_MOST:
        raise Unreadable(Fault.OUT_OF_RANGE, f"a number over {NUMBER_MOST}" if int(line) > 0 else "a number below 0")
    return int(line)


def _read_age(cell: Cell) -> int | None:
    try:
        age = _read_number(cell)
    except Unreadable as unread:
        raise Unreadable(Fault.NOT_AN_AGE, unread.found) from None
    if age is None or LEAST_AGE <= age <= MOST_AGE:
        return age
    if age < LEAST_AGE:
        raise Unreadable(Fault.UNDER_TEN, f"an age under {LEAST_AGE}")
    raise Unreadable(Fault.NOT_AN_AGE, f"an age over {MOST_AGE}")


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
    line = line_of(cell)
    if not line or line.casefold() in NOT_KNOWN:
        return None
    try:
        return day_of(line)
    except ValueError:
        if is_no_day(line):
            raise Unreadable(Fault.NO_SUCH_DAY, "a day that does not exist") from None
        if has_short_year(line):
            raise Unreadable(Fault.SHORT_YEAR, "a date with a two-figure year") from None
        raise unreadable(Fault.NOT_A_DATE, cell) from None
