"""Planning: which cases a targeted round is given, and plans that are changed or dropped before anything is frozen."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from scrutiny_app.domain.rounds import RoundPlan, Rule, Theme, UnusablePlan
from scrutiny_app.models.case_marks import ChosenCase
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, planning, rounds, sampling
from tests.making import DICE, ROLLERS

PLAN: dict[str, Any] = {
    "title": "Summer round",
    "period_from": date(2026, 4, 1),
    "period_to": date(2026, 6, 30),
    "size": 3,
    "floor": 1,
}


@pytest.fixture
def lead(make):
    return make.user()


def plan(session, make, lead, **changes):
    return planning.plan_round(session, RoundPlan(**(PLAN | changes)), make.panel().id, by=lead)


def numbers(session, cases):
    query = select(CaseNumber.number).where(CaseNumber.case_id.in_([case.id for case in cases]))
    return sorted(session.scalars(query))


def test_a_round_of_chosen_cases_is_targeted_and_draws_from_them_alone(session, make, lead):
    chosen = numbers(session, make.cases(8)[:3])
    round_ = plan(session, make, lead, chosen=chosen)
    frame = framing.freeze(session, round_, by=lead)
    assert (round_.targeted, frame.targeted, frame.total) == (True, True, 3)
    assert planning.chosen_numbers(session, round_) == chosen
    sampling.take_all(session, round_, by=lead)
    assert sorted(one.case_number for one in sampling.read_picks(session, round_, by=lead)) == chosen


def test_unknown_numbers_are_named_and_another_forces_are_unknown(session, make, lead):
    ours = numbers(session, make.cases(1))
    theirs = numbers(session, make.cases(1, force="Southmoor Police"))
    with pytest.raises(UnusablePlan, match=f"^{theirs[0]}, NM/none: your force has no case") as refused:
        plan(session, make, lead, chosen=[*ours, *theirs, "NM/none"])
    assert refused.value.field == "chosen"


def test_chosen_cases_outside_the_period_or_the_filters_are_named(session, make, lead):
    early = numbers(session, make.cases(1, disposal_date="2025-12-01"))
    fits = numbers(session, make.cases(1))
    with pytest.raises(UnusablePlan, match=f"^{early[0]}: not finalised in the period"):
        plan(session, make, lead, chosen=[*early, *fits])


def test_a_changed_plan_replaces_the_cases_that_were_chosen(session, make, lead):
    first, second = numbers(session, make.cases(2))
    round_ = plan(session, make, lead, chosen=[first], size=1)
    panel_id = round_.panel_id
    planning.change_plan(session, round_, RoundPlan(**PLAN | {"chosen": [second], "size": 1}), panel_id, by=lead)
    assert planning.chosen_numbers(session, round_) == [second]
    planning.change_plan(session, round_, RoundPlan(**PLAN), panel_id, by=lead)
    assert session.scalar(select(ChosenCase.case_id)) is None
    assert round_.targeted is False


def test_what_a_plan_asks_for_is_kept_as_asked(session, make, lead):
    asked = {"strata": ("disposal", "age_group"), "cap": 9, "rule": Rule.NEYMAN}
    round_ = plan(session, make, lead, theme=Theme("age_group", "child", 4), **asked)
    assert (round_.strata, round_.cap, round_.rule) == (["disposal", "age_group"], 9, "neyman")
    assert round_.theme == {"facet": "age_group", "value": "child", "times": 4}


def test_a_dropped_plan_leaves_the_forces_list_and_its_title_free_and_stays_on_the_trail(session, make, lead):
    round_ = plan(session, make, lead)
    planning.drop_round(session, round_, by=lead)
    assert rounds.rounds_for(session, lead) == []
    assert session.scalars(select(TrailEntry.event).where(TrailEntry.round_id == round_.id)).all() == [
        "RoundPlanned",
        "RoundDropped",
    ]
    assert plan(session, make, lead).title == "Summer round"


def test_a_frozen_round_cannot_be_dropped(session, make, lead):
    make.cases(12)
    round_ = plan(session, make, lead)
    framing.freeze(session, round_, by=lead)
    with pytest.raises(rounds.OutOfOrder, match="Frame frozen"):
        planning.drop_round(session, round_, by=lead)
    assert round_.dropped_at is None


def test_a_round_whose_cases_are_drawn_by_dice_of_chosen_ones_is_still_targeted(session, make, lead):
    chosen = numbers(session, make.cases(8)[:5])
    round_ = plan(session, make, lead, chosen=chosen, size=2)
    frame = framing.freeze(session, round_, by=lead)
    sampling.draw_sample(session, round_, dice=DICE, rolled_by=ROLLERS, by=lead)
    assert (frame.targeted, frame.total, rounds.count_cases(session, round_)) == (True, 5, 2)
