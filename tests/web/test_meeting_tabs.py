"""The meeting in two tabs, for a deputy who has not stepped in, and on the room's screen before the reveal."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.panels import Panel
from scrutiny_app.services.trail import today_in_london
from tests.web.panels import grade, kept, reveal, seat_at_meeting

WORDS = {
    "version": "0",
    "result": "observations",
    "reached": "consensus",
    "themes": ["victim"],
    "remarks": "Mine.",
    "dissent": "",
}


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
    return sitting


@pytest.fixture
def revealed(making, sitting):
    with making() as make:
        reveal(make, sitting)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def test_a_case_is_put_up_before_its_reveal_from_the_page_that_asks_about_it(making, chair, sign_in, sitting):
    with making() as make:
        grade(make, sitting, sitting.chair)
    assert "Put it up on the room’s screen" in chair.get(sitting.meeting).text
    assert "Put it up on the room’s screen" in chair.get(f"{sitting.case}/reveal").text
    path = f"/panel/rounds/{sitting.round_id}/room"
    page = chair.post(path, {"reference": sitting.reference}, page=f"{sitting.case}/reveal")
    assert page.status_code == 200
    assert "Take it off the room’s screen" in page.text
    assert "have not been revealed" in sign_in(sitting.lay).get(path).text


def test_a_deputy_who_has_not_stepped_in_gets_no_form(making, sign_in, revealed):
    with making() as make:
        deputy = make.user(Role.CHAIR, body=Body.LAY)
        make.seat(make.session.scalar(select(Panel)), deputy).is_deputy = True
    browser = sign_in(deputy)
    page = browser.get(f"{revealed.case}/finding").text
    assert "You are a deputy and have not stepped in" in page
    assert "/panel/meetings/1" in page
    assert "What did the panel find?" not in page
    assert "Step in as chair" in browser.get(revealed.meeting).text


def test_a_second_tab_that_reveals_what_is_revealed_is_told_so(chair, revealed):
    path = f"/panel/rounds/{revealed.round_id}/reveal"
    page = chair.post(path, {"case": revealed.reference}, page=revealed.meeting).text
    assert "is revealed already" in page
    assert "0 cases" not in page


def test_a_finding_saved_in_ones_own_other_tab_is_called_that(chair, revealed):
    chair.post(f"{revealed.case}/finding", WORDS)
    answer = chair.post(f"{revealed.case}/finding", WORDS | {"remarks": "Other."}, page=revealed.meeting)
    assert answer.status_code == 409
    assert "saved in another tab of yours" in answer.text
    assert "What you saved in another tab" in answer.text
    assert "Someone else" not in answer.text


@pytest.fixture
def deputy(making, revealed):
    with making() as make:
        deputy = make.user(Role.CHAIR, body=Body.LAY)
        make.seat(make.session.scalar(select(Panel)), deputy).is_deputy = True
    return deputy


def _take_chair(browser, **given):
    return browser.post("/panel/meetings/1/chair", given, page="/panel/meetings/1")


def test_who_no_longer_chairs_is_told_by_whom_and_when_and_is_refused(chair, deputy, sign_in, revealed):
    _take_chair(sign_in(deputy))
    day = f"{today_in_london():%-d %B %Y}"
    for page in (revealed.meeting, "/panel/meetings/1", f"{revealed.case}/finding"):
        text = chair.get(page).text
        assert f"<strong>{deputy.name}</strong> took the chair of this meeting on {day}" in text
        assert "Take the chair back" in text
    assert f"{deputy.name} took the chair of the meeting on" in chair.get("/panel/").text
    answer = chair.post(f"{revealed.case}/finding/sign", {"version": "1"}, page=revealed.meeting)
    assert answer.status_code == 409
    assert f"{deputy.name} took the chair of this meeting" in answer.text


def test_words_sent_after_the_chair_has_passed_are_kept_and_are_there_once_it_is_taken_back(
    chair, deputy, sign_in, revealed, database
):
    chair.get(f"{revealed.case}/finding")
    _take_chair(sign_in(deputy))
    answer = chair.post(f"{revealed.case}/finding", WORDS | {"remarks": "Long in the writing."}, page=revealed.meeting)
    assert answer.status_code == 409
    assert "took the chair of this meeting" in answer.text
    assert "Long in the writing." in answer.text
    assert kept(database)[3] == 0
    assert "Long in the writing." in _take_chair(chair, case=revealed.reference).text
    assert chair.post(f"{revealed.case}/finding", WORDS, page=revealed.meeting).status_code == 200
    assert kept(database)[3] == 1


def test_who_types_on_after_the_chair_has_passed_loses_nothing_and_reads_so(chair, deputy, sign_in, revealed):
    _take_chair(sign_in(deputy))
    answer = chair.post(f"{revealed.case}/finding/keep?deed=typed", WORDS, page=revealed.meeting)
    assert (answer.status_code, deputy.name in answer.text) == (200, True)


def test_a_chair_taken_on_a_page_that_shows_an_earlier_chair_is_refused(making, chair, deputy, sign_in, revealed):
    with making() as make:
        other = make.user(Role.CHAIR, body=Body.LAY)
        make.seat(make.session.scalar(select(Panel)), other).is_deputy = True
    _take_chair(sign_in(deputy), seen="0")
    answer = _take_chair(sign_in(other), seen="0")
    assert answer.status_code == 409
    assert f"{deputy.name} took the chair" in answer.text


def test_a_deputy_who_has_not_stepped_in_is_offered_no_new_finding(chair, deputy, sign_in, revealed):
    chair.post(f"{revealed.case}/finding", WORDS)
    chair.post(f"{revealed.case}/finding/sign", {"version": "1"}, page=f"{revealed.case}/finding/check")
    assert "Begin a new finding" in chair.get(f"{revealed.case}/finding/check").text
    assert "Begin a new finding" not in sign_in(deputy).get(f"{revealed.case}/finding/check").text
