"""The policy checks on pages: after the grade and before what came later, and for everybody after the reveal."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from scrutiny_app.domain.checking import Verdict
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.releasing import Fact
from scrutiny_app.models.grades import Grade
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import agreeing, grading, reading_on, redacting
from tests.making import KEY, checked
from tests.web.panels import seat_at_meeting
from tests.web.test_case_page_cost import MOST, statements

CHECKS = checked(Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.DOES_NOT_APPLY)
ANSWERED = replace(CHECKS.checks[2], verdict=Verdict.NOT_MET, why=("Conditions completed: Never begun",))
WORDS = "The rules ask for more than was done."
COUNTED = "1 not met, 1 cannot tell, 1 met"


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
        place = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(
            place,
            version=2,
            checks=replace(CHECKS, later=(ANSWERED,)),
            later_facts=(Fact("Conditions completed", "Never begun"),),
        )
    return sitting


def _words(text):
    return " ".join(re.sub("<[^>]+>", " ", text).split())


def _own(page):
    return re.search(r'name="own" value="(\d+)"', page)[1]


def _grade(make, sitting, *people, word=GradeWord.APPROPRIATE, comment=""):
    for person in people:
        given = {"version": 2, "grade": word, "comment": comment, "by": person}
        grading.give_grade(make.session, sitting.reference, **given)


@pytest.fixture
def revealed(making, sitting):
    with making() as make:
        _grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
        reading_on.read_checks(make.session, sitting.reference, by=sitting.lay)
        _grade(make, sitting, sitting.lay, word=GradeWord.INAPPROPRIATE, comment=WORDS)
        agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
    return sitting


def test_a_members_sitting_goes_from_the_grade_through_the_checks_to_what_came_later(sign_in, sitting, database):
    member = sign_in(sitting.lay)
    page = member.get(sitting.case).text
    assert "You can read what they say once you have graded" in page
    assert COUNTED not in page
    member.post(sitting.case, {"version": "2", "grade": "appropriate", "comment": "Well reasoned."})
    page = member.get(sitting.case).text
    assert "Go on to the policy checks" in page
    assert "Go on to what came later" not in page
    asked = member.post(f"{sitting.case}/checks", page=sitting.case).text
    assert "you cannot change your grade any more" in asked
    assert COUNTED not in asked
    assert COUNTED not in member.get(sitting.case).text
    page = member.post(f"{sitting.case}/checks", {"sure": "y"}, page=sitting.case).text
    assert COUNTED in page
    assert "Your second thought" in page
    assert "Never begun" not in page
    assert "Policy checks that this answers" not in page
    assert "Well reasoned.</textarea>" not in page
    second = {"version": "2", "grade": "inappropriate", "themes": ["rationale"], "comment": WORDS, "own": _own(page)}
    assert "Your second thought on case" in member.post(sitting.case, second).text
    page = member.get(sitting.case).text
    assert "Having read the policy checks" in page
    asked = member.post(f"{sitting.case}/later", page=sitting.case).text
    assert "you cannot change your second thought on the policy checks any more" in asked
    page = _words(member.post(f"{sitting.case}/later", {"sure": "y"}, page=sitting.case).text)
    assert "Policy checks that this answers Not met: Was rule 3 kept? Conditions completed: Never begun." in page
    with database.reading() as session:
        assert session.scalars(select(Grade.stage).order_by(Grade.id)).all() == ["as_decided", "with_checks"]


def _led(member, path, given):
    """Send a form as a browser does; give where it leads."""
    sent = given | {"csrf_token": member.token(path.removesuffix("/checks").removesuffix("/later"))}
    return member.client.post(path, data=sent).headers["Location"]


def test_the_one_next_step_leads_from_the_grade_to_the_checks_to_what_came_later_and_to_the_next_case(
    making, sign_in, sitting
):
    member, given = sign_in(sitting.lay), {"version": "2", "grade": "appropriate", "comment": ""}
    assert _led(member, sitting.case, given | {"then": "on"}) == f"{sitting.case}/checks"
    page = member.get(f"{sitting.case}/checks").text
    assert f"Your grade of case {sitting.reference} is saved." in page
    assert "Leave my grade as it is, and read the policy checks" in page
    assert COUNTED not in page
    assert f"{sitting.case}#checks" in _led(member, f"{sitting.case}/checks", {"sure": "y"})
    page = member.get(sitting.case).text
    second = given | {"grade": "inappropriate", "themes": ["rationale"], "comment": WORDS}
    second |= {"own": _own(page), "then": "on"}
    assert _led(member, sitting.case, second) == f"{sitting.case}/later"
    page = member.get(f"{sitting.case}/later").text
    assert "is kept beside your grade" in page
    assert "Never begun" not in page
    member.post(f"{sitting.case}/later", {"sure": "y"}, page=sitting.case)
    assert "Next:" in member.get(sitting.case).text


def test_a_member_may_leave_the_checks_for_later_and_is_told_that_they_are_unread(sign_in, sitting):
    member = sign_in(sitting.lay)
    given = {"version": "2", "grade": "appropriate", "comment": "", "then": "next"}
    assert _led(member, sitting.case, given).startswith("/panel/cases")
    assert "You have not read its policy checks yet." in member.get("/panel/cases").text


@pytest.mark.parametrize("path", ["checks", "later"])
def test_the_page_that_asks_is_not_there_before_it_is_time(sign_in, sitting, path):
    answer = sign_in(sitting.lay).client.get(f"{sitting.case}/{path}")
    assert answer.headers["Location"] == sitting.case


def test_what_is_not_met_stands_first_with_why_and_its_source(sign_in, making, sitting):
    with making() as make:
        _grade(make, sitting, sitting.lay)
        reading_on.read_checks(make.session, sitting.reference, by=sitting.lay)
    page = _words(sign_in(sitting.lay).get(sitting.case).text)
    places = [page.index(f"Was rule {number} kept?") for number in (4, 2, 3, 1)]
    assert places == sorted(places)
    assert "Admission: None. Source: The Practice Act 2020, section 1 (read)" in page
    assert "They inform you and grade nothing" in page
    assert "1 more rule is not for a case like this: Was rule 4 kept?" in page


@pytest.mark.parametrize("path", ["checks", "later"])
def test_no_step_is_skipped_by_sending_its_form(sign_in, sitting, path):
    member = sign_in(sitting.lay)
    answer = member.post(f"{sitting.case}/{path}", {"sure": "y"}, page=sitting.case)
    assert answer.status_code == 409
    assert "Grade this case first" in answer.text
    member.post(sitting.case, {"version": "2", "grade": "appropriate", "comment": ""})
    answer = member.post(f"{sitting.case}/later", {"sure": "y"}, page=sitting.case)
    assert answer.status_code == 409
    assert "Read the policy checks on this case first" in answer.text


def test_nothing_that_anyone_else_is_shown_changes_when_a_member_reads_on(sign_in, making, sitting):
    with making() as make:
        _grade(make, sitting, sitting.lay, sitting.cps)
    readers = [sign_in(one) for one in (sitting.cps, sitting.chair, sitting.adviser, sitting.officer)]
    paths = ("/panel/cases", sitting.case, sitting.meeting, f"/panel/rounds/{sitting.round_id}/trail")

    def look():
        seen = [reader.get(path) for reader in readers for path in paths]
        return [(one.status_code, re.sub(rb'name="csrf_token" value="[^"]+"', b"", one.data)) for one in seen]

    before = look()
    with making() as make:
        reading_on.read_checks(make.session, sitting.reference, by=sitting.lay)
        _grade(make, sitting, sitting.lay, word=GradeWord.INAPPROPRIATE, comment=WORDS)
    assert look() == before


def test_a_case_whose_checks_are_unread_asks_the_database_no_more_than_one_without(sign_in, making, sitting, database):
    with making() as make:
        _grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
    member = sign_in(sitting.yjs)
    member.get(sitting.case)
    with statements(database) as sent:
        assert sitting.reference in member.get(sitting.case).text
    assert len(sent) <= MOST, sent
    assert not any("release_checks.content" in one for one in sent)


# After the reveal


def test_everybody_who_sees_the_case_reads_them_then(sign_in, revealed):
    for person in (revealed.cps, revealed.adviser, revealed.chair):
        assert COUNTED in sign_in(person).get(revealed.case).text


def test_second_thoughts_on_the_checks_are_counted_apart_and_nameless(sign_in, revealed):
    page = sign_in(revealed.cps).get(revealed.case).text
    assert "Second thoughts, knowing what the policy checks say" in page
    assert "1 member said more after reading what the policy checks say; 1 member would grade otherwise" in _words(page)
    assert "Appropriate 3 of 3" in _words(page)
    assert revealed.lay.name not in page


def test_the_chair_reads_what_is_not_met_beside_the_spread_and_on_the_findings_page(sign_in, revealed):
    chair = sign_in(revealed.chair)
    meeting = chair.get(revealed.meeting).text
    again = "Knowing what came later, not met: Was rule 3 kept? (Conditions completed: Never begun)"
    assert f"Policy checks: {COUNTED}. Not met: Was rule 2 kept? {again}" in _words(meeting)
    assert WORDS in meeting
    assert "Not met: Was rule 2 kept?" in chair.get(f"{revealed.case}/finding").text
    given = {"version": "0", "result": "appropriate", "reached": "consensus"}
    chair.post(f"{revealed.case}/finding", given)
    page = chair.get(f"{revealed.case}/finding/check").text
    assert "Not met: Was rule 2 kept?" in page


def test_the_room_shows_what_is_not_met(sign_in, revealed):
    path = f"/panel/rounds/{revealed.round_id}/room"
    sign_in(revealed.chair).post(path, {"reference": revealed.reference}, page=revealed.meeting)
    page = _words(sign_in(revealed.cps).get(path).text)
    assert "Not met: Was rule 2 kept? (" in page
    assert "many rules have exceptions" in page
    assert "Second thoughts, knowing what the policy checks say" in page
    assert re.search(r"would grade otherwise\. (Appropriate|Inappropriate)[^:]*: 1", page)


def test_the_room_shows_nothing_of_them_before_the_reveal(sign_in, sitting):
    path = f"/panel/rounds/{sitting.round_id}/room"
    sign_in(sitting.chair).post(path, {"reference": sitting.reference}, page=sitting.meeting)
    assert "Policy checks" not in sign_in(sitting.cps).get(path).text


# The force's side


def test_the_second_person_sees_them_before_they_approve(sign_in, making):
    with making() as make:
        lead, preparer = make.user(Role.LEAD), make.user(Role.PREPARER)
        round_ = make.drawn(make.case(rationale=None), by=lead)
        (place,) = make.round_cases(round_)
        redacting.draft_redactions(make.session, round_, KEY, lead)
        redacting.finish_check(make.session, place, 1, KEY, lead)
        place_id = place.id
    page = sign_in(preparer).get(f"/force/redactions/{place_id}/preview").text
    assert "Policy checks, read only after grading" in page
    assert "Are the reasons for the community resolution on record?" in page
