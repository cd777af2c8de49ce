"""What in one row cannot all be true: dates out of order, a disposal that neither law, age nor outcome code allows.

Only what contradicts itself plainly is listed; whether a decision was right is for people to judge.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scrutiny_app.domain.ages import Births, age_group, ages_in_doubt, births, was_under_ten
from scrutiny_app.domain.cases import (
    ADULT_ONLY,
    CHILD_ONLY,
    DISPOSALS,
    FIELD,
    FIELDS,
    OTHER_OUTCOMES,
    OUT_OF_COURT_OUTCOMES,
    AgeGroup,
    Kind,
)
from scrutiny_app.domain.cells import LEAST_AGE, class_of
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.standing_alone import stands_alone

Values = Mapping[str, Any]  # a row's values by the names of their columns; what is not recorded is not there
Wrong = tuple[str, Fault, str]  # the column's name, the fault, the class of what was found

DATES = tuple(field.name for field in FIELDS if field.kind is Kind.DATE)
FIRST_DAY = date(1900, 1, 1)
MAY_BE_AHEAD = frozenset({"conditions_due"})

# The earlier date, the later, and which of the two is named when they are the wrong way round.
ORDER = (
    ("offence_date", "reported_date", "reported_date"),
    ("offence_date", "decision_date", "decision_date"),
    ("offence_date", "disposal_date", "disposal_date"),
    ("decision_date", "disposal_date", "decision_date"),
    ("offender_born", "offence_date", "offender_born"),
)

# Source: Home Office crime outcomes, user guide. Whether 8 or 22 is right is a question for the registrar, so either
# may stand with either disposal; the rest contradict each other plainly.
_INFORMAL = frozenset({"community_resolution", "outcome_22"})
COUNTED_AS = {
    "2": CHILD_ONLY,
    "3": frozenset({"simple_caution", "conditional_caution", "diversionary_caution", "community_caution"}),
    "6": frozenset({"penalty_notice"}),
    "7": frozenset({"cannabis_warning"}),
    "8": _INFORMAL,
    "22": _INFORMAL,
}
COUNTED_AS |= {code: COUNTED_AS[code.removesuffix("A")] for code in OUT_OF_COURT_OUTCOMES}
_UNFINISHED = {
    "open": (Fault.NOT_FINALISED, "a case that is not finalised"),
    "withdrawn": (Fault.WITHDRAWN, "a case that was withdrawn"),
}
DISPOSAL = {disposal.code: disposal for disposal in DISPOSALS}


def outcome_code(written: str) -> str:
    """Give a Home Office outcome code as it is counted: in capitals, without zeros before it."""
    return written.upper().lstrip("0") or "0"


def contradictions(values: Values, today: date) -> Iterator[Wrong]:
    """Yield everything in a row's values that cannot be, each under the column that is named for it."""
    yield from _impossible_dates({name: values[name] for name in DATES if name in values}, today)
    code, disposal = values.get("outcome_code"), values.get("disposal")
    if is_of_none_though_given(values):
        yield (
            "disposal",
            Fault.OUTCOME_CONTRADICTS,
            "a disposal that was given, and an outcome that is not out of court",
        )
    elif code in OTHER_OUTCOMES:
        yield "outcome_code", Fault.NOT_OUT_OF_COURT, "an outcome that is not out of court"
    elif code is not None and code not in OUT_OF_COURT_OUTCOMES:
        yield "outcome_code", Fault.UNKNOWN_OUTCOME, class_of(code)
    if disposal is not None and disposal not in COUNTED_AS.get(code or "", DISPOSAL):
        yield "disposal", Fault.OUTCOME_CONTRADICTS, "a disposal that the outcome code does not count"
    if "disposal_date" in values and disposal and not DISPOSAL[disposal].in_force(values["disposal_date"]):
        yield "disposal", Fault.NOT_IN_FORCE, "a disposal not in force on its date"
    if values.get("status") in _UNFINISHED:
        yield "status", *_UNFINISHED[values["status"]]
    yield from _wrong_ages(values)


def _wrong_ages(values: Values) -> Iterator[Wrong]:
    """Yield what cannot be of an offender's age; where two agree against one, that one, and what else the two tell."""
    alone = stands_alone(values)
    if alone == "offender_born":
        yield alone, Fault.BIRTH_STANDS_ALONE, "a date that both the age and the disposal contradict"
    elif alone:
        yield alone, Fault.AGE_STANDS_ALONE, "an age that both the date of birth and the disposal contradict"
    values = {name: value for name, value in values.items() if name != alone} if alone else values
    if was_under_ten(values):
        yield "offender_born", Fault.UNDER_TEN, f"an age under {LEAST_AGE} at the offence"
    for age in ages_in_doubt(values):
        yield age, Fault.AGES_DIFFER, "an age that something else in the row contradicts"
    yield from _impossible_ages(values)


def is_of_none_though_given(values: Values) -> bool:
    """Say whether an outcome code is not out of court, though status, disposal and a day say that one was given."""
    was_given = values.get("status") == "finalised" and "disposal" in values and "disposal_date" in values
    return was_given and values.get("outcome_code") in OTHER_OUTCOMES


def _impossible_dates(days: Mapping[str, date], today: date) -> Iterator[Wrong]:
    for name, day in days.items():
        if day < FIRST_DAY:
            yield name, Fault.TOO_EARLY, "a date before 1900"
        elif day > today and name not in MAY_BE_AHEAD:
            yield name, Fault.IN_FUTURE, "a date after today"
    for earlier, later, named in ORDER:
        if earlier in days and later in days and days[earlier] > days[later]:
            side, other = ("after", later) if named == earlier else ("before", earlier)
            yield named, Fault.WRONG_ORDER, f"a date {side} the {FIELD[other].heading.lower()}"


def _impossible_ages(values: Values) -> Iterator[Wrong]:
    """Yield a disposal or a flag that does not go with the offender's age.

    Whoever turned 18 between the offence and the disposal may have either kind of either: that is for the panel to see.
    """
    disposal, born = values.get("disposal"), births(values)
    then = _group(values.get("offence_date"), born)
    at_last = _group(values.get("disposal_date"), born)
    if disposal in CHILD_ONLY and then is AgeGroup.ADULT:
        yield "disposal", Fault.AGE_CONTRADICTS, "a disposal for children, and an adult"
    if disposal in ADULT_ONLY and at_last is AgeGroup.CHILD:
        yield "disposal", Fault.AGE_CONTRADICTS, "a disposal for adults, and a child"
    a_child = then is AgeGroup.CHILD or (then is None and disposal in CHILD_ONLY)
    if a_child and values.get("child_involved") is False:
        yield "child_involved", Fault.FLAG_CONTRADICTS, "No, and an offender who was a child"
    youth = values.get("youth")
    if youth == "yes" and then is AgeGroup.ADULT:
        yield "youth", Fault.FLAG_CONTRADICTS, "Yes, and an offender who was an adult"
    if youth == "no" and (at_last is AgeGroup.CHILD or (at_last is None and disposal in CHILD_ONLY)):
        yield "youth", Fault.FLAG_CONTRADICTS, "No, and an offender who was a child"


def _group(day: date | None, born: Births | None) -> AgeGroup | None:
    return age_group(day, born) if day else None
