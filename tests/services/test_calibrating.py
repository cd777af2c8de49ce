"""Induction: the six invented cases, and what a member makes of them."""

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import CalibrationGrade, Grade
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import calibrating
from scrutiny_app.services.remarks import find_names


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER)


def test_there_are_six_cases_of_every_grade_each_with_its_reasons():
    found = calibrating.calibration_set()
    assert [one.place for one in found] == [1, 2, 3, 4, 5, 6]
    assert {one.grade for one in found} == set(GradeWord)
    assert all(one.why and one.case.facts and one.case.timeline and one.case.texts for one in found)


@pytest.mark.parametrize("code", [one.code for one in calibrating.calibration_set()])
def test_an_invented_case_names_nobody(code):
    found = next(one for one in calibrating.calibration_set() if one.code == code)
    assert find_names(dict(found.case.words())) == {}


def test_a_grade_of_an_invented_case_is_kept_for_its_giver_alone_and_counts_nowhere(session, make, member):
    calibrating.try_case(session, "1-shop-theft", grade=GradeWord.APPROPRIATE, comment=" Fair. ", by=member)
    given = [one.given.comment if one.given else None for one in calibrating.tried(session, by=member)]
    assert given == ["Fair.", None, None, None, None, None]
    assert not any(one.given for one in calibrating.tried(session, by=make.user(Role.MEMBER)))
    assert session.scalar(select(func.count()).select_from(Grade)) == 0


def test_the_trail_says_that_a_case_was_tried_and_never_how(session, member):
    calibrating.try_case(session, "1-shop-theft", grade=GradeWord.INAPPROPRIATE, by=member)
    row = session.scalar(select(TrailEntry).order_by(TrailEntry.position.desc()).limit(1))
    assert (row.event, row.facts) == ("CalibrationGraded", '{"code":"1-shop-theft"}')


def test_a_case_once_tried_stays_as_it_was(session, member):
    first = calibrating.try_case(session, "1-shop-theft", grade=GradeWord.INAPPROPRIATE, by=member)
    again = calibrating.try_case(session, "1-shop-theft", grade=GradeWord.APPROPRIATE, by=member)
    assert (again.id, session.scalar(select(func.count()).select_from(CalibrationGrade))) == (first.id, 1)


def test_what_is_no_case_of_the_set_does_not_exist(session, member):
    with pytest.raises(NotYours):
        calibrating.find_calibration(session, "../secrets", by=member)
