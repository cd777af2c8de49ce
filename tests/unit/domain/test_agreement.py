"""How far grades agree: figures with what they rest on, and never a good word for a small number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.agreement import Own, agreement, sit
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.national_forms import agreement_of
from scrutiny_app.domain.spreads import Judgement, spread

FINE, NOTED, FAULTY = Grade


def _spreads(*units):
    return [spread(Judgement(grade, (), "") for grade in unit) for unit in units]


def _values(found):
    return [None if one.value is None else round(one.value, 3) for one in found.figures]


def test_unanimous_cases_with_variation_agree_fully():
    found = agreement(_spreads((FINE, FINE, FINE), (FAULTY, FAULTY, FAULTY)))
    assert _values(found) == [1, 1, 1, 1]
    assert (found.cases, found.grades, found.unanimous) == (2, 6, 2)


@pytest.mark.parametrize("units", [[(FINE, FINE)] * 2 + [(FAULTY, FAULTY)], [(FINE, FINE)] * 20 + [(FAULTY, FAULTY)]])
def test_full_agreement_is_called_so_however_lopsided_the_grades(units):
    found = agreement(_spreads(*units))
    assert [one.means.startswith("1, full agreement") for one in found.figures[1:3]] == [True, True]


def test_alpha_is_not_defined_where_every_grade_is_the_same():
    found = agreement(_spreads((FINE, FINE), (FINE, FINE, FINE)))
    assert _values(found)[1:3] == [None, None]
    assert "Not defined" in found.figures[1].means


def test_nearly_all_the_same_sinks_alpha_and_the_page_says_so():
    found = agreement(_spreads(*[(FINE, FINE, FINE)] * 47, *[(FINE, FINE, NOTED)] * 3))
    assert _values(found)[1] == -0.014
    assert "AC1" in found.figures[1].means
    assert _values(found)[3] > 0.95


def test_ac1_is_of_the_grades_that_could_be_given_and_the_same_in_every_report():
    spreads = _spreads(*[(FINE, FINE, FINE)] * 8, *[(FINE, FINE, NOTED)] * 4)
    counts = [{FINE: 3}] * 8 + [{FINE: 2, NOTED: 1}] * 4
    assert agreement(spreads).figures[3].value == pytest.approx(agreement_of(counts).ac1, abs=0.005)


def test_a_case_graded_once_counts_for_nothing():
    found = agreement(_spreads((FINE,), ()))
    assert (found.cases, _values(found)) == (0, [None] * 4)
    assert "nothing to compare" in found.caution


@given(st.lists(st.lists(st.sampled_from(list(Grade)), min_size=2, max_size=9), min_size=1, max_size=29))
def test_fewer_than_thirty_cases_are_always_called_too_few(units):
    found = agreement(_spreads(*units))
    assert "too few" in found.caution
    assert not any("good" in one.means.lower() for one in found.figures)


def test_ones_own_grades_are_told_as_same_kinder_and_harder():
    pairs = [
        (FINE, Result.APPROPRIATE),
        (FINE, Result.INAPPROPRIATE),
        (FAULTY, Result.OBSERVATIONS),
        (NOTED, Result.NOT_AGREED),
    ]
    assert sit(pairs) == Own(same=1, kinder=1, harder=1, ungraded=1)
