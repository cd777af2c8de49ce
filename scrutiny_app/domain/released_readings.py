"""What a release says in each field that a policy rule may ask about, read back from what its readers see."""

import re

from scrutiny_app.domain import checking_fields as fields
from scrutiny_app.domain.banding import COMPLETED
from scrutiny_app.domain.cases import FIELD, title_of
from scrutiny_app.domain.checking_fields import ABSENT, LATER, Reading
from scrutiny_app.domain.releasing import BlankState, Fact, ReleasedCase

_IN_DAYS = re.compile(r"([0-9]+) days? (after|before) the offence")
_MOMENTS = {fields.label_of(name): name for name in ("reported_day", "decision_day", "finalised_day")}
_CODES = {name: {one.title: one.code for one in FIELD[name].choices} for name in fields.CHOICES}
_ANSWERS = {"Yes": "yes", "No": "no"}
_KEPT = {BlankState.WITHHELD: LATER}


def readings(case: ReleasedCase) -> dict[str, Reading]:
    """Give the reading of every field that a rule may ask about; what a release of its kind has not is absent.

    Of a release as decided, what its later facts tell can only be read as kept for them.
    """
    facts = {fact.label: fact for fact in (*case.facts, *case.later_facts)}
    found = {name: _of_fact(name, facts.get(fields.label_of(name))) for name in fields.KNOWN}
    found |= {name: Reading(state=ABSENT) for name in fields.TEXTS}
    found |= {name: _known(getattr(case, name)) for name in ("disposal", "offence_group", "age_group")}
    if "Victims named" in facts and facts["Victims named"].value == title_of("victim_consulted", "no_victim"):
        found["victim_consulted"] = _known("no_victim")
    found |= {name: Reading() for name in _MOMENTS.values()}
    found |= {_MOMENTS[one.what]: _known(one.day) for one in case.timeline if one.what in _MOMENTS}
    found |= {one.name: Reading(state=one.state) for one in case.texts if one.name in fields.TEXTS}
    recorded = {item.label: item.state for item in case.completeness}
    found["gravity_score"] = Reading(state=recorded.get(fields.label_of("gravity_score"), ABSENT))
    if found["conditions_completed"].state == ABSENT and COMPLETED in recorded:
        found["conditions_completed"] = Reading(state=_KEPT.get(recorded[COMPLETED], recorded[COMPLETED]))
    return found


def _known(value: str | int | None) -> Reading:
    return Reading() if value is None else Reading(value, fields.RECORDED)


def _of_fact(name: str, fact: Fact | None) -> Reading:
    if fact is None:
        return Reading(state=ABSENT)
    if not fact.value:
        return Reading(state=fact.state)
    value = _value(name, fact.value)
    return Reading(state=ABSENT) if value is None else _known(value)


def _value(name: str, words: str) -> str | int | None:
    """Give what the words of a fact stand for, or None where they are none of the field's."""
    if name in fields.NUMBERS:
        return int(words) if words.isdecimal() else None
    if name in fields.DAYS:
        return _days(words)
    known = fields.KNOWN[name] or frozenset()
    code = _CODES[name].get(words) if name in fields.CHOICES else _ANSWERS.get(words, words)
    return code if code in known else None


def _days(words: str) -> int | None:
    if words == "the day of the offence":
        return 0
    found = _IN_DAYS.fullmatch(words)
    return None if found is None else int(found[1]) * (1 if found[2] == "after" else -1)
