"""Figures over rounds as they are gathered: which rounds, in which order, and the base of each group."""

from datetime import timedelta

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.disparity import Kind
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.timeliness import Step
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.services.annual import gather_reckoned
from scrutiny_app.services.disparity import disparity_over
from scrutiny_app.services.figures import Choice, choices, gather, signed_days
from scrutiny_app.services.timeliness import spans_over
from scrutiny_app.services.trail import now
from tests.making import Make

WRONG = Result.INAPPROPRIATE


def test_a_panels_finished_rounds_are_gathered_and_those_under_way_named(session, make: Make):
    lead, panel = make.user(), make.panel()
    done = make.signed_round(by=lead, panel=panel, cases=30)
    waiting = make.drawn_round(by=lead, panel=panel, cases=10)
    found = gather(session, choices(session, by=lead)[0], by=lead)
    assert [one.round_id for one in found.held] == [done.id]
    assert found.unfinished == (waiting.title,)


def test_another_panels_figures_do_not_exist(session, make: Make):
    lead, member = make.user(), make.user(Role.MEMBER)
    panel = make.panel()
    make.signed_round(by=lead, panel=panel)
    with pytest.raises(NotYours):
        gather(session, Choice(panel.id, panel.name, lead.force or ""), by=member)


def test_superseding_a_finding_does_not_move_its_round(session, make: Make):
    round_ = make.signed_round(by=make.user())
    before = signed_days(session, [round_.id])
    place = make.round_cases(round_)[0]
    later = Finding(round_case_id=place.id, version=2, result=WRONG, remarks="", dissent="", drafted_by=1)
    later.drafted_at = now() + timedelta(400)
    later.signature = Signature(signed_by=1, signed_at=now() + timedelta(400))
    session.add(later)
    session.flush()
    assert signed_days(session, [round_.id]) == before


def test_the_base_of_each_group_is_the_frozen_frame(session, make: Make):
    lead = make.user()
    make.signed_round(*[WRONG] * 4, by=lead, cases=30)
    over = gather_reckoned(session, choices(session, by=lead)[0], by=lead).every
    found = disparity_over(session, over)
    assert (found.graded, found.found) == (4, 4)
    by_kind = {kind: sum(one.eligible for one in found.groups if one.kind is kind) for kind in Kind}
    assert max(by_kind.values()) == 30


def test_each_case_has_its_days_to_the_panel_and_waits_for_feedback(session, make: Make):
    lead = make.user()
    make.signed_round(by=lead)
    spans = spans_over(session, gather(session, choices(session, by=lead)[0], by=lead).every)
    assert [sum(one.step is step for one in spans) for step in Step] == [6, 6, 0, 0]
    assert all(one.ended for one in spans if one.step is Step.PANEL)
