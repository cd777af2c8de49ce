"""The meeting's other pages: adopting, signing all, superseding by two people, the room, notes, minutes, agreement."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Theme, observe
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding, Seconding
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import adopting, agreeing, grading
from scrutiny_app.services.trail import now
from scrutiny_app.web import fresh_password
from tests.web.panels import events, kept, seat, seat_at_meeting

WORDS = {"result": "observations", "remarks": "Say more.", "themes": ["victim"], "reached": "consensus"}


@pytest.fixture
def sitting(making):
    """A round with a meeting under way: the first two cases are agreed on by all, the third is divided."""
    with making() as make:
        sitting = seat_at_meeting(make)
        for reference in sitting.references:
            for person in (sitting.chair, sitting.lay, sitting.cps):
                odd = reference == sitting.references[2] and person is sitting.cps
                word = {"grade": GradeWord.INAPPROPRIATE, "comment": "Too lenient by far."} if odd else {}
                given = {"version": 1, "grade": GradeWord.APPROPRIATE, "by": person} | word
                grading.give_grade(make.session, reference, **given)
    return sitting


@pytest.fixture
def revealed(making, sitting):
    with making() as make:
        round_ = make.session.get_one(Round, sitting.round_id)
        adopting.reveal_ready(make.session, round_, sitting.references, by=sitting.chair)
    return sitting


@pytest.fixture
def signed(making, revealed):
    with making() as make:
        words = {"version": 0, "result": "appropriate", "by": revealed.chair}
        agreeing.draft_finding(make.session, revealed.reference, **words)
        agreeing.sign_finding(make.session, revealed.reference, version=1, by=revealed.chair)
    return revealed


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def _round(sitting, page):
    return f"/panel/rounds/{sitting.round_id}/{page}"


def test_everything_ready_is_revealed_after_a_question(chair, sitting, database):
    asked = chair.get(_round(sitting, "reveal"))
    assert "Grading ends on what is revealed" in asked.text
    assert kept(database)[2] == 0
    page = chair.post(_round(sitting, "reveal"), {"case": sitting.references})
    assert "3 cases revealed." in page.text
    assert "2 to adopt together" in page.text
    assert "1 to discuss" in page.text


def test_one_case_is_revealed_after_a_question(chair, sitting):
    page = chair.get(f"{sitting.case}/reveal").text
    assert f"Reveal the grades of case {sitting.reference}?" in page
    assert "Reveal and end grading" in page


def test_what_all_agree_on_is_adopted_and_signed_at_one_stroke(chair, revealed, database):
    agreed = [f"{reference}:0" for reference in revealed.references[:2]]
    form = {"case": agreed, "offered": ",".join(sorted(revealed.references[:2]))}
    page = chair.post(_round(revealed, "adopt"), form, page=revealed.meeting)
    assert "2 findings adopted together." in page.text
    again = chair.post(_round(revealed, "adopt"), form, page=revealed.meeting)
    assert "2 findings had been adopted already. Nothing more was done." in again.text
    drafted = [f"{reference}:1" for reference in revealed.references[:2]]
    form = {"case": drafted, "offered": ",".join(sorted(drafted))}
    page = chair.post(_round(revealed, "sign"), form, page=revealed.meeting)
    assert "2 findings signed." in page.text
    assert events(database).count("FindingSigned") == 2


def test_an_older_tab_adopts_nothing_of_a_list_that_has_changed(chair, revealed, database):
    first, second = revealed.references[:2]
    offered = re.search(r'name="offered" value="([^"]+)"', chair.get(revealed.meeting).text)[1]
    chair.post(_round(revealed, "adopt"), {"case": [f"{first}:0"], "offered": offered}, page=revealed.meeting)
    late = {"case": [f"{first}:0", f"{second}:0"], "offered": offered}
    answer = chair.post(_round(revealed, "adopt"), late, page=revealed.meeting)
    assert answer.status_code == 409
    assert f"no longer on it: {first}" in answer.text
    assert kept(database)[3] == 1


@pytest.mark.parametrize("case", ["nonsense", "SC-1:0:0", ""])
def test_a_tick_that_no_page_offered_is_refused(chair, revealed, case):
    answer = chair.post(_round(revealed, "adopt"), {"case": [case]}, page=revealed.meeting)
    assert answer.status_code == 409
    assert "out of date" in answer.text


def test_signing_asks_for_the_password_when_it_was_given_long_ago(chair, revealed, database, monkeypatch):
    chair.post(f"{revealed.case}/finding", WORDS | {"version": "0"})
    monkeypatch.setattr(fresh_password, "FRESH", timedelta(0))
    for path, data in (
        (f"{revealed.case}/finding/sign", {"version": "1"}),
        (_round(revealed, "sign"), {"case": [f"{revealed.reference}:1"]}),
    ):
        answer = chair.post(path, data, page=revealed.meeting)
        assert "Your password" in answer.text
    assert kept(database)[4] == 0


def test_a_vote_is_kept_in_numbers_and_one_that_does_not_add_up_is_told(chair, revealed, database):
    vote = WORDS | {"version": "0", "reached": "vote", "votes_observations": "9"}
    page = chair.post(f"{revealed.case}/finding", vote)
    assert "4 could vote on this case: each has one. Count them again." in page.text
    page = chair.post(f"{revealed.case}/finding", vote | {"votes_observations": "3", "votes_appropriate": "1"})
    assert "Appropriate 1, Appropriate with observations 3" in page.text
    with database.reading() as session:
        assert session.scalar(select(Finding.votes)) == {"appropriate": 1, "observations": 3}


def test_the_members_observations_are_offered_as_ticks(making, sign_in):
    with making() as make:
        sitting = seat(make, cases=1)
        for person in (sitting.chair, sitting.lay, sitting.cps):
            words = {"observations": observe([Theme.HISTORY], []), "grade": GradeWord.OBSERVATIONS}
            grading.give_grade(make.session, sitting.reference, version=1, by=person, **words)
        agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
    page = sign_in(sitting.chair).get(f"{sitting.case}/finding").text
    assert 'value="history" checked' in page
    assert "untick what the panel does not share" in page


# Superseding


def test_a_signed_finding_is_superseded_by_two_people(chair, sign_in, signed, database):
    page = chair.post(f"{signed.case}/finding/again", WORDS | {"version": "1", "reason": "We learnt more."})
    assert "waits for a second person" in page.text
    member = sign_in(signed.lay)
    assert "Read it, and say whether you agree" in member.get(signed.meeting).text
    read = member.get(f"{signed.case}/finding/second").text
    assert "We learnt more." in read
    page = member.post(f"{signed.case}/finding/second", {"version": "2"})
    assert "You have agreed to the new finding" in page.text
    page = chair.post(f"{signed.case}/finding/sign", {"version": "2"}, page=f"{signed.case}/finding/check")
    assert f"The finding on case {signed.reference} is signed" in page.text
    shown = chair.get(f"{signed.case}/finding/check").text
    assert "Superseded" in shown
    assert "We learnt more." in shown
    assert "FindingSuperseded" in events(database)


def test_the_drafter_is_offered_no_agreement_and_refused_one(chair, signed, database):
    chair.post(f"{signed.case}/finding/again", WORDS | {"version": "1", "reason": "We learnt more."})
    assert "I agree that" not in chair.get(f"{signed.case}/finding/second").text
    answer = chair.post(f"{signed.case}/finding/second", {"version": "2"}, page=signed.meeting)
    assert answer.status_code == 409
    with database.reading() as session:
        assert session.scalar(select(Seconding.finding_id)) is None


def test_two_chairs_in_two_tabs_lose_no_words(making, sign_in, chair, signed):
    with making() as make:
        other = make.user(Role.CHAIR, body=Body.LAY)
        make.seat(make.session.scalar(select(Panel)), other)
    theirs = WORDS | {"version": "1", "reason": "Theirs.", "remarks": "What the other chair wrote."}
    sign_in(other).post(f"{signed.case}/finding/again", theirs)
    mine = WORDS | {"version": "1", "reason": "Mine.", "remarks": "What I wrote."}
    answer = chair.post(f"{signed.case}/finding/again", mine, page=signed.meeting)
    assert answer.status_code == 409
    assert "What the other chair wrote." in answer.text
    assert "What I wrote." in answer.text


def test_a_reason_that_is_missing_keeps_the_words_on_the_page(chair, signed):
    page = chair.post(f"{signed.case}/finding/again", WORDS | {"version": "1", "reason": ""})
    assert "Say why" in page.text
    assert "Say more." in page.text


def test_a_finding_that_takes_the_place_of_another_says_how_it_was_reached(chair, signed):
    form = chair.get(f"{signed.case}/finding/again").text
    assert not re.search(r'name="reached"[^>]*checked', form)
    page = chair.post(
        f"{signed.case}/finding/again", WORDS | {"version": "1", "reason": "We learnt more.", "reached": ""}
    )
    assert "Choose how it was reached" in page.text
    assert "We learnt more." in page.text


# The room


def test_the_room_follows_the_chair_and_says_nothing_before_the_reveal(chair, sign_in, sitting):
    member = sign_in(sitting.lay)
    path = _round(sitting, "room")
    empty = member.get(f"{path}/state").json
    chair.post(path, {"reference": sitting.references[2]}, page=sitting.meeting)
    assert member.get(f"{path}/state").json != empty
    page = member.get(path).text
    assert sitting.references[2] in page
    assert "have not been revealed" in page
    assert "room__spread" not in page
    names = [person.name for person in (sitting.chair, sitting.lay, sitting.cps, sitting.yjs)]
    assert not [name for name in names if name in page]
    assert '<meta http-equiv="refresh"' in page


def test_the_room_shows_the_spread_once_revealed(chair, sign_in, revealed):
    chair.post(_round(revealed, "room"), {"reference": revealed.references[2]}, page=revealed.meeting)
    page = sign_in(revealed.lay).get(_round(revealed, "room")).text
    assert "Divided across the whole scale" in page
    assert "Too lenient by far." in page


def test_what_somebody_is_told_of_their_own_deed_is_not_for_the_room_and_waits_for_their_next_page(sign_in, sitting):
    member = sign_in(sitting.lay)
    member.client.post(f"{sitting.case}/abstain", data={"csrf_token": member.token(sitting.case)})
    told = "You give no grade on case"
    assert told not in member.get(_round(sitting, "room")).text
    assert told in member.get("/panel/cases").text


def test_asking_for_the_state_leaves_nothing_on_the_trail(sign_in, revealed, database):
    member = sign_in(revealed.lay)
    before = len(events(database))
    for _ in range(3):
        member.get(_round(revealed, "room/state"))
    assert len(events(database)) == before


# Notes, minutes, agreement


def test_notes_and_the_end_lead_to_the_minutes(chair, sign_in, signed):
    path = _round(signed, "notes")
    assert "The note is kept" in chair.post(path, {"text": "The tea was late."}).text
    kept_on = f"{path}?case={signed.reference}"
    assert "The note is kept" in chair.post(kept_on, {"text": "On the letter."}, page=path).text
    assert chair.get(_round(signed, "minutes")).status_code == 409
    page = chair.post(_round(signed, "end"), page=signed.meeting)
    for told in ("The tea was late.", "On the letter.", "Draw", "Not signed yet"):
        assert told in page.text
    member = sign_in(signed.lay)
    document = member.get(_round(signed, "minutes.docx"))
    assert document.data[:2] == b"PK"
    assert document.data == member.get(_round(signed, "minutes.docx")).data


def test_the_end_is_asked_about_and_says_what_is_recorded(chair, sitting, database):
    assert "Who came is not recorded yet" in chair.get(sitting.meeting).text
    page = chair.get(_round(sitting, "end")).text
    for told in ("End the meeting now?", "It was due", "Not recorded", "cannot be taken back"):
        assert told in page
    assert "MeetingEnded" not in events(database)


def test_a_meeting_planned_for_a_later_day_is_not_ended(making, chair, sitting, database):
    with making() as make:
        make.session.scalar(select(Meeting)).starts_at = now() + timedelta(days=3)
    assert "End the meeting" not in chair.get(sitting.meeting).text
    page = chair.get(_round(sitting, "end")).text
    assert "has not begun" in page
    assert "End the meeting now</button>" not in page
    assert chair.post(_round(sitting, "end"), page=sitting.meeting).status_code == 409
    assert "MeetingEnded" not in events(database)


def test_members_read_what_all_agree_on_apart_from_what_is_divided(sign_in, revealed):
    page = sign_in(revealed.lay).get(revealed.meeting).text
    divided, alike = page.index("To discuss, the most divided first"), page.index("All gave the same grade")
    assert divided < page.index(f'id="{revealed.references[2]}"') < alike < page.index(f'id="{revealed.reference}"')


def test_the_commissioners_officer_notes_and_ends_without_seeing_a_spread(sign_in, revealed):
    officer = sign_in(revealed.officer)
    page = officer.post(_round(revealed, "notes"), {"text": "Two apologies."})
    assert "Two apologies." in page.text
    assert officer.get(revealed.meeting).status_code == 404
    assert "The meeting is ended" in officer.post(_round(revealed, "end"), page=_round(revealed, "notes")).text


def test_the_lead_reads_the_minutes_and_what_was_passed_on(chair, sign_in, making, signed):
    escalation = {"route": "review", "note": "Please look at this again."}
    assert "is passed on" in chair.post(f"{signed.case}/escalate", escalation | {"checked": "y"}).text
    chair.post(_round(signed, "end"), page=signed.meeting)
    with making() as make:
        user = make.user(Role.LEAD)
    lead = sign_in(user)
    found = lead.get(f"/force/rounds/{signed.round_id}/findings").text
    assert "Please look at this again." in found
    assert "Please look at this again." in lead.get(f"/force/rounds/{signed.round_id}/minutes").text


def test_agreement_is_shown_after_the_reveal_and_ones_own_to_oneself_alone(chair, sign_in, sitting):
    path = _round(sitting, "agreement")
    assert chair.get(path).status_code == 409
    chair.post(_round(sitting, "reveal"), {"case": sitting.references})
    chair.post(f"{sitting.case}/finding", WORDS | {"version": "0"})
    chair.post(f"{sitting.case}/finding/sign", {"version": "1"}, page=f"{sitting.case}/finding/check")
    page = chair.get(path).text
    assert "3 cases are too few" in page
    assert "0 of 1 the same, 1 kinder than the panel" in page
    assert "kinder" not in sign_in(sitting.officer).get(path).text


def test_a_deputy_who_has_not_stepped_in_reveals_nothing(making, sign_in, sitting, database):
    with making() as make:
        deputy = make.user(Role.CHAIR, body=Body.LAY)
        panel = make.session.scalar(select(Panel))
        make.seat(panel, deputy).is_deputy = True
    answer = sign_in(deputy).post(f"{sitting.case}/reveal", page=sitting.meeting)
    assert answer.status_code == 409
    assert "Step in as chair" in answer.text
    assert kept(database)[2] == 0
