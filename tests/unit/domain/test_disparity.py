"""Disparity: relative rates with their base, what is too small to show, and false alarms held down."""

from fractions import Fraction

import pytest
from scipy.stats import false_discovery_control, fisher_exact

from scrutiny_app.domain.disparity import Graded, Kind, benjamini_hochberg, disparity, fisher
from scrutiny_app.domain.statistics import relative_rate


def graded(sex: str, found: int, of: int, weight: int = 1) -> list[Graded]:
    return [Graded({Kind.SEX: sex}, place < found, Fraction(weight)) for place in range(of)]


def test_a_group_is_held_against_all_others_with_its_base_in_the_frames():
    found = disparity([*graded("female", 12, 60), *graded("male", 30, 300)], {Kind.SEX: {"female": 700, "male": 2300}})
    woman = found.groups[0]
    assert (woman.code, woman.eligible, woman.graded, woman.found) == ("female", 700, 60, 12)
    assert woman.rate == relative_rate(12, 60, 30, 300)


def test_weights_are_followed_and_make_a_group_worth_fewer_cases():
    even = [*graded("female", 10, 50), *graded("male", 10, 50)]
    lopsided = [*graded("female", 10, 25, 9), *graded("female", 0, 25), *graded("male", 10, 50)]
    plain, weighted = (disparity(cases, {}).groups[0].rate for cases in (even, lopsided))
    assert plain is not None
    assert weighted is not None
    assert plain[0] == pytest.approx(1)
    assert weighted[0] > 1.5  # 36 % by weight, where the bare counts say 20 %


def test_what_was_seen_is_never_weighed_away():
    light = [*graded("male", 1, 1), *graded("male", 0, 23, 12), *graded("female", 3, 10, 4)]
    female, male = (one for one in disparity(light, {}).groups)
    assert female.rate is not None
    assert male.rate is not None
    assert 0 < male.rate[0] < 0.05
    assert female.rate[0] == pytest.approx(1 / male.rate[0])
    assert male.rate[1] < male.rate[0] < male.rate[2]
    assert male.chance == female.chance


def test_weights_that_are_all_the_same_change_nothing():
    plain, heavy = ([*graded("female", 4, 12, one), *graded("male", 2, 30, one)] for one in (1, 7))
    assert [one.rate for one in disparity(plain, {}).groups] == [one.rate for one in disparity(heavy, {}).groups]


def test_groups_too_small_are_pooled_and_a_pool_too_small_has_no_rate():
    cases = [*graded("male", 4, 40), *graded("female", 1, 6), *graded("other", 1, 5)]
    found = disparity(cases, {Kind.SEX: {"male": 100, "female": 20, "other": 10}})
    assert [(one.code, one.pooled, one.graded, one.eligible) for one in found.groups] == [
        ("male", (), 40, 100),
        ("", ("female", "other"), 11, 30),
    ]
    fewer = disparity(cases[:46], {})
    assert [one.rate for one in fewer.groups] == [None, None]


def test_what_is_not_recorded_is_counted_with_its_base_in_no_comparison():
    found = disparity([*graded("male", 4, 40), *graded("", 30, 40)], {Kind.SEX: {"male": 100, "": 90}})
    assert [(one.code, one.recorded) for one in found.groups] == [("male", True), ("", False)]
    assert [one.rate for one in found.groups] == [None, None]
    assert (found.groups[1].eligible, found.groups[1].graded, found.groups[1].found) == (90, 40, 30)
    assert found.compared == 0


@pytest.mark.parametrize("cells", [(12, 60, 30, 300), (0, 20, 5, 30), (3, 3, 0, 9), (7, 15, 8, 16)])
def test_the_chance_is_that_of_fishers_exact_test(cells):
    a, n, b, m = cells
    assert fisher(a, n, b, m) == pytest.approx(fisher_exact([[a, n - a], [b, m - b]]).pvalue)


def test_false_alarms_are_controlled_as_benjamini_and_hochberg_do():
    chances = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    kept = [one for one in chances if one <= benjamini_hochberg(chances, 0.05)]
    adjusted = false_discovery_control(chances)
    assert kept == [one for one, value in zip(chances, adjusted, strict=True) if value <= 0.05]


def test_a_plain_difference_stands_and_none_does_where_there_is_none():
    apart = disparity([*graded("female", 40, 60), *graded("male", 20, 200)], {})
    alike = disparity([*graded("female", 6, 60), *graded("male", 20, 200)], {})
    assert [one.marked for one in apart.groups] == [True, True]
    assert [one.marked for one in alike.groups] == [False, False]
