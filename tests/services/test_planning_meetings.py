"""Meetings: planned, moved and cancelled by those who may, with reasons and history; apologies; and the chair."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.meetings import Attending, Manner
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import attending, panels, planning_meetings
from scrutiny_app.services.appointments import appointment_of
from scrutiny_app.services.chairing import chairs, may_step_in, meeting_at_hand, passed_to, take_chair, takings
from scrutiny_app.services.trail import now


def plan(**changes):
    given = {"manner": Manner.ROOM, "place": "Room 4", "starts_at": now() + timedelta(days=7), "ends_at": None}
    return Plan(**(given | changes))


def events(session):
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


@pytest.fixture
def chair(make):
    return make.user(Role.CHAIR, body=Body.MAGISTRACY)


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER)


@pytest.fixture
def round_(make, chair, member):
    return make.open_round(chair, member)


@pytest.fixture
def meeting(session, round_, chair):
    return planning_meetings.plan_meeting(session, round_, plan(), by=chair)


def test_a_meeting_is_planned_and_is_on_everybodys_list(session, meeting, member):
    (found,) = planning_meetings.meetings_for(session, member)
    assert (found.meeting, found.sequence, found.is_coming(now())) == (meeting, 0, True)
    assert events(session)[-1] == "MeetingPlanned"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"place": ""}, "Say where"),
        ({"place": "a\nb"}, "one line"),
        ({"place": "x" * 201}, "200"),
        ({"manner": Manner.WRITING, "place": ""}, "until when"),
        ({"starts_at": now() - timedelta(days=2)}, "past"),
        ({"starts_at": now() + timedelta(days=800)}, "two years"),
        ({"ends_at": now()}, "before it begins"),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused_and_says_why(session, round_, chair, changes, says):
    with pytest.raises(Refused, match=says):
        planning_meetings.plan_meeting(session, round_, plan(**changes), by=chair)
    assert planning_meetings.meetings_for(session, chair) == []


def test_a_meeting_in_writing_lasts_over_some_days_and_needs_no_place(session, round_, chair):
    over = plan(manner=Manner.WRITING, place="", ends_at=now() + timedelta(days=14))
    planning_meetings.plan_meeting(session, round_, over, by=chair)
    (found,) = planning_meetings.meetings_for(session, chair)
    assert found.plan == over
    assert appointment_of(found).fills_time is False


def test_a_move_keeps_what_was_and_why_and_the_calendar_counts_it(session, meeting, chair):
    was, before = meeting.starts_at, appointment_of(planning_meetings.find_meeting(session, meeting.id, chair))
    later = plan(starts_at=was + timedelta(days=1), place="Room 5")
    planning_meetings.move_meeting(session, meeting.id, later, seen=0, reason=" The room is taken. ", by=chair)
    found = planning_meetings.find_meeting(session, meeting.id, chair)
    assert [(one.was_at, one.was_in, one.reason) for one in found.moves] == [(was, "Room 4", "The room is taken.")]
    after = appointment_of(found)
    assert (after.uid, after.sequence, after.starts_at) == (before.uid, 1, was + timedelta(days=1))
    assert events(session)[-1] == "MeetingMoved"


def test_a_cancelled_meeting_stays_on_the_list_and_cannot_be_changed(session, meeting, chair):
    planning_meetings.cancel_meeting(session, meeting.id, seen=0, reason="No chair.", by=chair)
    (found,) = planning_meetings.meetings_for(session, chair)
    assert (found.is_standing, found.moves[0].reason, appointment_of(found).is_cancelled) == (False, "No chair.", True)
    for deed in (planning_meetings.cancel_meeting, planning_meetings.move_meeting):
        given = (plan(),) if deed is planning_meetings.move_meeting else ()
        with pytest.raises(Refused, match="Plan another"):
            deed(session, meeting.id, *given, seen=1, reason="Again.", by=chair)


def test_a_change_without_a_reason_or_to_the_same_is_refused(session, meeting, chair):
    same = planning_meetings.find_meeting(session, meeting.id, chair).plan
    with pytest.raises(Refused, match="Say why"):
        planning_meetings.cancel_meeting(session, meeting.id, seen=0, reason="  ", by=chair)
    with pytest.raises(Refused, match="Nothing would change"):
        planning_meetings.move_meeting(session, meeting.id, same, seen=0, reason="So.", by=chair)


def test_two_who_move_a_meeting_at_once_make_one_move(session, meeting, chair):
    planning_meetings.move_meeting(session, meeting.id, plan(place="Room 5"), seen=0, reason="So.", by=chair)
    with pytest.raises(Overtaken):
        planning_meetings.move_meeting(session, meeting.id, plan(place="Room 6"), seen=0, reason="So.", by=chair)


def test_another_forces_lead_and_another_panels_chair_find_no_meeting(session, make, meeting):
    for stranger in (make.user(Role.LEAD, force="Southmoor Police"), make.user(Role.CHAIR)):
        with pytest.raises(NotYours):
            planning_meetings.find_meeting(session, meeting.id, stranger)
        assert planning_meetings.meetings_for(session, stranger) == []


def test_a_member_sends_apologies_for_themselves_alone(session, meeting, member, chair):
    sent = attending.set_attendance(session, meeting.id, member.id, Attending.APOLOGIES, by=member)
    again = attending.set_attendance(session, meeting.id, member.id, Attending.APOLOGIES, by=member)
    assert (sent.id, events(session).count("AttendanceSet")) == (again.id, 1)
    with pytest.raises(NotYours):
        attending.set_attendance(session, meeting.id, chair.id, Attending.APOLOGIES, by=member)
    with pytest.raises(Refused, match="minutes"):
        attending.set_attendance(session, meeting.id, member.id, Attending.PRESENT, by=member)


def test_apologies_are_taken_back_by_who_sent_them_and_by_whoever_plans(session, make, meeting, member, chair):
    def stands(who):
        return planning_meetings.find_meeting(session, meeting.id, chair).attending[who.id].state

    for by in (member, chair):
        attending.set_attendance(session, meeting.id, member.id, Attending.APOLOGIES, by=member)
        attending.take_back_apologies(session, meeting.id, member.id, by=by)
        attending.take_back_apologies(session, meeting.id, member.id, by=by)
        assert stands(member) == Attending.COMING
    assert events(session).count("AttendanceSet") == 4
    attending.set_attendance(session, meeting.id, chair.id, Attending.APOLOGIES, by=chair)
    with pytest.raises(NotYours):
        attending.take_back_apologies(session, meeting.id, chair.id, by=member)
    assert stands(chair) == Attending.APOLOGIES


def test_none_takes_back_what_was_not_sent_or_once_the_meeting_has_begun(session, meeting, member):
    with pytest.raises(Refused, match="none to take back"):
        attending.take_back_apologies(session, meeting.id, member.id, by=member)
    with pytest.raises(Refused, match="Only apologies"):
        attending.set_attendance(session, meeting.id, member.id, Attending.COMING, by=member)
    attending.set_attendance(session, meeting.id, member.id, Attending.APOLOGIES, by=member)
    meeting.starts_at = now() - timedelta(minutes=1)
    with pytest.raises(Refused, match="has begun"):
        attending.take_back_apologies(session, meeting.id, member.id, by=member)


def test_whoever_keeps_the_minutes_sets_the_rest_and_the_newest_word_counts(session, meeting, member, chair):
    with pytest.raises(Refused, match="has not begun"):
        attending.set_attendance(session, meeting.id, member.id, Attending.PRESENT, by=chair)
    meeting.starts_at = now()
    for state in (Attending.PRESENT, Attending.ABSENT):
        attending.set_attendance(session, meeting.id, member.id, state, by=chair)
    found = planning_meetings.find_meeting(session, meeting.id, chair)
    assert found.attending[member.id].state == Attending.ABSENT


def test_nobody_who_does_not_sit_on_the_panel_attends(session, make, meeting, chair):
    with pytest.raises(Refused, match="does not sit"):
        attending.set_attendance(session, meeting.id, make.user(Role.MEMBER).id, Attending.PRESENT, by=chair)


def test_the_chair_chairs_without_a_meeting_and_a_deputy_does_not(session, make, round_, chair, member):
    panel = panels.panels_of(session, chair)[0][0]
    deputy = make.user(Role.CHAIR)
    make.seat(panel, deputy)
    panels.set_deputy(session, panel, deputy.id, True, by=make.user(Role.LEAD))
    assert [chairs(session, round_, one) for one in (chair, deputy, member)] == [True, False, False]
    with pytest.raises(Refused, match="plan one first"):
        take_chair(session, round_, by=deputy)


def test_a_deputy_chairs_once_they_have_stepped_in_and_no_longer_when_another_takes_over(
    session, make, round_, meeting, chair
):
    panel = panels.panels_of(session, chair)[0][0]
    deputy, other = make.user(Role.CHAIR), make.user(Role.CHAIR)
    for one in (deputy, other):
        make.seat(panel, one).is_deputy = True
    assert may_step_in(session, round_, deputy)
    take_chair(session, round_, by=deputy)
    take_chair(session, round_, by=deputy)
    assert (chairs(session, round_, deputy), chairs(session, round_, other)) == (True, False)
    assert events(session).count("ChairTaken") == 1
    take_chair(session, round_, by=other)
    assert [chairs(session, round_, one) for one in (deputy, chair, other)] == [False, False, True]


def test_a_deputy_signs_what_their_meeting_agreed_until_the_next_is_planned(session, make, round_, meeting, chair):
    panel = panels.panels_of(session, chair)[0][0]
    deputy = make.user(Role.CHAIR)
    make.seat(panel, deputy).is_deputy = True
    take_chair(session, round_, by=deputy).ended_at = now()
    assert chairs(session, round_, deputy)
    following = planning_meetings.plan_meeting(session, round_, plan(place="Room 9"), by=chair)
    assert (meeting_at_hand(session, round_), chairs(session, round_, deputy)) == (following, False)


def test_one_person_chairs_at_a_time_and_is_told_who_took_the_chair_and_when(session, make, round_, meeting, chair):
    panel = panels.panels_of(session, chair)[0][0]
    deputy, idle = make.user(Role.CHAIR), make.user(Role.CHAIR)
    for one in (deputy, idle):
        make.seat(panel, one).is_deputy = True
    assert passed_to(session, round_, chair) is None
    take_chair(session, round_, seen=0, by=deputy)
    passed = passed_to(session, round_, chair)
    assert (passed.name, passed.was_theirs) == (deputy.name, True)
    assert abs(passed.at - now()) < timedelta(minutes=1)
    assert not passed_to(session, round_, idle).was_theirs
    assert (chairs(session, round_, chair), may_step_in(session, round_, chair)) == (False, True)

    with pytest.raises(Overtaken, match=f"{deputy.name} took the chair"):
        take_chair(session, round_, seen=0, by=chair)
    take_chair(session, round_, seen=deputy.id, by=chair)
    assert [chairs(session, round_, one) for one in (chair, deputy)] == [True, False]
    assert passed_to(session, round_, deputy).was_theirs
    assert [who for _, who in takings(session, meeting)] == [deputy.id, chair.id]


def test_a_chair_taken_by_somebody_who_has_left_the_panel_falls_back(session, make, round_, meeting, chair):
    panel = panels.panels_of(session, chair)[0][0]
    deputy = make.user(Role.CHAIR)
    seat = make.seat(panel, deputy)
    seat.is_deputy = True
    take_chair(session, round_, by=deputy)
    seat.left_at = now()
    assert (chairs(session, round_, chair), chairs(session, round_, deputy)) == (True, False)


def test_once_the_meeting_has_ended_the_panels_chair_may_sign_what_is_left_too(session, make, round_, meeting, chair):
    panel = panels.panels_of(session, chair)[0][0]
    deputy = make.user(Role.CHAIR)
    make.seat(panel, deputy).is_deputy = True
    take_chair(session, round_, by=deputy).ended_at = now()
    assert [chairs(session, round_, one) for one in (chair, deputy)] == [True, True]


def test_members_and_those_of_other_panels_take_no_chair(session, make, round_, meeting, member):
    for person in (member, make.user(Role.CHAIR)):
        with pytest.raises(NotYours):
            take_chair(session, round_, by=person)
