"""Volumes: how many disposals a force has given, by year and by what they are; every number is a plain count."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.cases import DISPOSALS, OFFENCE_GROUPS, AgeGroup, title_of

UNKNOWN = "Not recorded"


class Year(StrEnum):
    """Where a year begins."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"


class By(StrEnum):
    """What the rows of a table are."""

    DISPOSAL = "disposal"
    OFFENCE_GROUP = "offence_group"
    AGE_GROUP = "age_group"
    AREA = "area"
    OUTCOME_CODE = "outcome_code"


YEAR_TITLES = {Year.CALENDAR: "January to December", Year.FINANCIAL: "April to March"}
FIRST_MONTHS = {Year.CALENDAR: 1, Year.FINANCIAL: 4}
LAST_DAYS = {Year.CALENDAR: (12, 31), Year.FINANCIAL: (3, 31)}
BY_TITLES = {
    By.DISPOSAL: "Disposal",
    By.OFFENCE_GROUP: "Offence group",
    By.AGE_GROUP: "Child or adult",
    By.AREA: "Area",
    By.OUTCOME_CODE: "Outcome code",
}
AGE_TITLES = {AgeGroup.CHILD: "Child (10 to 17)", AgeGroup.ADULT: "Adult (18 or over)"}


@dataclass(frozen=True)
class Counted:
    """How many disposals of one month are alike in everything that a volume may be told by; None is not recorded."""

    month: date
    facets: Mapping[By, str | None]
    cases: int


@dataclass(frozen=True)
class Volumes:
    """A table of counts: a row for each of `by`, a column for each year, and the sums of both."""

    by: By
    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def sums(self) -> tuple[int, ...]:
        """Sum each year."""
        return tuple(map(sum, zip(*(counts for _, counts in self.rows), strict=True))) or (0,) * len(self.years)

    @property
    def total(self) -> int:
        """Sum everything."""
        return sum(self.sums)


def year_of(month: date, year: Year) -> str:
    """Name the year of a day: 2026, or 2026/27 for one that begins in April."""
    if year is Year.CALENDAR:
        return str(month.year)
    first = month.year if month.month >= 4 else month.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def covered_until(last: date, loaded: date) -> date:
    """Give the day up to which the cases tell: the end of the month of the last disposal, or the loading before it.

    An extract is of whole months and often loaded long after: the months between were in none, which is not nil.
    """
    return min(loaded, date(last.year, last.month, monthrange(last.year, last.month)[1]))


def part_years(year: Year, first: date, until: date) -> dict[str, str]:
    """Name anew the years that are not whole: the first where it begins in a later month, the last where it ends."""
    begun, ended = year_of(first, year), year_of(until, year)
    found: dict[str, str] = {}
    if first.month != FIRST_MONTHS[year]:
        found[begun] = f"{begun} (part: from {_day(first)})"
    if (until.month, until.day) != LAST_DAYS[year]:
        since = f"from {_day(first)} " if begun in found and begun == ended else ""
        found[ended] = f"{ended} (part: {since}to {_day(until)})"
    return found


def volumes(counted: Iterable[Counted], by: By, year: Year, only: Mapping[By, str] | None = None) -> Volumes:
    """Lay out counts by year; `only` keeps those of the facets that it names, "" for those not recorded."""
    kept = [one for one in counted if all((one.facets[name] or "") == value for name, value in (only or {}).items())]
    cells: Counter[tuple[str | None, str]] = Counter()
    for one in kept:
        cells[one.facets[by], year_of(one.month, year)] += one.cases
    years = tuple(sorted({name for _, name in cells}))
    codes = sorted({code for code, _ in cells}, key=lambda code: place(by, code))
    rows = tuple((title(by, code), tuple(cells[code, name] for name in years)) for code in codes)
    return Volumes(by, years, rows)


def flat(counted: Iterable[Counted], year: Year, part: Mapping[str, str] | None = None) -> list[tuple[str | int, ...]]:
    """Give every combination that occurs as a row: the year (`part` names anew), each facet in words, and the count."""
    cells: Counter[tuple[str, tuple[str | None, ...]]] = Counter()
    for one in counted:
        cells[year_of(one.month, year), tuple(one.facets[by] for by in By)] += one.cases
    order = sorted(cells, key=lambda key: (key[0], [place(by, code) for by, code in zip(By, key[1], strict=True)]))
    words = {key: [title(by, code) for by, code in zip(By, key[1], strict=True)] for key in order}
    return [((part or {}).get(key[0], key[0]), *words[key], cells[key]) for key in order]


def flat_header(year: Year) -> Sequence[str]:
    """Head the columns of `flat`."""
    return (f"Year ({YEAR_TITLES[year]})", *BY_TITLES.values(), "Disposals")


def title(by: By, code: str | None) -> str:
    """Give the words for one value of a facet."""
    if code is None:
        return UNKNOWN
    if by is By.AGE_GROUP:
        return AGE_TITLES[AgeGroup(code)]
    return title_of(by.value, code)


def notes(force: str, year: Year, first: date, last: date, loaded: date) -> tuple[str, ...]:
    """Say what the counts are of, sentence by sentence, for whoever reads the table without this product."""
    return (
        f"{force}: out-of-court disposals that are finalised, as loaded from the force’s records system up to "
        f"{_day(loaded)}.",
        "One disposal given to one person counts once: an offence with two offenders counts twice.",
        f"A disposal counts in the year ({YEAR_TITLES[year]}) of the day on which it was given. The first is of "
        f"{_day(first)} and the last of {_day(last)}. A year that is not whole says so.",
        "The disposal is what was done, and the outcome code is the Home Office’s number for how the crime was "
        "recorded. They are recorded apart and need not agree.",
        "A child was under 18 on the day of the offence. “Not recorded” means that the record does not say.",
        "Records are corrected, so a later table may differ from this one. These are not the Home Office’s statistics, "
        "which count crimes and not people.",
        "The counts are exact, for the force alone: small ones could point to a person. The tables for publication "
        "hide counts of 1 to 4, and others with them, so that none can be worked out from sums.",
    )


def place(by: By, code: str | None) -> tuple[int, str]:
    """Give by what the rows of a table are ordered."""
    known = {By.DISPOSAL: [one.code for one in DISPOSALS], By.OFFENCE_GROUP: [one.code for one in OFFENCE_GROUPS]}
    order = known.get(by, [])
    if code is None:
        return (2, "")
    return (0, f"{order.index(code):03d}") if code in order else (1, code)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
