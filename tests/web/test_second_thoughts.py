"""What members say after reading what came later: nameless, marked and counted apart, wherever the spread is read."""

import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.releasing import Fact
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import agreeing, grading, reading_on
from tests.web.panels import seat_at_meeting

AFTER = "The conditions were broken within a week."
TITLE = "Second thoughts, knowing what came later"


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
        place = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(place, version=2, later_facts=(Fact("Conditions completed", "No"),))
        for person in (sitting.chair, sitting.lay, sitting.cps):
            _grade(make, sitting, person, GradeWord.APPROPRIATE, "Sound as it was made.")
        reading_on.read_later(make.session, sitting.reference, by=sitting.lay)
        _grade(make, sitting, sitting.lay, GradeWord.INAPPROPRIATE, AFTER)
    return sitting


def _words(page):
    return " ".join(re.sub("<[^>]+>", " ", page.text).split())


def _grade(make, sitting, by, word, comment):
    grading.give_grade(make.session, sitting.reference, version=2, grade=word, comment=comment, by=by)


@pytest.fixture
def revealed(making, sitting):
    with making() as make:
        agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
    return sitting


def test_before_the_reveal_nobody_else_reads_them(sign_in, sitting):
    chair = sign_in(sitting.chair)
    assert [AFTER in chair.get(page).text for page in (sitting.meeting, sitting.case)] == [False, False]


def test_the_chair_reads_them_before_adopting_and_beside_the_finding(sign_in, revealed):
    chair = sign_in(revealed.chair)
    page = chair.get(revealed.meeting).text
    assert f"Second thoughts on {revealed.reference}" in page
    assert AFTER in page
    beside = chair.get(f"{revealed.case}/finding").text
    assert TITLE in beside
    assert AFTER in beside


def test_a_case_with_second_thoughts_stands_apart_unticked_and_says_why(making, sign_in, revealed):
    other = revealed.references[1]
    with making() as make:
        for person in (revealed.chair, revealed.lay, revealed.cps):
            given = {"version": 1, "grade": GradeWord.APPROPRIATE, "comment": "", "by": person}
            grading.give_grade(make.session, other, **given)
        agreeing.reveal(make.session, other, by=revealed.chair)
    page = sign_in(revealed.chair).get(revealed.meeting).text
    ticked, apart = page.split("Agreed, but somebody has thought again since")
    assert re.search(rf'id="adopt-{other}"[^>]* checked', ticked)
    assert not re.search(rf'id="adopt-{revealed.reference}"[^>]* checked', apart)
    assert "1 member would grade otherwise, knowing what came later" in apart
    assert "1 to adopt together" in page
    assert "1 with second thoughts" in page
    seen = sign_in(revealed.cps).get(revealed.meeting).text
    assert "1 member would grade otherwise, knowing what came later" in seen


def test_a_member_reads_them_nameless_and_the_spread_is_the_first_alone(sign_in, revealed):
    page = sign_in(revealed.cps).get(revealed.case)
    assert AFTER in page.text
    assert "1 member said more after reading what came later; 1 member would grade otherwise." in _words(page)
    assert "Appropriate 3 of 3" in _words(page)
    assert revealed.lay.name not in page.text


def test_the_room_shows_them_apart(sign_in, revealed):
    path = f"/panel/rounds/{revealed.round_id}/room"
    sign_in(revealed.chair).post(path, {"reference": revealed.reference}, page=revealed.meeting)
    page = sign_in(revealed.cps).get(path).text
    assert TITLE in page
    assert AFTER in page


def test_the_lead_reads_them_beside_the_spread(sign_in, making, revealed):
    with making() as make:
        lead = make.user(Role.LEAD)
    assert AFTER in sign_in(lead).get(f"/force/rounds/{revealed.round_id}/findings").text


def test_adopting_with_the_comments_takes_none_of_them(sign_in, revealed):
    chair = sign_in(revealed.chair)
    chair.post(
        f"/panel/rounds/{revealed.round_id}/adopt",
        {"case": f"{revealed.reference}:0", "comments": revealed.reference, "offered": revealed.reference},
        page=revealed.meeting,
    )
    page = _words(chair.get(f"{revealed.case}/finding/check"))
    assert "Remarks Sound as it was made." in page
    assert page.count(AFTER) == 1


def test_a_second_thought_begins_without_the_first_words_and_is_no_draft_before_anything_is_written(
    making, sign_in, sitting
):
    with making() as make:
        reading_on.read_later(make.session, sitting.reference, by=sitting.cps)
    cps = sign_in(sitting.cps)
    page = cps.get(sitting.case).text
    assert "Your second thought" in page
    assert "Sound as it was made.</textarea>" not in page
    own = re.search(r'name="own" value="(\d+)"', page)[1]
    untouched = {"own": own, "version": "2", "grade": "appropriate", "comment": "", "reference": sitting.reference}
    page = cps.post("/panel/cases/reading", untouched | {"size": "large", "spacing": "normal"}, page=sitting.case).text
    assert "You began this" not in page
