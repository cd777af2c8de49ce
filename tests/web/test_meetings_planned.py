"""Meetings as their pages plan, move and cancel them; apologies and who came; a calendar's file; a deputy."""

import re
from datetime import timedelta

import pytest

from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Panel
from scrutiny_app.services import planning_meetings
from scrutiny_app.services.trail import now
from tests.unit.files.test_calendar import read as read_calendar
from tests.web.panels import answer_of, events

FORM = {"manner": "room", "place": "Room 4", "day": ["2", "3", "2027"], "at": "14:00", "until": ""}


@pytest.fixture
def people(making):
    with making() as make:
        chair = make.user(Role.CHAIR, body=Body.MAGISTRACY)
        return chair, make.user(Role.MEMBER), make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)


@pytest.fixture
def round_(making, people):
    with making() as make:
        return make.open_round(*people)


@pytest.fixture
def meeting(making, round_, people):
    with making() as make:
        plan = Plan(Manner.VIDEO, "https://video.example.org/r", now() + timedelta(days=7))
        return planning_meetings.plan_meeting(make.session, round_, plan, by=people[0])


@pytest.fixture
def chair(people, sign_in):
    return sign_in(people[0])


@pytest.fixture
def member(people, sign_in):
    return sign_in(people[1])


@pytest.fixture
def officer(people, sign_in):
    return sign_in(people[2])


@pytest.fixture
def lead(making, sign_in):
    """The lead of the round's force, in a browser."""
    with making() as make:
        user = make.user(Role.LEAD)
    return sign_in(user)


def _begin(making, meeting):
    with making() as make:
        make.session.get_one(Meeting, meeting.id).starts_at = now() - timedelta(minutes=5)


def test_a_meeting_is_planned_in_londons_time_and_stands_on_every_home_page(round_, chair, member, officer):
    page = officer.post("/panel/meetings/new", FORM | {"round_id": str(round_.id), "day": ["2", "7", "2027"]})
    assert "The meeting is planned" in page.text
    assert "2 July 2027, 14:00" in page.text
    for browser in (chair, member, officer):
        home = browser.get("/panel/").text
        assert "Next meeting" in home
        assert "2 July 2027, 14:00" in home
        assert "Room 4" in home
    found = read_calendar(member.get("/panel/meetings/1/calendar").data)
    assert (found["DTSTART"], found["DTEND"]) == ("20270702T130000Z", "20270702T150000Z")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"at": "25:00"}, "such as 14:00 or 2pm"),
        ({"at": "13pm"}, "such as 14:00 or 2pm"),
        ({"at": ""}, "Enter the time at which it begins"),
        ({"day": ["31", "2", "2027"]}, "real date"),
        ({"place": ""}, "Say where"),
        ({"manner": "writing"}, "until when"),
        ({"manner": "dance"}, "Choose how it is held"),
        ({"manner": ""}, "Choose how it is held"),
        ({"manner": "writing", "last_day": ["1", "3", "2027"]}, "a later last day"),
        ({"until": "13:00"}, "before it begins"),
        ({"day": ["1", "1", "2020"]}, "past"),
        ({"round_id": "999999"}, "Select the round"),
    ],
)
def test_what_is_wrong_with_a_plan_is_said_and_nothing_planned(round_, chair, database, given, words):
    answer = chair.post("/panel/meetings/new", FORM | {"round_id": str(round_.id)} | given)
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert "MeetingPlanned" not in events(database)


@pytest.mark.parametrize(
    ("given", "told"),
    [("6.30pm", "18:30"), ("6:30 pm", "18:30"), ("18.30", "18:30"), ("12am", "00:00"), ("930", "09:30")],
)
def test_a_time_is_read_as_people_write_it(round_, chair, given, told):
    page = chair.post("/panel/meetings/new", FORM | {"round_id": str(round_.id), "at": given})
    assert f"2 March 2027, {told}" in page.text


def test_rounds_that_are_not_to_be_met_about_are_not_offered(making, round_, people, chair):
    with making() as make:
        panel = make.session.get_one(Panel, round_.panel_id)
        unopened = make.round(by=make.user(Role.LEAD), panel=panel)
        make.session.flush()
        unopened_id = unopened.id
    page = chair.get("/panel/meetings/new").text
    assert f"{round_.title} (open for grading)" in page
    assert f'<option value="{unopened_id}"' not in page
    answer = chair.post("/panel/meetings/new", FORM | {"round_id": str(unopened_id)})
    assert "<title>Error: " in answer.text


def test_a_second_meeting_of_a_round_needs_a_word(round_, meeting, chair, database):
    page = chair.get("/panel/meetings/new").text
    assert "open for grading; a meeting is planned for" in page
    plan = FORM | {"round_id": str(round_.id)}
    assert "planned already" in chair.post("/panel/meetings/new", plan).text
    assert events(database).count("MeetingPlanned") == 1
    assert "The meeting is planned." in chair.post("/panel/meetings/new", plan | {"another": "y"}).text


