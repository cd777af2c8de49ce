"""The home page once a meeting was moved, and once it was held: what is left, its minutes, the terms accepted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import agreeing, noting, planning_meetings, terms
from scrutiny_app.services.trail import now
from tests.web.panels import grade, reveal, seat_at_meeting


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat_at_meeting(make)


def _home(sign_in, person):
    return sign_in(person).get("/panel/").text


def _end(making, sitting):
    with making() as make:
        round_ = make.session.get_one(Round, sitting.round_id)
        reveal(make, sitting)
        round_.closed_at = now()
        noting.end_meeting(make.session, round_, by=sitting.chair)


def test_after_the_meeting_the_homes_say_that_it_was_held_and_what_is_not_signed(making, sign_in, sitting):
    _end(making, sitting)
    officer = _home(sign_in, sitting.officer)
    assert "The meeting was held today. 3 findings are not signed" in officer
    assert "no meeting is planned" not in officer
    assert "Plan another meeting" in officer
    assert "The meeting was held today." in _home(sign_in, sitting.chair)


def test_a_member_finds_the_minutes_once_they_can_be_read(making, sign_in, sitting):
    assert "The minutes of" not in _home(sign_in, sitting.lay)
    _end(making, sitting)
    page = _home(sign_in, sitting.lay)
    assert f"/panel/rounds/{sitting.round_id}/minutes" in page
    assert "A draft, until the panel approves it" in page


def test_a_meeting_that_was_moved_says_from_when_and_why(making, sign_in, sitting):
    with making() as make:
        meeting = make.session.scalar(select(Meeting))
        meeting.starts_at = now() + timedelta(days=5)
        plan = Plan(Manner.ROOM, "Room 2", now() + timedelta(days=9))
        planning_meetings.move_meeting(
            make.session, meeting.id, plan, seen=0, reason="The hall is taken.", by=sitting.chair
        )
    page = _home(sign_in, sitting.lay)
    assert "Moved from" in page
    assert "The hall is taken." in page


def test_accepted_terms_can_be_read_again(making, sign_in, sitting):
    with making() as make:
        panel = make.session.scalar(select(Panel))
        terms.set_terms(make.session, panel, "Say nothing of a case outside.", 365, seen=0, by=sitting.officer)
    assert "The terms of reference of" not in _home(sign_in, sitting.lay)
    with making() as make:
        terms.accept_terms(make.session, make.session.scalar(select(Panel.id)), 1, by=sitting.lay)
    page = sign_in(sitting.lay).get("/panel/")
    assert "The terms of reference of" in page.text
    assert "Say nothing of a case outside." in sign_in(sitting.lay).get("/panel/terms/1").text


def test_whoever_keeps_the_minutes_sees_how_the_cases_stand_and_no_grade(making, sign_in, sitting):
    officer, path = sign_in(sitting.officer), f"/panel/rounds/{sitting.round_id}/notes"
    before = officer.get(path).text
    assert before.count("Not revealed.") == 3
    with making() as make:
        grade(make, sitting, sitting.yjs)
    assert _main(officer.get(path).text) == _main(before)
    with making() as make:
        reveal(make, sitting)
    assert f"Case 1: {sitting.reference}. Revealed, to be agreed." in officer.get(path).text
    with making() as make:
        agreed = {"version": 0, "result": "appropriate", "by": sitting.chair}
        agreeing.draft_finding(make.session, sitting.reference, **agreed)
    assert "Revealed, to be agreed." in officer.get(path).text
    with making() as make:
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
    assert f"Case 1: {sitting.reference}. Signed: Appropriate." in officer.get(path).text


def _main(page):
    return page.split("<main")[1].split("csrf_token")[0], page.split("How the cases stand")[1].split("</ul>")[0]
