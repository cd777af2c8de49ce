"""My cases says beside each case what its reader graded it, and nothing of what anybody else did."""

from scrutiny_app.domain.grading import Grade as GradeWord
from tests.web.panels import grade, reveal, seat

OWN = "Your grade: Inappropriate."


def _listed(sign_in, person):
    return sign_in(person).get("/panel/cases").text


def test_a_members_own_grade_stands_beside_the_case_for_them_alone(making, sign_in):
    with making() as make:
        sitting = seat(make)
        grade(make, sitting, sitting.lay, word=GradeWord.INAPPROPRIATE, comment="No.")
    assert _listed(sign_in, sitting.lay).count("Your grade:") == 1
    assert OWN in _listed(sign_in, sitting.lay)
    for other in (sitting.chair, sitting.cps, sitting.adviser):
        assert "Your grade:" not in _listed(sign_in, other)


def test_it_still_stands_once_the_case_is_revealed(making, sign_in):
    with making() as make:
        sitting = seat(make)
        grade(make, sitting, sitting.yjs, word=GradeWord.INAPPROPRIATE, comment="No.")
        reveal(make, sitting)
    assert OWN in _listed(sign_in, sitting.yjs)
    assert "Your grade: Appropriate." in _listed(sign_in, sitting.lay)
