"""How dates and names are written in a column, and reading them as the schema has them.

A style is applied before a row is checked. What does not fit its column's style becomes a cell that the check refuses:
a date is never tried in one order after the other, save where a person has said that each is read by its own look, and
then only in the one order that it can have.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.days import century_of, is_no_day, short_day_of
from scrutiny_app.domain.instants import TIME, day_in_london
from scrutiny_app.domain.naming import forenames_first, surname_first
from scrutiny_app.domain.stroked_names import firm_without_comma, surname_before_stroke


class Style(StrEnum):
    """How a column is written; the empty style is the schema's own way of reading."""

    DAY_FIRST = ""
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"
    CERTAIN = "only what can mean one day"
    SHORT_DAY_FIRST = "day first, year of two figures"
    SHORT_MONTH_FIRST = "month first, year of two figures"
    EACH_DAY_FIRST = "each by its look, the day first where in doubt"
    EACH_MONTH_FIRST = "each by its look, the month first where in doubt"
    EXCEL_1900 = "Excel numbers"
    EXCEL_1904 = "Excel numbers from 1904"
    FORENAMES_FIRST = "forenames, then surname"
    SURNAME_FIRST = "surname, then forenames, without a comma"
    COMMA_OR_FORENAMES = "surname before a comma, or else forenames, then surname"
    COMMA_OR_SURNAME = "surname before a comma, or else surname, then forenames"
    COMMA_OR_FIRM = "surname before a comma, or else an organisation"
    STROKE = "surname before a stroke"
    STROKE_OR_FIRM = "surname before a stroke, or else an organisation"


# The words for a page, in the order in which to offer them.
DATE_STYLES = {
    Style.DAY_FIRST: "Day first, as in 31/12/2026",
    Style.MONTH_FIRST: "Month first, as in 12/31/2026",
    Style.YEAR_FIRST: "Year first, as in 2026-12-31 or 20261231",
    Style.SHORT_DAY_FIRST: "Day first with a short year, as in 31/12/26 or 31-Dec-26",
    Style.SHORT_MONTH_FIRST: "Month first with a short year, as in 12/31/26",
    Style.EXCEL_1900: "Excel’s numbers, as in 46387",
    Style.EXCEL_1904: "Excel’s numbers on an old Mac (counted from 1904), as in 44925",
    Style.EACH_DAY_FIRST: "Mixed: each by its own look, and the day first where both would do",
    Style.EACH_MONTH_FIRST: "Mixed: each by its own look, and the month first where both would do",
    Style.CERTAIN: "Mixed: refuse whatever could mean two days",
}
NAME_STYLES = {
    Style.DAY_FIRST: "Surname, Forenames",
    Style.FORENAMES_FIRST: "Forenames Surname",
    Style.SURNAME_FIRST: "SURNAME Forenames",
    Style.STROKE: "SURNAME/FORENAMES",
    Style.STROKE_OR_FIRM: "SURNAME/FORENAMES, and organisations without a stroke",
    Style.COMMA_OR_FIRM: "Surname, Forenames, and organisations without a comma",
    Style.COMMA_OR_FORENAMES: "Mixed: Surname, Forenames where there is a comma, and else Forenames Surname",
    Style.COMMA_OR_SURNAME: "Mixed: Surname, Forenames where there is a comma, and else SURNAME Forenames",
}
WITH_COMMAS = frozenset(
    {Style.COMMA_OR_FORENAMES, Style.COMMA_OR_SURNAME, Style.COMMA_OR_FIRM}
)  # whose commas part no people
WITH_STROKES = frozenset({Style.STROKE, Style.STROKE_OR_FIRM})  # which tell several people apart themselves

Styler = Callable[[Cell], Cell]
_NUMERIC = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
_COMPACT = re.compile(rf"(\d{{4}})[/.-]?(\d{{2}})[/.-]?(\d{{2}}){TIME}")
_SERIAL = re.compile(r"\d{1,6}(?:\.\d+)?")
_SOON = 5  # years ahead of today that a short year may mean where a date may lie ahead
_MONTHS = 12
_FROM_1900 = (date(1899, 12, 30), 61)
_FROM_1904 = (date(1904, 1, 1), 1)
_ORDERS = {Style.CERTAIN: None, Style.EACH_DAY_FIRST: (1, 3), Style.EACH_MONTH_FIRST: (3, 1)}  # day, month
_OF_NAMES: dict[str, Callable[..., str]] = {
    Style.FORENAMES_FIRST: forenames_first,
    Style.COMMA_OR_FORENAMES: forenames_first,
    Style.SURNAME_FIRST: surname_first,
    Style.COMMA_OR_SURNAME: surname_first,
    Style.COMMA_OR_FIRM: firm_without_comma,
    Style.STROKE: surname_before_stroke,
    Style.STROKE_OR_FIRM: partial(surname_before_stroke, else_a_firm=True),
}
_LAST_SERIAL = 100_000  # in the year 2173: no date of a case


