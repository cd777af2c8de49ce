"""What a cell looks like, said in one word and never by what it says."""

import re
from datetime import date, datetime
from enum import StrEnum

from scrutiny_app.domain.cell_words import NOTHING, Broken, Cell
from scrutiny_app.domain.days import NOT_KNOWN, WEEKDAY, WEEKDAY_AFTER
from scrutiny_app.domain.instants import TIME
from scrutiny_app.domain.leftovers import is_leftover
from scrutiny_app.domain.ranks import RANKS


class Shape(StrEnum):
    """The kinds of cells that tell columns apart."""

    DATE = "date cell"
    EITHER = "date, day or month first"
    DAY_FIRST = "date, day first"
    MONTH_FIRST = "date, month first"
    YEAR_FIRST = "date, year first"
    ISO = "date, year first with hyphens"
    WORDED = "date in words"
    SHORT_EITHER = "short date, day or month first"
    SHORT_DAY_FIRST = "short date, day first"
    SHORT_MONTH_FIRST = "short date, month first"
    SHORT_WORDED = "short date in words"
    SERIAL = "number that may be a date"
    NUMBER = "number"
    YES_NO = "yes or no"
    POSTCODE = "postcode"
    PHONE = "telephone"
    EMAIL = "e-mail"
    PERSON = "surname, forenames"
    CODE = "letters and figures"
    LONG = "long text"
    BROKEN = "broken"
    NOTHING = "nothing recorded"
    TEXT = "text"


DATES = frozenset(shape for shape in Shape if "date" in shape and shape is not Shape.SERIAL)
DATA = DATES | {Shape.SERIAL, Shape.NUMBER, Shape.YES_NO, Shape.POSTCODE, Shape.PHONE, Shape.EMAIL, Shape.LONG}
LONG_FROM = 120  # characters
SERIALS = (3_000, 80_000)  # as dates: 1908 to 2119
_COMPACT = (19_000_100, 20_991_232)  # as year, month and day: 20261231
_MOST_MONTHS, _MOST_DAYS = 12, 31
_SHORT_WORDS = dict.fromkeys(NOTHING | NOT_KNOWN, Shape.NOTHING) | dict.fromkeys(
    "yes no y n true false t f".split(), Shape.YES_NO
)

_FIGURES = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
_ISO = re.compile(rf"(?:19|20)\d\d(?:[-/.]\d{{2}}[-/.]\d{{2}}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])){TIME}")
_WORDED = re.compile(
    rf"{WEEKDAY}(?:the )?\d{{1,2}}(?:st|nd|rd|th)?([ /.-])(?:of )?[a-z]{{3,10}}[.,]?\1(\d{{4}}|\d{{2}})"
    rf"{WEEKDAY_AFTER}{TIME}",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\s*$")
_PHONE = re.compile(r"(?:\+44|0)[\d ()-]{8,16}")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_PERSON = re.compile(r"[^\W\d_][\w'’ -]*, ?[^\W\d_][\w'’. -]*")
_SENTENCE = re.compile(r".*[^\W\d]{4,}[.!?]\s*", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NO_CODE = "|".join(sorted({*(rank.upper() for rank in RANKS), *"SC WDC IC CLASS FLAT NO".split()}))
_SPACED_CODE = re.compile(rf"(?!(?:{_NO_CODE}) )[A-Z]{{2,6}} \d[\dA-Z/.-]*")  # OOCD 25/088


def shape_of(cell: Cell) -> Shape | None:
    """Say what a cell looks like; None where it is empty."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, str):
        return _shape_of_text(cell.strip())
    if isinstance(cell, bool):
        return Shape.YES_NO
    if isinstance(cell, int | float):
        return _shape_of_number(cell)
    if isinstance(cell, date | datetime):
        return Shape.DATE
    return Shape.BROKEN if isinstance(cell, Broken) else Shape.TEXT


def _shape_of_number(cell: float) -> Shape:
    if SERIALS[0] <= cell < SERIALS[1]:
        return Shape.SERIAL
    is_day = _COMPACT[0] < cell < _COMPACT[1] and cell == cell // 1 and _ISO.fullmatch(str(int(cell)))
    return Shape.YEAR_FIRST if is_day else Shape.NUMBER


def _shape_of_text(text: str) -> Shape:
    if len(text) >= LONG_FROM:
        return Shape.LONG
    if is_leftover(text):
        return Shape.BROKEN
    if (text[0].isdigit() or text[0] in "mMtTwWfFsS") and (shape := _shape_of_date(text)):
        return shape
    if (shape := _SHORT_WORDS.get(text.casefold())) is not None:
        return shape
    for pattern, shape in ((_EMAIL, Shape.EMAIL), (_PHONE, Shape.PHONE)):
        if pattern.match(text) if shape is Shape.EMAIL else pattern.fullmatch(text):
            return shape
    if _PERSON.fullmatch(text) and not _SENTENCE.fullmatch(text):
        return Shape.PERSON
    if _POSTCODE.search(text):
        return Shape.POSTCODE
    if _NUMBER.fullmatch(text):
        return Shape.SERIAL if SERIALS[0] <= float(text) < SERIALS[1] else Shape.NUMBER
    is_code = any(map(str.isdigit, text)) if " " not in text else _SPACED_CODE.fullmatch(text) is not None
    return Shape.CODE if is_code else Shape.TEXT


def _shape_of_date(text: str) -> Shape | None:
    if match := _FIGURES.fullmatch(text):
        first, second, short = int(match[1]), int(match[3]), len(match[4]) == 2  # two figures
        if max(first, second) > _MOST_DAYS:  # "42/1/26" is a reference
            return None
        if first > _MOST_MONTHS:
            return Shape.SHORT_DAY_FIRST if short else Shape.DAY_FIRST
        if second > _MOST_MONTHS:
            return Shape.SHORT_MONTH_FIRST if short else Shape.MONTH_FIRST
        return Shape.SHORT_EITHER if short else Shape.EITHER
    if _ISO.fullmatch(text):
        return Shape.ISO if "-" in text[4:5] else Shape.YEAR_FIRST
    if match := _WORDED.fullmatch(text):
        return Shape.SHORT_WORDED if len(match[2]) == 2 else Shape.WORDED  # two figures
    return None
