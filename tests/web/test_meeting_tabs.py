"""The meeting in two tabs, for a deputy who has not stepped in, and on the room's screen before the reveal."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.panels import Panel
from tests.web.panels import grade, reveal, seat_at_meeting

WORDS = {"version": "0", "result": "observations", "themes": ["victim"], "remarks": "Mine.", "dissent": ""}


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
    assert "Step in as chair of this meeting" in browser.get(revealed.meeting).text


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
