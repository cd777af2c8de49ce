"""The ways in which a date of birth is written."""

from collections.abc import Iterator
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def written_dates(day: date) -> Iterator[str]:
    """Give each way of writing a date: digits apart by one space, as `5 7 71`, the rest run together, as `5july1971`."""
    days = {str(day.day), f"{day.day:02}"}
    months = {str(day.month), f"{day.month:02}"}
    years = {str(day.year), f"{day.year % 100:02}"}
    for d in days:
        for m in months:
            for y in years:
                yield f"{d} {m} {y}"
                yield f"{y} {m} {d}"
            yield f"{m} {d} {day.year}"
    yield from (f"{day:%d%m%Y}", f"{day:%d%m}{day.year % 100:02}", f"{day:%Y%m%d}", f"{day:%m%d%Y}")
    name = _MONTHS[day.month - 1]
    spoken = {*days, *(d + ending for d in days for ending in ("st", "nd", "rd", "th")), _ordinal(day.day)}
    for month in {name, name[:3], name[:4]}:
        for y in years | set(_spoken_years(day.year)):
            for d in spoken:
                yield from (
                    f"{d}{month}{y}",
                    f"{d}of{month}{y}",
                    f"{month}{d}{y}",
                    f"{month}the{d}{y}",
                    f"{y}{month}{d}",
                )


def _number(value: int) -> str:
    """Spell a number under one hundred, run together."""
    if value < 20:
        return _UNITS[value]
    return _TENS[value // 10] + (_UNITS[value % 10] if value % 10 else "")


def _ordinal(value: int) -> str:
    spelt = _number(value)
    for cardinal, ordinal in _ORDINALS.items():
        if spelt.endswith(cardinal) and not spelt.endswith("teen"):
            return spelt.removesuffix(cardinal) + ordinal
    return spelt[:-1] + "ieth" if spelt.endswith("y") else spelt + "th"


def _spoken_years(year: int) -> Iterator[str]:
    century, rest = divmod(year, 100)
    tail = _number(rest) if rest else ""
    yield _number(century) + (tail or "hundred")
    yield tail
    if rest:
        yield from (f"{_number(century)}hundredand{tail}", f"{_number(century)}hundred{tail}")
        yield f"{_number(century)}oh{tail}" if rest < 10 else ""
    if century == 20:
        yield from (f"twothousandand{tail}", f"twothousand{tail}")
