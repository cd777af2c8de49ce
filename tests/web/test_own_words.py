"""What a member reads once grading on a case has ended: all that they wrote, and how its finding was reached."""

import pytest

from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.services import agreeing, grading
from tests.web.panels import seat_at_meeting


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
    return sitting


@pytest.fixture
def signed(making, sitting):
    with making() as make:
        for person, words in ((sitting.lay, "My first word."), (sitting.lay, "My last word."), (sitting.cps, "Mine.")):
            _grade(make, sitting, person, words)
        _grade(make, sitting, sitting.chair, "")
        agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
        votes = {Result.APPROPRIATE: 2, Result.INAPPROPRIATE: 1}
        given = {"result": Result.APPROPRIATE, "reached": Reached.VOTE, "votes": votes}
        agreeing.draft_finding(make.session, sitting.reference, version=0, **given, by=sitting.chair)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
    return sitting


def _grade(make, sitting, person, words):
    given = {"version": 1, "grade": GradeWord.APPROPRIATE, "comment": words, "by": person}
    grading.give_grade(make.session, sitting.reference, **given)


def test_a_member_reads_all_that_they_wrote_once_grading_has_ended_and_nobody_else_their_earlier_words(sign_in, signed):
    page = sign_in(signed.lay).get(signed.case).text
    for words in ("What you said, for you alone", "What you had said before (1)", "My first word.", "My last word."):
        assert words in page
    assert "My first word." not in sign_in(signed.cps).get(signed.case).text
    assert "My first word." not in sign_in(signed.chair).get(signed.case).text


def test_a_member_reads_how_the_finding_was_reached(sign_in, signed):
    assert "By a vote: Appropriate 2, Inappropriate 1." in sign_in(signed.yjs).get(signed.case).text
