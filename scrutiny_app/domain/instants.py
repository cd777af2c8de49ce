"""The day in England of an instant: a time of day that says its own zone may fall on another day than it is written.

`2026-10-08T23:30:00Z` is half past midnight of 9 October by the clocks of London. A time without a zone is one of those
clocks already, and changes no day.
"""

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_SECONDS = r"(?::[0-5]\d(?:[.,]\d+)?)?"
_CLOCK = rf"(?:[01]?\d:[0-5]\d{_SECONDS}(?: ?[AaPp]\.?[Mm]\.?)?|2[0-3]:[0-5]\d{_SECONDS}|24:00(?::00)?)"
_HOURS = r"(?: ?(?:[Hh]rs?|HRS?|[Hh]ours|h)\.?)"
_COMPACT_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
_ZONE = r"[Zz]|UTC|GMT|BST|(?:UTC|GMT)?[+−-](?:0\d|1[0-4])(?::?[0-5]\d)?"
_NAMED = r"(?: ?[\[(][A-Za-z][A-Za-z_ /]{1,40}[\])])?"  # [Europe/London]
# What may stand after a day: a time of day, a zone or both. The groups are named, for each stands once in a pattern.
TIME = (
    rf"(?:(?:[Tt] ?| +|, ?)(?:(?P<clock>{_CLOCK}){_HOURS}?|(?P<figures>{_COMPACT_CLOCK})"
    rf"(?:{_HOURS}|(?<=[Tt]\d{{4}})(?:[0-5]\d(?:[.,]\d+)?)?))"
    rf"(?: ?(?P<zone>{_ZONE}){_NAMED})?|[Zz]|[+-]\d\d:\d\d)?"
)
_FIGURES = re.compile(r"\d+")
_SUMMER = timedelta(hours=1)


def day_in_london(day: date, match: re.Match[str]) -> date:
    """Give the day in London of a day with what `TIME` matched after it; ValueError where the time is none."""
    zone = match["zone"]
    if zone is None:
        return day
    hours, minutes = _clock(match)
    at = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=_zone(zone))
    try:
        return at.astimezone(LONDON).date()
    except OverflowError as beyond:  # before the year 1, or after 9999
        raise ValueError from beyond


def _clock(match: re.Match[str]) -> tuple[int, int]:
    if figures := match["figures"]:
        return int(figures[:2]), int(figures[2:4])
    clock = match["clock"]
    hours, minutes = map(int, _FIGURES.findall(clock)[:2])
    half = clock.rstrip(".mM")[-1].casefold()
    if half in "ap":
        hours = hours % 12 + 12 * (half == "p")
    return hours, minutes


def _zone(text: str) -> timezone:
    if text == "BST":
        return timezone(_SUMMER)
    sign = -1 if "-" in text or "−" in text else 1
    figures = "".join(_FIGURES.findall(text)).ljust(4, "0")
    return timezone(sign * timedelta(hours=int(figures[:2]), minutes=int(figures[2:])))
