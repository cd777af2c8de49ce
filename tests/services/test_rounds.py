"""Rounds: planned, told how far they have come, opened and closed, each deed in its turn and no other."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import RoundPlan, Stage, UnusablePlan, filter_words, stratum_title
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, planning, rounds, sampling
from scrutiny_app.services.trail import now
from tests.making import DICE, ROLLERS

PLAN: dict[str, Any] = {
    "title": "Summer round",
    "period_from": date(2026, 4, 1),
    "period_to": date(2026, 6, 30),
    "size": 6,
    "floor": 2,
}


@pytest.fixture
def lead(make):
    return make.user()


def events_of(session, round_):
    return list(session.scalars(select(TrailEntry.event).where(TrailEntry.round_id == round_.id)))


def release_all(session, round_, make):
    """Give every drawn case a release, as two people would have."""
    checker, approver = make.user(), make.user()
    for case in session.scalars(select(RoundCase).where(RoundCase.round_id == round_.id)):
        people = {"checked_by": checker.id, "approved_by": approver.id, "approved_at": now()}
        session.add(Release(round_case_id=case.id, version=1, content="{}", digest="0" * 64, **people))
    session.flush()


def released_round(session, make, lead, *, least=3, roles=(Role.CHAIR, Role.MEMBER, Role.MEMBER)):
    panel = make.panel(*(make.user(role) for role in roles), least=least)
    round_ = make.drawn_round(by=lead, panel=panel)
    release_all(session, round_, make)
    return round_


def test_a_planned_round_belongs_to_the_planners_force_and_is_on_the_trail(session, make, lead):
    panel = make.panel()
    round_ = planning.plan_round(session, RoundPlan(**PLAN, filters={"area": ["Valley", "Harbour"]}), panel.id, by=lead)
    assert (round_.force, round_.panel_id, round_.planned_by) == (lead.force, panel.id, lead.id)
    assert round_.filters == {"area": ["Harbour", "Valley"]}
    assert events_of(session, round_) == ["RoundPlanned"]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"title": "  "}, "title", "title"),
        ({"title": "x" * 121}, "title", "120"),
        ({"title": "Summer\0"}, "title", "Sign 7 of the title"),
        ({"period_to": date(2026, 3, 31)}, "period_to", "ends before it begins"),
        ({"size": 0}, "size", "1 to 1,000"),
        ({"size": 1001}, "size", "1 to 1,000"),
        ({"floor": -1}, "floor", "from 0"),
        ({"floor": 7}, "floor", "size of the sample"),
        ({"strata": ("officer_name",)}, "strata", "from the list"),
        ({"filters": {"disposal": ["hanging"]}}, "disposal", "from the list"),
        ({"filters": {"ticket": ["1"]}}, "ticket", "from the list"),
    ],
)
def test_a_plan_that_cannot_stand_names_what_to_mend_and_keeps_nothing(session, make, lead, change, field, words):
    with pytest.raises(UnusablePlan, match=words) as refused:
        planning.plan_round(session, RoundPlan(**(PLAN | change)), make.panel().id, by=lead)
    assert refused.value.field == field
    assert session.scalar(select(Round.id)) is None


def test_a_round_cannot_be_put_before_another_forces_panel(session, make, lead):
    with pytest.raises(UnusablePlan, match="your force's panels"):
        planning.plan_round(session, RoundPlan(**PLAN), make.panel(force="Southmoor Police").id, by=lead)


def test_two_rounds_cannot_bear_one_title(session, make, lead):
    panel = make.panel()
    planning.plan_round(session, RoundPlan(**PLAN), panel.id, by=lead)
    with pytest.raises(UnusablePlan, match="Another round has that title"):
        planning.plan_round(session, RoundPlan(**(PLAN | {"title": " Summer  round "})), panel.id, by=lead)


def test_a_plan_can_be_changed_until_the_freeze_and_not_after(session, make, lead):
    make.cases(12)
    panel = make.panel()
    round_ = planning.plan_round(session, RoundPlan(**PLAN), panel.id, by=lead)
    planning.change_plan(session, round_, RoundPlan(**(PLAN | {"size": 4})), panel.id, by=lead)
    framing.freeze(session, round_, by=lead)
    with pytest.raises(rounds.OutOfOrder, match="Frame frozen"):
        planning.change_plan(session, round_, RoundPlan(**PLAN), panel.id, by=lead)
    assert round_.size == 4
    assert events_of(session, round_) == ["RoundPlanned", "PlanChanged", "FrameFrozen"]


def test_a_round_comes_on_stage_by_stage(session, make, lead):
    make.cases(12)
    round_ = make.round(by=lead)
    stages = [rounds.stage(session, round_)]
    framing.freeze(session, round_, by=lead)
    stages.append(rounds.stage(session, round_))
    sampling.draw_sample(session, round_, dice=DICE, rolled_by=ROLLERS, by=lead)
    stages.append(rounds.stage(session, round_))
    release_all(session, round_, make)
    assert [*stages, rounds.stage(session, round_)] == [Stage.PLANNED, Stage.FROZEN, Stage.DRAWN, Stage.RELEASED]


def test_grading_opens_when_every_case_is_released_and_closes(session, make, lead):
    round_ = released_round(session, make, lead)
    rounds.open_grading(session, round_, None, by=lead)
    assert rounds.stage(session, round_) is Stage.OPEN
    rounds.close_grading(session, round_, by=lead)
    assert rounds.stage(session, round_) is Stage.CLOSED
    assert events_of(session, round_)[-2:] == ["RoundOpened", "RoundClosed"]


def test_grading_cannot_open_while_one_case_is_not_released(session, make, lead):
    panel = make.panel(*(make.user(role) for role in (Role.CHAIR, Role.MEMBER, Role.MEMBER)))
    round_ = make.drawn_round(by=lead, panel=panel)
    with pytest.raises(rounds.OutOfOrder, match="being redacted"):
        rounds.open_grading(session, round_, None, by=lead)


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        ((Role.CHAIR, Role.MEMBER, Role.ADVISER, Role.COMMISSIONERS_OFFICER), "needs at least 3 members .* has 2"),
        ((Role.MEMBER, Role.MEMBER, Role.MEMBER), "has no chair"),
    ],
)
def test_grading_cannot_open_before_a_panel_that_could_not_finish(session, make, lead, roles, words):
    with pytest.raises(Refused, match=words):
        rounds.open_grading(session, released_round(session, make, lead, roles=roles), None, by=lead)


def test_grading_cannot_be_given_a_last_day_that_is_past(session, make, lead):
    round_ = released_round(session, make, lead)
    with pytest.raises(Refused, match="already past"):
        rounds.open_grading(session, round_, now().date() - timedelta(days=1), by=lead)
    assert round_.opened_at is None


def test_grading_ends_with_its_last_day(session, make, lead):
    round_ = released_round(session, make, lead)
    today = now().date()
    rounds.open_grading(session, round_, today, by=lead)
    assert rounds.is_open(round_, today)
    assert not rounds.is_open(round_, today + timedelta(days=1))


def test_grades_are_counted_once_for_each_member_and_case(session, make, lead):
    round_ = released_round(session, make, lead)
    first, second = make.user(Role.MEMBER), make.user(Role.MEMBER)
    release = session.scalar(select(Release))
    for member in (first, first, second):
        given = {"round_case_id": release.round_case_id, "release_id": release.id, "user_id": member.id}
        session.add(Grade(**given, grade=GradeWord.APPROPRIATE, comment="", given_at=now()))
    assert rounds.count_grades(session, round_) == 2


def test_a_force_finds_its_own_rounds_and_a_panel_those_it_sits_for(session, make, lead):
    member = make.user(Role.MEMBER)
    ours = make.round(by=lead, panel=make.panel(member))
    theirs = make.round(by=make.user(force="Southmoor Police"))
    assert rounds.rounds_for(session, lead) == rounds.rounds_for(session, member) == [ours]
    with pytest.raises(NotYours):
        rounds.find_round(session, theirs.id, lead)


def test_filters_and_strata_are_said_in_words():
    assert filter_words({"disposal": ["simple_caution", "youth_caution"], "flags": ["hate"], "area": []}) == {
        "Disposal": "Simple caution or Youth caution",
        "Flags": "Hate",
    }
    assert stratum_title(["age_group"], "child") == "Child"
    assert stratum_title(["disposal"], "outcome_22").startswith("Outcome 22")
    assert stratum_title(["offence_group"], "Not recorded") == "Not recorded"
    assert stratum_title(["area"], "Harbour") == "Harbour"


def test_a_round_that_closed_without_a_quorum_can_be_opened_again(session, make):
    lead = make.user(Role.LEAD)
    panel = make.panel(make.user(Role.CHAIR), make.user(Role.MEMBER), make.user(Role.MEMBER))
    round_ = make.open_round(panel=panel)
    rounds.close_grading(session, round_, by=lead)
    rounds.open_grading(session, round_, None, by=lead)
    assert rounds.stage(session, round_) is Stage.OPEN


def test_a_round_whose_cases_are_all_revealed_cannot_be_opened_again(session, make):
    chair = make.user(Role.CHAIR)
    panel = make.panel(chair, make.user(Role.MEMBER), make.user(Role.MEMBER))
    round_ = make.open_round(panel=panel)
    session.add_all(
        Reveal(round_case_id=case.id, revealed_by=chair.id, revealed_at=now()) for case in make.round_cases(round_)
    )
    lead = make.user(Role.LEAD)
    rounds.close_grading(session, round_, by=lead)
    with pytest.raises(rounds.OutOfOrder, match="nothing left to grade"):
        rounds.open_grading(session, round_, None, by=lead)
