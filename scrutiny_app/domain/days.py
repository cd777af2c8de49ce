"""Reading a day from words that can mean one day only: day first, or year first, the year with all four figures."""

import re
from datetime import date

from scrutiny_app.domain.instants import TIME, day_in_london

# Of a day, or of any number: nothing recorded.
NOT_KNOWN = frozenset({"n/k", "nk", "not known", "unknown", "unk", "heb ei gofnodi", "anhysbys"})
_HALF_YEARS = "january february march april may june", "july august september october november december"
_MONTHS = tuple(month for half in _HALF_YEARS for month in half.split())
_WELSH_MONTHS = tuple("ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split())
_BRITISH = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){TIME}")
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){TIME}")
_NAMED_DAYS = r"(?i:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?\.?"
# What may stand before a day in words, or after its year: "Wed 25th March 2026", "25 March 2026 (Wed)".
WEEKDAY = rf"(?:{_NAMED_DAYS},? )?"
WEEKDAY_AFTER = rf"(?: ?\({_NAMED_DAYS}\))?"
# The 3rd of March.
_DAY_AND_MONTH = WEEKDAY + r"(?i:the )?(\d{1,2})(?i:st|nd|rd|th)?([ /.-])(?i:of )?([A-Za-z]{3,10})[.,]?\2"
_WORDED = re.compile(rf"{_DAY_AND_MONTH}(\d{{4}}){WEEKDAY_AFTER}{TIME}")
_SHORT_WORDED = re.compile(rf"{_DAY_AND_MONTH}(\d{{2}}){TIME}")
_WEEKDAYS = re.compile(rf"\b{_NAMED_DAYS}(?![a-z])")
_WEEK = "mon tue wed thu fri sat sun".split()
_SHORT_YEAR = re.compile(rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2}}{TIME}")
_IN_FIGURES = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
_LEAP = 2000  # began with a leap year


def has_short_year(line: str) -> bool:
    """Say whether a line is a date whose year has two figures, and so no certain century."""
    return (_SHORT_YEAR.fullmatch(line) or _SHORT_WORDED.fullmatch(line)) is not None


def century_of(year: int, latest: int) -> int:
    """Give the whole year that two figures mean: the last such one up to the latest."""
    year += latest - latest % 100
    return year - 100 * (year > latest)


def short_day_of(line: str, latest: int) -> date | None:
    """Give the day of words with a year of two figures; None of anything else, ValueError where there is none."""
    if not (match := _SHORT_WORDED.fullmatch(line)):
        return None
    return day_in_london(
        _as_named(date(century_of(int(match[4]), latest), _month_of(match[3]), int(match[1])), line), match
    )


def day_of(line: str) -> date:
    """Give the one day that a line means; ValueError where it means none or several.

    A time of day is passed over, unless it says its zone: then it may be of another day in London.
    """
    if match := _BRITISH.fullmatch(line):
        return day_in_london(date(*map(int, match.group(4, 3, 1))), match)
    if match := _ISO.fullmatch(line):
        return day_in_london(date(*map(int, match.group(1, 2, 3))), match)
    if match := _WORDED.fullmatch(line):
        return day_in_london(_as_named(date(int(match[4]), _month_of(match[3]), int(match[1])), line), match)
    raise ValueError


def is_no_day(line: str) -> bool:
    """Say whether a line is written as a day and there is none such, whichever of its figures is the month."""
    if match := _IN_FIGURES.fullmatch(line):
        first, second, year = int(match[1]), int(match[3]), _year_of(match[4])
        return not (_is_day(year, second, first) or _is_day(year, first, second))
    if match := _ISO.fullmatch(line):
        return not _is_day(*map(int, match.group(1, 2, 3)))
    if match := _WORDED.fullmatch(line) or _SHORT_WORDED.fullmatch(line):
        return not all(_is_day(_year_of(match[4]), month, int(match[1])) for month in _months_called(match[3]))
    return False


def _year_of(figures: str) -> int:
    """Give a year; one of two figures in a century whose first year was a leap year, so that no day is missed."""
    return int(figures) + _LEAP * (len(figures) == 2)  # two figures


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _as_named(day: date, line: str) -> date:
    """Give a day that is the day of the week that its line says, if it says one; ValueError where it is another."""
    if any(named[:3].casefold() != _WEEK[day.weekday()] for named in _WEEKDAYS.findall(line)):
        raise ValueError
    return day


def _month_of(word: str) -> int:
    (month,) = _months_called(word)
    return month


def _months_called(word: str) -> list[int]:
    months = (*enumerate(_MONTHS, 1), *enumerate(_WELSH_MONTHS, 1))
    return [number for number, name in months if name.startswith(word.casefold())]