def test_a_meeting_in_writing_lasts_until_the_end_of_its_last_day(round_, chair):
    days = {"manner": "writing", "place": "", "last_day": ["12", "3", "2027"]}
    page = chair.post("/panel/meetings/new", FORM | {"round_id": str(round_.id)} | days)
    assert "to Friday 12 March 2027, 23:59" in page.text
    assert "In writing, over some days" in page.text


def test_a_meeting_is_moved_with_a_reason_and_what_it_was_is_kept(meeting, chair, member):
    page = chair.get(f"/panel/meetings/{meeting.id}/move").text
    assert "https://video.example.org/r" in page
    seen = {"seen": re.search(r'name="seen" value="(\d+)"', page)[1], "reason": "The room is <larger>."}
    page = chair.post(f"/panel/meetings/{meeting.id}/move", FORM | seen)
    assert "The meeting is changed" in page.text
    told = member.get(f"/panel/meetings/{meeting.id}").text
    assert "Changed" in told
    assert "The room is &lt;larger&gt;." in told
    assert "https://video.example.org/r" in told
    assert read_calendar(member.get(f"/panel/meetings/{meeting.id}/calendar").data)["SEQUENCE"] == "1"


def test_a_stale_move_is_told_and_loses_no_words(meeting, chair, officer, database):
    officer.post(f"/panel/meetings/{meeting.id}/move", FORM | {"seen": "0", "reason": "First."})
    answer = chair.post(f"/panel/meetings/{meeting.id}/move", FORM | {"seen": "0", "reason": "My own words."})
    assert "Somebody else changed this meeting" in answer.text
    assert "My own words." in answer.text
    assert events(database).count("MeetingMoved") == 1


@pytest.mark.parametrize("first", ["move", "cancel"])
@pytest.mark.parametrize("second", ["move", "cancel"])
def test_whoever_changes_a_meeting_second_reads_both_texts(meeting, chair, officer, database, first, second):
    page = f"/panel/meetings/{meeting.id}"
    officer.post(f"{page}/{first}", FORM | {"seen": "0", "reason": "The hall is let."})
    answer = chair.post(
        f"{page}/{second}", FORM | {"seen": "0", "reason": "My own words.", "place": "Room 9"}, page=page
    )
    assert answer.status_code == 409
    assert "The meeting as it is now" in answer.text
    assert "The hall is let." in answer.text
    assert "My own words." in answer.text
    assert events(database).count("MeetingMoved") + events(database).count("MeetingCancelled") == 1


