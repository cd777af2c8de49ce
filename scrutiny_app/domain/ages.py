"""How old an offender was, by a date of birth or by ages in whole years; never nearer than what is recorded tells.

An age on a day leaves a year of days on which somebody may have been born, and a second age may leave fewer. Whoever is
a child by the first of those days and an adult by the last is neither: it is not known.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from scrutiny_app.domain.cases import ADULT_AT, AgeGroup, age_on
from scrutiny_app.domain.cells import LEAST_AGE

Births = tuple[date, date]  # the first and the last day on which somebody may have been born

# The day of the case on which each age is said to be.
AGES = {"offender_age": "offence_date", "offender_age_at_disposal": "disposal_date"}
_A_DAY = timedelta(days=1)


def births(values: Mapping[str, Any]) -> Births | None:
    """Give the days between which the offender was born, by a case's fields; None where they tell nothing.

    A date of birth is believed before any age. Ages that cannot both be leave none either.
    """
    born = values.get("offender_born")
    if born is not None:
        return born, born
    told = [_born_at(values[day], values[age]) for age, day in _told(values)]
    first, last = max((one[0] for one in told), default=date.max), min((one[1] for one in told), default=date.min)
    return (first, last) if first <= last else None


def ages_on(day: date, born: Births) -> tuple[int, int]:
    """Give the least and the most that somebody's age may have been on a day."""
    return age_on(day, born[1]), age_on(day, born[0])


def age_group(day: date, born: Births | None) -> AgeGroup | None:
    """Say whether somebody was a child on a day; None where that is not known."""
    if born is None:
        return None
    least, most = ages_on(day, born)
    if (least < ADULT_AT) != (most < ADULT_AT):
        return None
    return AgeGroup.CHILD if most < ADULT_AT else AgeGroup.ADULT


def ages_in_doubt(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield those ages that cannot be, by the date of birth or by the age before.

    Beside a date of birth either age may be that of any day from the offence to the disposal: records systems differ.
    """
    told = list(_told(values))
    born, first, last = (values.get(name) for name in ("offender_born", "offence_date", "disposal_date"))
    if born is not None:
        for age, day in told:
            earliest, latest = (first or values[day]), (last or values[day])
            if not age_on(earliest, born) <= values[age] <= age_on(latest, born):
                yield age
    elif len(told) > 1 and births(values) is None:
        yield told[-1][0]


def was_under_ten(values: Mapping[str, Any]) -> bool:
    """Say whether the date of birth makes the offender too young, at the offence, for any disposal."""
    born, offence = values.get("offender_born"), values.get("offence_date")
    return born is not None and offence is not None and 0 <= age_on(offence, born) < LEAST_AGE


def _told(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the ages that are recorded with their days."""
    for age, day in AGES.items():
        if values.get(age) is not None and values.get(day) is not None:
            yield age, day


def _born_at(day: date, age: int) -> Births:
    """Give the first and the last day on which who was of an age on a day may have been born."""
    return _last_birth(day, age + 1) + _A_DAY, _last_birth(day, age)


def _last_birth(day: date, age: int) -> date:
    """Give the last day on which who was at least of an age on a day may have been born."""
    year = max(1, day.year - age)
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) and not _leaps(year) else day.replace(year=year)


def _leaps(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
