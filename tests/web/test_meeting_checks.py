"""What is looked at once more before it is done: signing after the password, stepping back, a list that has changed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Attending, Manner
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.meetings import Attendance, Meeting
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import adopting, agreeing, grading
from scrutiny_app.services.trail import now
from scrutiny_app.web import fresh_password
from tests.making import PASSWORD
from tests.web.panels import kept, seat_at_meeting

AGAIN = {"version": "1", "result": "observations", "remarks": "Say more.", "themes": ["victim"], "reached": "consensus"}


@pytest.fixture
def sitting(making):
    """A round whose three cases are revealed: on the last the members differed."""
    with making() as make:
        sitting = seat_at_meeting(make)
        for reference in sitting.references:
            for person in (sitting.chair, sitting.lay, sitting.cps):
                odd = person is sitting.cps and reference == sitting.references[2]
                word = {"grade": GradeWord.INAPPROPRIATE if odd else GradeWord.APPROPRIATE, "comment": "Kindly put."}
                grading.give_grade(make.session, reference, version=1, by=person, **word)
        round_ = make.session.get_one(Round, sitting.round_id)
        adopting.reveal_ready(make.session, round_, sitting.references, by=sitting.chair)
    return sitting


@pytest.fixture
def drafted(making, sitting):
    with making() as make:
        for reference in sitting.references:
            agreeing.draft_finding(make.session, reference, version=0, result="appropriate", by=sitting.chair)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def _ticks(sitting, *places):
    return [f"{sitting.references[place]}:1" for place in places]


def _sign(chair, sitting, *places, offered):
    form = {"case": _ticks(sitting, *places), "offered": ",".join(sorted(_ticks(sitting, *offered)))}
    return chair.post(f"/panel/rounds/{sitting.round_id}/sign", form, page=sitting.meeting)


def test_a_stale_tab_does_not_sign_what_another_left_out(chair, drafted, database):
    assert "2 findings signed." in _sign(chair, drafted, 0, 1, offered=(0, 1, 2)).text
    answer = _sign(chair, drafted, 0, 1, 2, offered=(0, 1, 2))
    assert answer.status_code == 409
    assert "no longer on it" in answer.text
    assert f'href="{drafted.meeting}">Go back to where you were' in answer.text
    assert drafted.reference in answer.text
    assert kept(database)[4] == 2


def test_what_is_signed_already_is_told_as_no_success(chair, drafted, database):
    offered = (0, 1, 2)
    _sign(chair, drafted, 0, 1, offered=offered)
    page = _sign(chair, drafted, 0, 1, offered=offered).text
    assert "Nothing more was signed" in page
    assert "0 findings" not in page
    assert "notification-banner--success" not in page
    assert kept(database)[4] == 2


def test_the_password_comes_with_the_form_and_signs_what_was_ticked_and_no_more(chair, drafted, database, monkeypatch):
    monkeypatch.setattr(fresh_password, "FRESH", timedelta(0))
    page = chair.get(drafted.meeting).text.partition('id="sign"')[2]
    assert 'name="password"' in page
    assert page.count("The grades differed, and no dissent is recorded.") == 1
    asked = _sign(chair, drafted, 0, 2, offered=(0, 1, 2))
    assert asked.status_code == 401
    assert [f'name="case" value="{one}"' in asked.text for one in _ticks(drafted, 0, 1, 2)] == [True, False, True]
    assert kept(database)[4] == 0
    form = {"case": _ticks(drafted, 0, 2), "offered": ",".join(sorted(_ticks(drafted, 0, 1, 2))), "password": PASSWORD}
    answer = chair.post(f"/panel/rounds/{drafted.round_id}/sign", form, page=drafted.meeting)
    assert "2 findings signed." in answer.text
    assert kept(database)[4] == 2


def test_a_divided_case_without_dissent_is_asked_about_before_it_is_signed(chair, drafted):
    words = "The grades differed, and no dissent is recorded."
    assert words in chair.get(f"/panel/cases/{drafted.references[2]}/finding/check").text
    assert words not in chair.get(f"{drafted.case}/finding/check").text


def test_what_is_adopted_together_shows_the_case_and_the_comments(chair, sitting):
    page = chair.get(sitting.meeting).text.split('id="together"')[1]
    assert "Read the case" in page
    assert f"1 comment on {sitting.reference}" in page or f"3 comments on {sitting.reference}" in page
    assert "Kindly put." in page


def test_comments_that_are_ticked_become_the_adopted_findings_remarks_and_no_others(chair, sitting, database):
    first, second = sitting.references[:2]
    form = {"case": [f"{first}:0", f"{second}:0"], "offered": ",".join(sorted((first, second))), "comments": [second]}
    chair.post(f"/panel/rounds/{sitting.round_id}/adopt", form, page=sitting.meeting)
    with database.reading() as session:
        remarks = list(session.scalars(select(Finding.remarks).order_by(Finding.id)))
    assert remarks[0] == ""
    assert "Kindly put." in remarks[1]


def test_votes_that_agreed_are_no_disagreement(chair, sitting, database):
    vote = {"version": "0", "result": "not_agreed", "remarks": "Divided.", "reached": "vote"}
    page = chair.post(f"{sitting.case}/finding", vote | {"votes_appropriate": "3", "votes_inappropriate": "1"}).text
    assert "got more than half of the votes" in page
    assert kept(database)[3] == 0
    chair.post(f"{sitting.case}/finding", vote | {"votes_appropriate": "2", "votes_inappropriate": "2"})
    assert kept(database)[3] == 1


def test_stepping_back_is_asked_about_first(sign_in, sitting, database):
    member = sign_in(sitting.lay)
    assert f"{sitting.case}/conflict" in member.get(sitting.case).text
    assert "You cannot undo this yourself" in member.get(f"{sitting.case}/conflict").text
    with database.reading() as session:
        assert session.scalar(select(Conflict.id)) is None


def test_apologies_count_as_recorded_when_a_meeting_is_ended(making, chair, sitting):
    with making() as make:
        meeting = make.session.scalar(select(Meeting.id))
        people = (sitting.chair, sitting.lay, sitting.cps, sitting.yjs, sitting.adviser, sitting.officer)
        for person in people:
            state = Attending.APOLOGIES if person is sitting.yjs else Attending.PRESENT
            given = {"user_id": person.id, "set_by": sitting.chair.id, "set_at": now()}
            make.session.add(Attendance(meeting_id=meeting, state=state, **given))
    page = chair.get(f"/panel/rounds/{sitting.round_id}/end").text
    assert "Recorded of 6 of 6 people" in page
    assert "Record who came" not in page


# Superseding


def _begin(making, chair, sitting):
    with making() as make:
        vote = {"reached": Reached.VOTE, "votes": {Result.APPROPRIATE: 3}, "result": Result.APPROPRIATE}
        agreeing.draft_finding(make.session, sitting.reference, version=0, by=sitting.chair, **vote)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)


def test_old_votes_are_not_filled_in_again(making, chair, sitting):
    _begin(making, chair, sitting)
    page = chair.get(f"{sitting.case}/finding/again").text
    assert 'name="votes_appropriate" value="3"' not in page
    assert 'value="3"' not in page.split("If by a vote")[1].split("</fieldset>")[0]


def test_what_supersedes_waits_on_the_homes_of_those_who_can_act(making, chair, sign_in, sitting):
    _begin(making, chair, sitting)
    chair.post(f"{sitting.case}/finding/again", AGAIN | {"reason": "We learnt more."})
    member = sign_in(sitting.lay)
    waits = f"A new finding on {sitting.reference} waits for a second person to agree"
    assert waits in member.get("/panel/").text
    assert waits not in chair.get("/panel/").text
    member.post(f"{sitting.case}/finding/second", {"version": "2"})
    assert waits not in member.get("/panel/").text
    assert f"Agreed: sign the new finding on {sitting.reference}" in chair.get("/panel/").text


def _meet_again(making, sitting):
    """End the round's meeting, and have one of the round after it begin; give that round's id."""
    with making() as make:
        make.session.scalar(select(Meeting)).ended_at = now()
        panel = make.session.get_one(Round, sitting.round_id).panel_id
        later = make.open_round(panel=make.session.get_one(type(make.panel()), panel), cases=1)
        later.title = "The round after"
        start = now() - timedelta(minutes=1)
        given = {"manner": Manner.ROOM, "place": "Room 3", "starts_at": start, "planned_at": start}
        make.session.add(Meeting(round_id=later.id, planned_by=sitting.chair.id, **given))
        return later.id


def test_a_note_on_an_earlier_rounds_case_names_the_meeting_to_which_it_goes(making, chair, sitting):
    _begin(making, chair, sitting)
    _meet_again(making, sitting)
    page = chair.get(f"{sitting.case}/finding/again").text
    assert "are those of the meeting of “The round after”" in page


def test_from_a_case_that_came_back_all_ways_lead_to_the_meeting_at_which_it_is_talked_about(
    making, chair, sign_in, sitting
):
    _begin(making, chair, sitting)
    there = f"/panel/rounds/{_meet_again(making, sitting)}/meeting"
    again = f"{sitting.case}/finding/again"
    kept_as_draft = chair.post(f"{sitting.case}/finding/keep?deed=meeting", AGAIN | {"reason": "More."}, page=again)
    saved = chair.post(again, AGAIN | {"reason": "We learnt more."})
    seconded = sign_in(sitting.lay).post(f"{sitting.case}/finding/second", {"version": "2"})
    signed = chair.post(f"{sitting.case}/finding/sign", {"version": "2"}, page=f"{sitting.case}/finding/check")
    assert [page.request.path for page in (kept_as_draft, seconded, signed)] == [there] * 3
    assert f'href="{there}"' in saved.text
    assert f'href="{there}"' in chair.get(f"{sitting.case}/finding/check").text