@pytest.mark.parametrize("deed", ["move", "cancel"])
def test_a_change_that_is_sent_twice_is_made_once(meeting, chair, database, deed):
    page = f"/panel/meetings/{meeting.id}"
    answers = [chair.post(f"{page}/{deed}", FORM | {"seen": "0", "reason": "Snow."}, page=page) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert events(database).count("MeetingMoved") + events(database).count("MeetingCancelled") == 1


def test_a_cancelled_meeting_stays_is_told_to_calendars_and_is_off_the_home_page(meeting, chair, member):
    page = chair.post(f"/panel/meetings/{meeting.id}/cancel", {"seen": "0", "reason": "No room."})
    assert "The meeting is cancelled" in page.text
    listed = member.get("/panel/meetings").text
    assert "Earlier, and cancelled" in listed
    assert read_calendar(member.get(f"/panel/meetings/{meeting.id}/calendar").data)["METHOD"] == "CANCEL"
    assert "Next meeting" not in member.get("/panel/").text
    assert "No room." in member.get(f"/panel/meetings/{meeting.id}").text


@pytest.mark.parametrize("deed", ["move", "cancel"])
def test_a_reason_that_looks_like_a_name_is_asked_about_first(meeting, chair, database, deed):
    given = FORM | {"seen": "0", "reason": "PC John Smith rang on 07700 900123."}
    answer = chair.post(f"/panel/meetings/{meeting.id}/{deed}", given)
    assert "Is this somebody’s name or number?" in answer.text
    assert "<mark>07700 900123</mark>" in answer.text
    assert not {"MeetingMoved", "MeetingCancelled"} & set(events(database))
    chair.post(f"/panel/meetings/{meeting.id}/{deed}", given | {"nameless": answer_of(answer.text)})
    assert {"MeetingMoved", "MeetingCancelled"} & set(events(database))


def test_a_meeting_that_is_over_says_at_once_that_it_is_not_changed(making, meeting, chair):
    with making() as make:
        make.session.get_one(Meeting, meeting.id).cancelled_at = now()
    for deed in ("move", "cancel"):
        page = chair.get(f"/panel/meetings/{meeting.id}/{deed}").text
        assert "This meeting was cancelled, so it can no longer be changed." in page
        assert 'name="reason"' not in page


def test_a_member_sends_apologies_and_the_minutes_keeper_sets_who_came(
    making, meeting, people, member, officer, database
):
    page = member.post(f"/panel/meetings/{meeting.id}/apologies", page=f"/panel/meetings/{meeting.id}")
    assert "Your apologies are recorded" in page.text
    assert "Sent apologies" in page.text
    assert "have sent apologies" in member.get("/panel/").text
    came = {
        f"attending-{people[0].id}": "present",
        f"attending-{people[1].id}": "apologies",
        "attending-999": "present",
    }
    path = f"/panel/meetings/{meeting.id}"
    early = officer.get(path).text
    assert "Who is coming" in early
    assert "Present" not in early
    answer = officer.post(f"{path}/attendance", came, page=path)
    assert answer.status_code == 409
    assert "has not begun" in answer.text
    _begin(making, meeting)
    page = officer.post(f"{path}/attendance", came, page=path)
    assert "Who came is recorded" in page.text
    assert "Who is coming" not in page.text
    assert events(database).count("AttendanceSet") == 2


def test_a_member_neither_plans_nor_records_who_came(meeting, member):
    for path in ("new", f"{meeting.id}/move", f"{meeting.id}/cancel"):
        assert member.get(f"/panel/meetings/{path}").status_code == 404
    assert member.post(f"/panel/meetings/{meeting.id}/attendance", page="/panel/meetings").status_code == 404
    assert "Plan a meeting" not in member.get("/panel/meetings").text


def test_a_lead_plans_for_their_own_forces_rounds_alone(making, round_, meeting, sign_in):
    with making() as make:
        lead, other = make.user(Role.LEAD), make.user(Role.LEAD, force="Southmoor Police")
    browser, stranger = sign_in(lead), sign_in(other)
    page = browser.post("/force/meetings/new", FORM | {"round_id": str(round_.id), "another": "y"})
    assert "The meeting is planned" in page.text
    assert "Next meeting" in browser.get("/force/").text
    assert stranger.get(f"/force/meetings/{meeting.id}").status_code == 404
    assert round_.title not in stranger.get("/force/meetings").text


def test_apologies_are_taken_back_and_the_pages_tell_it(meeting, people, member, chair, officer, lead, database):
    page, who = f"/panel/meetings/{meeting.id}", people[1].id
    assert "I can come after all" in member.post(f"{page}/apologies", page=page).text
    told = member.post(f"{page}/coming", page=page).text
    assert "Your apologies are taken back" in told
    assert "you are expected" in told
    assert "have sent apologies" not in member.get("/panel/").text
    assert "Said they would come" in chair.get(page).text
    for planner, at in ((officer, page), (lead, f"/force/meetings/{meeting.id}")):
        member.post(f"{page}/apologies", page=page)
        assert f'form="back-{who}"' in planner.get(at).text
        told = planner.post(f"{at}/apologies/{who}/back", page=at).text
        assert "Their apologies are taken back" in told
        assert f'form="back-{who}"' not in told
    assert member.post(f"{page}/apologies/{who}/back", page=page).status_code == 404
    assert events(database).count("AttendanceSet") == 6


def test_a_save_of_who_came_leaves_what_was_taken_back(meeting, people, member, officer, database):
    page = f"/panel/meetings/{meeting.id}"
    member.post(f"{page}/apologies", page=page)
    member.post(f"{page}/coming", page=page)
    came = {f"attending-{people[1].id}": "coming", f"attending-{people[0].id}": "coming"}
    assert "Who is coming is recorded" in officer.post(f"{page}/attendance", came, page=page).text
    assert events(database).count("AttendanceSet") == 2


def test_a_chair_who_comes_after_all_needs_no_deputy(making, meeting, round_, chair, sign_in):
    with making() as make:
        deputy = make.user(Role.CHAIR, body=Body.MAGISTRACY)
        make.seat(make.session.get_one(Panel, round_.panel_id), deputy).is_deputy = True
    page = f"/panel/meetings/{meeting.id}"
    chair.post(f"{page}/apologies", page=page)
    chair.post(f"{page}/coming", page=page)
    assert "step in on" not in sign_in(deputy).get("/panel/").text


def test_a_deputy_is_asked_to_step_in_when_the_chair_cannot_come(making, meeting, round_, people, chair, sign_in):
    with making() as make:
        deputy = make.user(Role.CHAIR, body=Body.MAGISTRACY)
        seat = make.seat(make.session.get_one(Panel, round_.panel_id), deputy)
        seat.is_deputy = True
    browser = sign_in(deputy)
    assert "step in" not in browser.get("/panel/").text
    chair.post(f"/panel/meetings/{meeting.id}/apologies", page=f"/panel/meetings/{meeting.id}")
    assert "The chair cannot come: step in on" in browser.get("/panel/").text
    page = browser.post(f"/panel/meetings/{meeting.id}/chair", page=f"/panel/meetings/{meeting.id}")
    assert "You chair this meeting" in page.text
    assert deputy.name in page.text
    assert f"Chair “{round_.title}”" in browser.get("/panel/").text


def test_whoever_plans_is_told_of_a_round_without_a_meeting(round_, officer, member):
    assert f"Plan a meeting on “{round_.title}”" in officer.get("/panel/").text
    assert "Plan a meeting" not in member.get("/panel/").text


def test_the_calendar_file_says_nothing_of_the_round(meeting, round_, member):
    answer = member.get(f"/panel/meetings/{meeting.id}/calendar")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert round_.title not in answer.text
    assert answer.headers["Content-Disposition"] == 'attachment; filename="meeting.ics"'