def styler(
    style: str, *, today: date | None = None, ahead: bool = False, ranked: bool = True, from_1904: bool = False
) -> Styler | None:
    """Make what turns a cell of a style into one that the check reads; None where it reads the cell itself.

    `ahead` says that the column's days may lie after today, `ranked` that its names are of officers, `from_1904` that
    the file itself counts days from 1904. ValueError on a style that there is not.
    """
    own = _FROM_1904 if from_1904 else _FROM_1900
    match Style(style):
        case Style.DAY_FIRST:
            return None
        case (
            Style.FORENAMES_FIRST
            | Style.SURNAME_FIRST
            | Style.COMMA_OR_FORENAMES
            | Style.COMMA_OR_SURNAME
            | Style.COMMA_OR_FIRM
            | Style.STROKE
            | Style.STROKE_OR_FIRM
        ) as order:
            return _named(partial(_OF_NAMES[order], ranked=ranked))
        case Style.EXCEL_1900:
            return lambda cell: _counted(cell, *own)
        case Style.EXCEL_1904:
            return lambda cell: _counted(cell, *_FROM_1904)
        case Style.YEAR_FIRST:
            return _year_first
        case Style.CERTAIN | Style.EACH_DAY_FIRST | Style.EACH_MONTH_FIRST as chosen:
            return partial(_each, order=_ORDERS[chosen], latest=_latest(True, today, ahead), own=own)
        case Style.MONTH_FIRST | Style.SHORT_MONTH_FIRST as chosen:
            latest = _latest(chosen is Style.SHORT_MONTH_FIRST, today, ahead)
            return lambda cell: _in_order(cell, 3, 1, latest)
        case Style.SHORT_DAY_FIRST:
            latest = _latest(True, today, ahead)
            return lambda cell: _in_order(cell, 1, 3, latest)


def refusable(cell: str) -> str:
    """Give a text that the check refuses: like the cell's but for its figures, which may be another day's there.

    What is no day whichever way it is read stays, so that it is told as that.
    """
    return cell if is_no_day(cell.strip()) else re.sub(r"\d", "?", cell)


def _latest(short: bool, today: date | None, ahead: bool) -> int | None:
    return today.year + _SOON * ahead if short and today else None


def _named(turn: Callable[[str], str]) -> Styler:
    return lambda cell: turn(cell) if isinstance(cell, str) else cell


def _in_order(cell: Cell, day: int, month: int, latest: int | None) -> Cell:
    """Read figures in one order only; a year of two figures is the last such year up to the latest.

    A month in letters stands between the day and the year, whatever the order of figures.
    """
    if not isinstance(cell, str):
        return cell
    match = _NUMERIC.fullmatch(cell.strip())
    try:
        if match is None:
            return (latest and short_day_of(cell.strip(), latest)) or cell
        year = int(match[4])
        if len(match[4]) == 2:  # two figures
            if latest is None:
                return cell
            year = century_of(year, latest)
        return day_in_london(date(year, int(match[month]), int(match[day])), match)
    except ValueError:
        return refusable(cell)


def _year_first(cell: Cell) -> Cell:
    text = (
        str(int(cell)) if isinstance(cell, int | float) and not isinstance(cell, bool) and cell == cell // 1 else cell
    )
    if not isinstance(text, str) or not text.strip():
        return cell
    if not (match := _COMPACT.fullmatch(text.strip())):
        return refusable(text) if _NUMERIC.fullmatch(text.strip()) else cell
    try:
        return day_in_london(date(*map(int, match.group(1, 2, 3))), match)
    except ValueError:
        return refusable(text)


def _counted(cell: Cell, first: date, least: int) -> Cell:
    """Read a count of days since a first one; the hours after it are passed over."""
    if isinstance(cell, str) and _SERIAL.fullmatch(cell.strip()):
        cell = float(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not least <= cell < _LAST_SERIAL:
        return cell
    return first + timedelta(days=int(cell))


def _each(cell: Cell, order: tuple[int, int] | None, latest: int | None, own: tuple[date, int]) -> Cell:
    """Read a date by its own look; one that could have the day or the month first in the order said, or not at all.

    Numbers are counted as the file counts its `own` days.
    """
    if not isinstance(cell, str):
        compact = _year_first(cell) if isinstance(cell, int | float) and cell > _LAST_SERIAL else cell
        return compact if order is None or compact is not cell else _counted(cell, *own)
    text = cell.strip()
    if match := _NUMERIC.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        if first > _MONTHS or second > _MONTHS or first == second:
            order = (3, 1) if second > _MONTHS else (1, 3)
        return _in_order(text, *order, latest) if order else refusable(cell)
    if _COMPACT.fullmatch(text):
        return _year_first(text)
    if order and _SERIAL.fullmatch(text):
        return _counted(text, *own)
    return _in_order(text, 1, 3, latest)
