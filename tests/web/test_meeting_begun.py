"""Before a meeting that was planned has begun nothing is found and nothing is minuted; its chair can begin it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.models.meetings import Meeting
from scrutiny_app.services import agreeing
from scrutiny_app.services.trail import now
from tests.web.panels import events, kept, reveal, seat_at_meeting

WORDS = {
    "version": "0",
    "result": "observations",
    "reached": "consensus",
    "themes": ["victim"],
    "remarks": "Not yet.",
    "dissent": "",
}
BEGIN = "/panel/meetings/1/begin"


@pytest.fixture
def sitting(making):
    """A panel whose meeting is a week ahead, and a case revealed to it on which all agree."""
    with making() as make:
        sitting = seat_at_meeting(make)
        make.session.scalar(select(Meeting)).starts_at = now() + timedelta(days=7)
        reveal(make, sitting)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def test_nothing_is_adopted_before_the_meeting_and_the_page_says_what_to_do(chair, sitting, database):
    page = chair.get(sitting.meeting).text
    assert "The meeting has not begun." in page
    assert "begin the meeting now" in page
    assert "Adopt what is ticked" not in page
    form = {"case": f"{sitting.reference}:0", "offered": sitting.reference}
    answer = chair.post(f"/panel/rounds/{sitting.round_id}/adopt", form, page=sitting.meeting)
    assert answer.status_code == 409
    assert "has not begun, and the panel finds nothing before it meets" in answer.text
    assert kept(database)[3] == 0


def test_a_finding_sent_before_the_meeting_is_kept_as_a_draft_with_its_words(chair, sitting, database):
    assert "has not begun: what you write here is kept as your draft" in chair.get(f"{sitting.case}/finding").text
    answer = chair.post(f"{sitting.case}/finding", WORDS)
    assert answer.status_code == 409
    assert "Not yet." in answer.text
    assert kept(database)[3] == 0
    assert "Not yet." in chair.get(f"{sitting.case}/finding").text


def test_a_finding_drafted_before_the_meeting_was_planned_is_signed_once_it_has_begun(making, chair, sitting, database):
    with making() as make:
        meeting = make.session.scalar(select(Meeting))
        ahead, meeting.starts_at = meeting.starts_at, now()
        agreeing.draft_finding(make.session, sitting.reference, version=0, result="appropriate", by=sitting.chair)
        meeting.starts_at = ahead
    page = chair.get(f"{sitting.case}/finding/check").text
    assert "has not begun: this is signed once it has" in page
    assert "Sign this finding" not in page
    answer = chair.post(f"{sitting.case}/finding/sign", {"version": "1"}, page=sitting.meeting)
    assert answer.status_code == 409
    assert kept(database)[4] == 0


def test_the_chair_begins_the_meeting_and_goes_on(chair, sitting, database):
    assert "Begin the meeting now?" in chair.get(BEGIN).text
    page = chair.post(BEGIN, {"seen": "0"})
    assert "The meeting has begun." in page.text
    assert "Adopt what is ticked" in page.text
    assert {"ChairTaken", "MeetingMoved"} <= set(events(database))
    assert sitting.chair.name in chair.get("/panel/meetings/1").text.split("Chaired by")[1][:400]
    assert chair.post(f"{sitting.case}/finding", WORDS).status_code == 200
    assert kept(database)[3] == 1
    chair.post(BEGIN, {"seen": "0"}, page=sitting.meeting)
    assert events(database).count("MeetingMoved") == 1


def test_a_member_begins_no_meeting(sign_in, sitting, database):
    assert sign_in(sitting.lay).post(BEGIN, {"seen": "0"}, page="/panel/meetings/1").status_code == 404
    assert "MeetingMoved" not in events(database)


def test_there_is_nothing_to_minute_before_the_meeting(chair, sitting):
    notes = f"/panel/rounds/{sitting.round_id}/notes"
    page = chair.get(notes).text
    assert "There is nothing to minute yet" in page
    assert "Keep the note" not in page
    answer = chair.post(notes, {"text": "Too early."}, page=sitting.meeting)
    assert "there is nothing to minute yet" in answer.text
    assert "Too early." in answer.text
    minutes = chair.get(f"/panel/rounds/{sitting.round_id}/minutes")
    assert (minutes.status_code, "nothing to minute yet" in minutes.text) == (409, True)
