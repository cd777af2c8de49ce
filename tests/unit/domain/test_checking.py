"""Policy checks: nothing is guessed where a field is blank, and what is kept is what was reckoned."""

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain import checking
from scrutiny_app.domain.checking import Checked, Verdict, check
from scrutiny_app.domain.checking_fields import (
    ABSENT,
    KNOWN,
    LATER,
    NOT_RECORDED,
    RECORDED,
    REDACTED,
    WITHHELD,
    Reading,
)
from scrutiny_app.domain.released_readings import readings
from scrutiny_app.domain.releasing import BlankState, Fact
from tests.unit.domain.policy_pack import CHILD, DAY, O22, PACK, checked, released

SURE = (Verdict.MET, Verdict.NOT_MET)
BLANKS = [Reading(state=state) for state in (NOT_RECORDED, WITHHELD, REDACTED, ABSENT)]


def _values(field):
    known = KNOWN[field]
    value = st.integers(0, 900) if known is None else st.sampled_from(sorted(known))
    return st.builds(Reading, value, st.just(RECORDED))


def _readings(field):
    if KNOWN[field] == frozenset():
        return st.sampled_from([*BLANKS, Reading(state=RECORDED)])
    return st.sampled_from(BLANKS) | _values(field)


CASES = st.fixed_dictionaries({field: _readings(field) for field in KNOWN})
RULES = {rule.id: rule for rule in PACK.rules}
ASKED_IF_THERE = {one.field for rule in PACK.rules for one in rule.asks if one.recorded is not None}
FILLINGS = st.fixed_dictionaries(
    {field: _values(field) for field in KNOWN.keys() - ASKED_IF_THERE if KNOWN[field] != frozenset()}
)


def _is_blank(condition, found):
    reading = found[condition.field]
    return reading.is_there is None if condition.recorded is not None else reading.value is None


@given(CASES)
def test_no_check_is_met_or_not_met_where_a_field_that_it_needs_is_blank(found):
    for one in check(PACK, found, (DAY, DAY)).checks:
        rule = RULES[one.rule]
        if any(_is_blank(each, found) for each in (*rule.applies, *rule.asks)):
            assert one.verdict not in SURE


@given(CASES, FILLINGS)
def test_what_is_met_or_not_met_stays_so_whatever_the_blanks_would_have_said(found, fillings):
    filled = found | {field: one for field, one in fillings.items() if found[field].value is None}
    after = {one.rule: one.verdict for one in check(PACK, filled, (DAY, DAY)).checks}
    for one in check(PACK, found, (DAY, DAY)).checks:
        assert one.verdict not in SURE or after[one.rule] is one.verdict


@given(CASES)
def test_every_answer_says_why_and_cannot_tell_says_which_field(found):
    for one in check(PACK, found, (DAY, DAY)).checks:
        assert one.why
        assert all(one.why)


def test_what_is_kept_is_read_back_the_same():
    made = checked(**CHILD)
    assert checking.from_json(made.to_json()) == made
    assert len(made.digest) == 64


def test_a_redacted_and_a_withheld_field_are_told_apart():
    case = released()
    for state, words in ((BlankState.REDACTED, "redacted"), (BlankState.WITHHELD, "withheld")):
        facts = tuple(Fact("Admission", "", state) if one.label == "Admission" else one for one in case.facts)
        told = check(PACK, readings(dataclasses.replace(case, facts=facts)), (DAY, DAY))
        (one,) = (one for one in told.checks if one.rule == "resolution-acceptance")
        assert (one.verdict, one.why) == (Verdict.CANNOT_TELL, (f"Admission: {words}",))


def test_words_that_a_field_does_not_know_are_not_read():
    case = released()
    facts = tuple(Fact("Admission", "Sort of") if one.label == "Admission" else one for one in case.facts)
    assert readings(dataclasses.replace(case, facts=facts))["admission"].value is None


def test_later_facts_are_no_part_of_a_check():
    told = set()
    for completed in ("completed", "not_completed", "in_progress"):
        case = released(**O22, conditions_completed=completed).as_decided()
        assert readings(case)["conditions_completed"] == Reading(state=LATER)
        told.add(check(PACK, readings(case), (DAY, DAY)).to_json())
    assert len(told) == 1
    assert "Conditions completed: read with what came later, where this is answered again" in told.pop()


@pytest.mark.parametrize(
    ("completed", "verdict"), [("completed", Verdict.MET), ("in_progress", Verdict.NOT_MET), (None, None)]
)
def test_what_waited_for_later_facts_is_answered_again_with_them_and_nothing_else_is(completed, verdict):
    case = released(**O22, conditions_completed=completed)
    before, after = (check(PACK, readings(one), (DAY, DAY)) for one in (case.as_decided(), case))
    told = checking.with_later(before, after)
    assert [(one.rule, one.verdict) for one in told.later] == ([("outcome-22-activity", verdict)] if verdict else [])
    assert told.as_decided() == before
    assert checking.from_json(told.to_json()) == told


def test_checks_kept_before_any_was_answered_later_are_still_read():
    kept = json.loads(checked(**CHILD).to_json())
    del kept["later"]
    assert checking.from_json(json.dumps(kept)) == checked(**CHILD)


def test_every_field_that_a_rule_may_ask_about_is_read_from_a_release_that_has_it():
    whole = CHILD | {
        "authorising_rank": "sergeant",
        "class_of_trial": "summary",
        "gravity_initial": 2,
        "gravity_final": 2,
        "gravity_working": "Two.",
        "checks_done": "PNC: none.",
        "conditions_due": "2026-07-01",
        "conditions_completed": "completed",
    }
    found = readings(released(**whole))
    blank = {field for field, one in found.items() if one.state != RECORDED}
    assert blank == set()
    assert found["conditions_due_day"].value == 61
    assert found["age_band"].value == "14 to 15"


def test_a_case_without_a_victim_is_read_as_one():
    assert readings(released(victim_consulted="no_victim"))["victim_consulted"].value == "no_victim"


def test_the_counts_and_the_parts_follow_the_order_in_which_they_are_read():
    made = checked(rationale=None)
    assert [title for _, title, _ in made.parts] == ["Not met", "Met", "Does not apply"]
    assert made.in_words == "1 not met, 0 cannot tell, 6 met"
    assert [one.rule for one in made.not_met] == ["resolution-reasons"]


def test_a_rule_in_force_from_a_day_is_left_out_before_it():
    before = {one.rule for one in checked(day=date(2019, 6, 16)).checks}
    assert "resolution-inspector" not in before
    assert isinstance(checked(), Checked)
