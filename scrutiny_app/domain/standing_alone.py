"""Which one of a date of birth, an age and a disposal for children or adults alone the two others contradict together.

Where two agree, whoever mends the row need look at the third alone.
"""

from collections.abc import Mapping
from typing import Any

from scrutiny_app.domain.ages import AGES, Births, age_group, ages_in_doubt, ages_on, births
from scrutiny_app.domain.cases import ADULT_ONLY, CHILD_ONLY, AgeGroup
from scrutiny_app.domain.cells import LEAST_AGE

_BORN = "offender_born"


def stands_alone(values: Mapping[str, Any]) -> str | None:
    """Name the date of birth or the age that neither of the two others agrees with; None where no two settle it."""
    ages = [name for name in AGES if values.get(name) is not None]
    if values.get(_BORN) is None or len(ages) != 1 or ages != list(ages_in_doubt(values)):
        return None
    by_age = births({name: value for name, value in values.items() if name != _BORN})
    if _fits(values, by_age) is True and _fits(values, births(values)) is False:
        return _BORN
    return ages[0] if _fits(values, births(values)) is True and _fits(values, by_age) is False else None


def _fits(values: Mapping[str, Any], born: Births | None) -> bool | None:
    """Say whether who was born then may have been given the disposal; None where that is not known."""
    disposal = values.get("disposal")
    day = values.get("offence_date" if disposal in CHILD_ONLY else "disposal_date")
    if born is None or day is None or disposal not in CHILD_ONLY | ADULT_ONLY:
        return None
    if ages_on(day, born)[1] < LEAST_AGE:
        return False
    group = age_group(day, born)
    return None if group is None else group is (AgeGroup.CHILD if disposal in CHILD_ONLY else AgeGroup.ADULT)
