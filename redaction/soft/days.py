"""Dates, which become days from the offence; times of day stay."""

import re
from collections.abc import Iterator
from datetime import date

from redaction.findings import Finding
from redaction.shaped.shape import MONTH
from redaction.soft.feasts import find_feasts
from redaction.soft.figures import ORDINAL_WORDS, value_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_TIME = r"(?!\d|[:.]\d\d| ?(?:am|pm|hrs?|hours)\b)"
_YEAR = rf"(?P<y>(?:19|20)\d{{2}}{_NO_TIME}|'?\d{{2}}{_NO_TIME})"
_LONG_YEAR = rf"(?P<y>(?:19|20)\d{{2}}{_NO_TIME}|'\d{{2}}{_NO_TIME})"
_DAYS = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_WEEKDAY_BEFORE = re.compile(rf"(?:\b{_DAYS}\.?,? )?(?:\bthe )?$")
_UNTIL = r"(?: ?(?:-|&|/) ?| (?:to|and|or|until|till) (?:the )?)"
_FROM = rf"(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)?{_UNTIL})?"
_TH = r"(?:st|nd|rd|th)"
_MONTH_WORD = re.compile(rf"(?<![a-z]){MONTH}(?![a-z])")
_DAY_BEFORE = re.compile(
    rf"(?<![\w/*.£\-])(?:{_FROM}(?P<d>\d{{1,2}}){_TH}?[ -]?(?:of )?|(?:the )?(?P<w>{ORDINAL_WORDS}) (?:of )?)$"
)
_YEAR_AFTER = re.compile(rf"\.?,?[ -]?{_YEAR}")
_LONG_YEAR_AFTER = re.compile(rf",? {_LONG_YEAR}")
_DAY_AFTER = re.compile(
    rf" (?:the )?(?P<d>\d{{1,2}}){_TH}?{_NO_TIME}(?! ?(?:{_TH}|\d|%|weeks|days|x\b|of\b))(?:,? {_LONG_YEAR})?"
)
_ON_ITS_OWN = re.compile(
    r"\b(?:(?:in|since|during|until|till|throughout)(?: (?:early|late|mid|last|this))?"
    r"|early|late|mid|end of|start of|beginning of|month of|whole of)[ -]$"
)
_NO_MONTH_AFTER = re.compile(r"'s| [A-Z][a-z]|[ -]\d|\.[a-z]")
_FIGURES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w/*.])(?P<y>(?:19|20)\d{2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|[/*])",
        rf"(?<![\w/*.£]){_FROM}(?P<d>\d{{1,2}})(?P<s> ?[-/.] ?)(?P<m>\d{{1,2}})(?P=s){_YEAR}(?![/*])",
        r"(?<![\w\-/.£])(?P<y>(?:19|20)\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\w\-/.]\w|\d)",
        r"(?<![\w\-/.£])(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>(?:19|20)\d{2})(?![\w\-/.]\w|\d)",
        r"(?<![\w/*.])(?P<m>0[1-9]|1[0-2])/(?P<y>20\d{2})(?![/\d])",
    )
)
_SHORT = re.compile(r"(?<![\w/*.£\-])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/*\-]|\.\d)")
_BEFORE_SHORT = re.compile(rf"\b(?:on|since|dated|until|till|between|w/c|w/e|date:?|{_DAYS}),? (?:the )?$")
_CLOCK_AFTER = re.compile(r",? (?:@ ?|at )?(?:[01]\d|2[0-3]):[0-5]\d")
_NTH = re.compile(rf"(?<![\w/*.£\-])(?P<d>\d{{1,2}}){_TH}\b(?! (?:of )?{MONTH})")
_BEFORE_NTH = re.compile(rf"\b(?:(?P<on>on)|{_DAYS}),? (?:the )?$")
_AFTER_NTH = re.compile(
    r"\s{0,2}(?:[.,;:)!?](?!\d)|\n|$|(?:at|he|she|they|i|we|and|when|between|around|about|approx|the|in|by|a|from|to"
    r"|ip|sus|vic|pc|officers?|police|after|before|but|where|following|of (?:this|that|the) month)\b)"
)
_LOOK_BACK = 40
_SMALL_WORDS = frozenset(("may", "march", "mar"))  # words that follow a number too: `5 may have left`
_EXACT_DAYS = 120


def days_from(day: date, offence: date) -> str:
    """Give a date as its distance from the offence: exact to four months, then in months and years."""
    days = (day - offence).days
    if days == 0:
        return "the day of the offence"
    side = "after" if days > 0 else "before"
    for length, unit in ((365.25, "year"), (30.44, "month")):
        count = round(abs(days) / length)
        if abs(days) > _EXACT_DAYS and (count > 1 or unit == "month"):
            return f"about {count} {unit}{'s' if count > 1 else ''} {side} the offence"
    return f"{abs(days)} day{'s' if abs(days) > 1 else ''} {side} the offence"


def months_from(year: int, month: int, offence: date) -> str:
    """Give a month as its distance from the offence's, in months and then in years."""
    months = (year - offence.year) * 12 + month - offence.month
    if months == 0:
        return "the month of the offence"
    count, unit = (abs(months), "month") if abs(months) < 24 else (round(abs(months) / 12), "year")
    return f"about {count} {unit}{'s' if count > 1 else ''} {'after' if months > 0 else 'before'} the offence"


def find_dates(text: str, offence: date | None) -> Iterator[Finding]:
    """Give each date with its distance from the offence; none when the offence's date is not given."""
    if offence is None:
        return
    low = text.lower()
    found = (
        *_in_figures(low, offence),
        *_by_month(text, low, offence),
        *_short(low, offence),
        *_on_feasts(low, offence),
    )
    for start, end, label in found:
        weekday = _WEEKDAY_BEFORE.search(low, max(0, start - 14), start)
        yield Finding(
            weekday.start() if weekday and weekday[0] else start, end, "date", "shaped", 0.9, "a date", label=label
        )


_Told = tuple[int, int, str]


def _in_figures(low: str, offence: date) -> Iterator[_Told]:
    """Give the dates in figures with their year, and the first day of a range."""
    for pattern in _FIGURES:
        for found in pattern.finditer(low):
            groups = found.groupdict()
            if "d" not in groups:
                yield *found.span(), _month_label(groups["m"], groups["y"], offence)
            else:
                start = found.start("d") if groups.get("d0") else found.start()
                yield from _day_told(start, found.end(), groups["d"], groups["m"], groups["y"], offence)
                if groups.get("d0"):
                    yield from _day_told(*found.span("d0"), groups["d0"], groups["m"], groups["y"], offence)


def _by_month(text: str, low: str, offence: date) -> Iterator[_Told]:
    """Give the dates about the name of a month: the day before or after it, its year, or the month alone."""
    for month in _MONTH_WORD.finditer(low):
        before = _DAY_BEFORE.search(low, max(0, month.start() - _LOOK_BACK), month.start())
        after = _DAY_AFTER.match(low, month.end())
        if before and not _is_verb(text, before, month):
            yield from _day_before(low, before, month, offence)
        elif after and not (month[0] in _SMALL_WORDS and text[month.start()].islower()):
            yield from _day_told(month.start(), after.end(), after["d"], month[0], after["y"], offence)
        else:
            year = _LONG_YEAR_AFTER.match(low, month.end())
            if year:
                yield month.start(), year.end(), _month_label(month[0], year["y"], offence)
            elif _stands_alone(text, low, month):
                yield *month.span(), _month_label(month[0], None, offence)


def _stands_alone(text: str, low: str, month: re.Match[str]) -> bool:
    """Say whether a month is told by itself, as in `since January`."""
    if text[month.start()].islower() or _NO_MONTH_AFTER.match(text, month.end()):
        return False
    return _ON_ITS_OWN.search(low, max(0, month.start() - _LOOK_BACK), month.start()) is not None


def _is_verb(text: str, before: re.Match[str], month: re.Match[str]) -> bool:
    """Say whether `may` or `march` after a number is a verb: `5 may have left`, `a third may follow`."""
    if month[0] not in _SMALL_WORDS or text[month.start()].isupper():
        return False
    told = before[0].strip()
    if before["w"]:
        return not told.endswith(" of") and not told.startswith("the ")
    return told.isdigit()


def _day_before(low: str, before: re.Match[str], month: re.Match[str], offence: date) -> Iterator[_Told]:
    """Give a day before its month, and the first day of a range."""
    pattern = _LONG_YEAR_AFTER if before["w"] else _YEAR_AFTER
    year = pattern.match(low, month.end())
    written = year["y"] if year else None
    end = year.end() if year else month.end()
    if before["w"]:
        yield from _day_told(before.start(), end, before["w"], month[0], written, offence)
        return
    yield from _day_told(before.start("d"), end, before["d"], month[0], written, offence)
    if before["d0"]:
        yield from _day_told(*before.span("d0"), before["d0"], month[0], written, offence)


def _short(low: str, offence: date) -> Iterator[_Told]:
    """Give a day and month after `on`, and a day alone after `on the` or a weekday."""
    for found in _SHORT.finditer(low):
        if _CLOCK_AFTER.match(low, found.end()) or _BEFORE_SHORT.search(low, max(0, found.start() - 16), found.start()):
            yield from _day_told(*found.span(), found["d"], found["m"], None, offence)
    for found in _NTH.finditer(low):
        before = _BEFORE_NTH.search(low, max(0, found.start() - 16), found.start())
        if before and (not before["on"] or _AFTER_NTH.match(low, found.end())):
            yield from _day_told(*found.span(), found["d"], None, None, offence)


def _on_feasts(low: str, offence: date) -> Iterator[_Told]:
    """Give the feasts that fall on the same day every year."""
    for start, end, day, month, year in find_feasts(low):
        yield from _day_told(start, end, day, month, year, offence)


def _day_told(start: int, end: int, day: str, month: str | None, year: str | None, offence: date) -> Iterator[_Told]:
    told = read_day(day, month, year, offence)
    if told:
        yield start, end, days_from(told, offence)


def read_day(day: str, month: str | None, year: str | None, offence: date) -> date | None:
    """Read a date as written in Britain; one without a year or month is the nearest to the offence; None if none is."""
    number = value_of(day)
    if month is None:
        months = [divmod(offence.year * 12 + offence.month - 1 + shift, 12) for shift in (-1, 0, 1)]
        candidates = [_day(year_, month_ + 1, number) for year_, month_ in months]
    else:
        years = [_year(year, offence)] if year else [offence.year + shift for shift in (-1, 0, 1)]
        candidates = [_day(year_, _month(month), number) for year_ in years]
    return min((day for day in candidates if day), key=lambda day: abs(day - offence), default=None)


def _month_label(month: str, year: str | None, offence: date) -> str:
    if year:
        return months_from(_year(year, offence), _month(month), offence)
    nearest = min((-1, 0, 1), key=lambda shift: abs(shift * 12 + _month(month) - offence.month))
    return months_from(offence.year + nearest, _month(month), offence)


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1


def _year(written: str, offence: date) -> int:
    """Read a year; two figures are of this century unless that lies well after the offence."""
    year = int(written.strip("'"))
    if year > 99:
        return year
    return 2000 + year - (100 if year > offence.year % 100 + 1 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
