"""Facts that identify only together with others: ages become bands, dates become days from the offence."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from redaction.findings import Finding
from redaction.shaped.shape import DATE, MONTH

_BANDS = ((0, 9), (10, 13), (14, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64))
_AGE = re.compile(
    r"\b(?:aged|age(?: of| is)?)(?P<gap>\W{0,3})(?P<a>\d{1,3})(?!\d|[/.*:]\d)"
    r"|(?<![\d/.£:*])(?P<b>\d{1,3})(?=[ -]?(?:y/?o\b|yrs?\b(?! ago)|years? old|years? of age|-?year-?old|yoa\b))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.,;/!?]")
_SENTENCE_END = re.compile(r"[.!?\n]\s")
_SCORED = re.compile(r"mitigat|aggravat|factor|gravity|matrix|score", re.IGNORECASE)
_BARE = re.compile(r"\b(?:is|was) (?P<a>[1-9]\d)(?=\s*(?:[.,;:)!?](?!\d)|\n|$|(?:and|but)\b))")
_PERSON = (
    r"(?:\x00|\b(?:he|she|who|ip|ap|vic|victim|sus|susp|suspect|offender|defendant|witness|complainant|aggrieved|male|"
    r"female|man|woman|boy|girl|child|youth))"
)
_PRONOUN_LAST = re.compile(r"\b(?:he|she|who) $", re.IGNORECASE)
_SOMETHING_OF = re.compile(r"\b(?:for|of|to|from|by|with|against)\b[^,;]{1,40}$", re.IGNORECASE)
_PERSON_LAST = re.compile(rf"{_PERSON} $", re.IGNORECASE)
_PERSON_FIRST = re.compile(rf"\W*(?:(?:the|a|this) )?{_PERSON}\b.* and $", re.IGNORECASE | re.DOTALL)
_OPENING = 12  # letters in which a sentence's first name begins, a title before it included
_DATE = re.compile(
    rf"(?<![\w/*.\-])(?:{DATE}|\d{{1,2}}(?:st|nd|rd|th)? ?(?:of )?{MONTH}\b(?! ?\d)|\d{{1,2}}/\d{{1,2}}(?![\d/]))",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EXACT_DAYS = 120


def age_band(age: int) -> str:
    """Give the band of an age in years, such as `25 to 34`."""
    for low, high in _BANDS:
        if low <= age <= high:
            return f"under {high + 1}" if low == 0 else f"{low} to {high}"
    return f"{_BANDS[-1][1] + 1} or over"


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


def find_ages(text: str, *, exact_child_ages: bool) -> Iterator[Finding]:
    """Give each age in figures with its band; after `age` as a listed factor a number is doubted or is a score."""
    for found in _AGE.finditer(text):
        group = "a" if found["a"] else "b"
        age = int(found[group])
        apart = bool(found["gap"] and _BREAK.search(found["gap"]))
        if age > 119 or (exact_child_ages and age < 18) or (apart and age < 10):
            continue
        listed = group == "a" and age < 10 and _SCORED.search(_sentence_before(text, found.start()))
        yield _age(found.start(group), age, found[group], sure=not (apart or listed))


def find_bare_ages(text: str, people: Sequence[Finding], *, exact_child_ages: bool) -> Iterator[Finding]:
    """Give each `is 35` that ends a clause: sure where its subject is a person, such as one found, else doubted."""
    starts, ends = {person.start for person in people}, {person.end for person in people}
    for found in _BARE.finditer(text):
        age = int(found["a"])
        if exact_child_ages and age < 18:
            continue
        before = _sentence_before(text, found.start())
        opening = found.start() - len(before)
        opens = before.endswith(" and ") and not starts.isdisjoint(range(opening, opening + _OPENING))
        named = found.start() - 1 in ends or bool(_PERSON_LAST.search(before))
        subject = bool(_PRONOUN_LAST.search(before)) or (named and not _SOMETHING_OF.search(before))
        yield _age(found.start("a"), age, found["a"], sure=subject or opens or bool(_PERSON_FIRST.match(before)))


def _age(start: int, age: int, written: str, *, sure: bool) -> Finding:
    certainty, reason = (0.9, "an age") if sure else (0.3, "a number that may be an age")
    return Finding(start, start + len(written), "age", "shaped", certainty, reason, label=age_band(age))


def _sentence_before(text: str, place: int) -> str:
    """Give what stands between the beginning of a sentence and a place in it."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text, max(0, place - 300), place)]
    return text[ends[-1] if ends else max(0, place - 300) : place]


def find_dates(text: str, offence: date | None) -> Iterator[Finding]:
    """Give each date with its distance from the offence; none when the offence's date is not given."""
    if offence is None:
        return
    for found in _DATE.finditer(text):
        day = read_date(found[0], offence)
        if day:
            yield Finding(found.start(), found.end(), "date", "shaped", 0.9, "a date", label=days_from(day, offence))


def read_date(written: str, offence: date) -> date | None:
    """Read a date as written in Britain; one without a year is the nearest to the offence."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    month = next((place for place, name in enumerate(_MONTHS, 1) if name in written.lower()), None)
    if month is None:
        if len(numbers) > 2 and numbers[0] > 31:
            return _day(numbers[0], numbers[1], numbers[2])
        numbers, month = [numbers[0], *numbers[2:]], numbers[1]
    if len(numbers) > 1:
        year = (
            numbers[1] if numbers[1] > 99 else 2000 + numbers[1] - (100 if numbers[1] > offence.year % 100 + 1 else 0)
        )
        return _day(year, month, numbers[0])
    candidates = [day for year in (-1, 0, 1) if (day := _day(offence.year + year, month, numbers[0]))]
    return min(candidates, key=lambda day: abs(day - offence), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
