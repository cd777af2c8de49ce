"""Agreement between graders agrees with published values, and says so when it is not defined."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.statistics import fleiss_kappa, gwet_ac1, krippendorff_alpha, observed_agreement


def graded(*raters):
    """Read one string a rater, one character a unit, `*` where missing."""
    return [[None if grade == "*" else int(grade) for grade in rater] for rater in raters]


FOUR_OBSERVERS = graded("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
TWO_OBSERVERS = graded("0100000010", "1110010000")
NEARLY_ALL_THE_SAME = graded("1" * 47 + "222", "1" * 50, "1" * 50)
TWO_BY_TWO = graded("0" * 123 + "11", "0" * 118 + "1" * 5 + "00")
IN_WORDS: list[Any] = [["fine", "faulty", None], ["fine", "faulty", "fine"]]
PSYCHIATRISTS = [
    [int(count) for count in subject]
    for subject in (
        "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 "
        "00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
    ).split()
]


@pytest.mark.parametrize(
    ("ratings", "level", "alpha"),
    [
        (FOUR_OBSERVERS, "nominal", 0.743),
        (FOUR_OBSERVERS, "ordinal", 0.815),
        (FOUR_OBSERVERS, "interval", 0.849),
        (TWO_OBSERVERS, "nominal", 0.095),
        (NEARLY_ALL_THE_SAME, "nominal", -0.014),
    ],
)
def test_alpha_agrees_with_published_values(ratings, level, alpha):
    assert krippendorff_alpha(ratings, level) == pytest.approx(alpha, abs=0.0005)


def test_alpha_is_one_where_all_agree_on_different_grades():
    assert krippendorff_alpha(graded("123", "123")) == 1


@pytest.mark.parametrize("ratings", [graded("111", "111"), graded("12*", "**3"), graded("123"), []])
def test_alpha_is_not_defined_where_all_grades_are_the_same_or_none_are_shared(ratings):
    assert krippendorff_alpha(ratings) is None


def test_ac1_agrees_with_published_values():
    assert gwet_ac1(TWO_BY_TWO) == pytest.approx(0.941, abs=0.0005)
    assert gwet_ac1(NEARLY_ALL_THE_SAME, categories=3) == pytest.approx(0.959, abs=0.0005)


def test_ac1_does_not_collapse_where_all_grades_are_the_same():
    assert gwet_ac1(graded("111", "111")) == 1


def test_ac1_counts_a_unit_graded_once_towards_the_usual_grades_alone():
    assert gwet_ac1(graded("121", "12*")) == pytest.approx((1 - 4 / 9) / (1 - 4 / 9))
    assert gwet_ac1(graded("1221", "121*")) == pytest.approx((2 / 3 - 15 / 32) / (1 - 15 / 32))


def test_agreement_is_not_defined_where_nobody_graded_the_same_unit():
    assert gwet_ac1(graded("1*", "*2")) is None
    assert observed_agreement(graded("1*", "*2")) is None


def test_observed_agreement_counts_pairs_within_each_unit():
    assert observed_agreement(graded("11", "12", "11")) == pytest.approx((1 + 1 / 3) / 2)


def test_fleiss_kappa_falls_below_nought_where_ac1_finds_nearly_all_agreed():
    by_chance = (243 / 250) ** 2 + (7 / 250) ** 2
    assert fleiss_kappa([[2, 0]] * 118 + [[1, 1]] * 7) == pytest.approx((118 / 125 - by_chance) / (1 - by_chance))


def test_fleiss_kappa_agrees_with_the_published_value():
    assert fleiss_kappa(PSYCHIATRISTS) == pytest.approx(0.430, abs=0.0005)


def test_fleiss_kappa_is_not_defined_where_all_grades_are_the_same():
    assert fleiss_kappa([[3, 0], [3, 0]]) is None


@pytest.mark.parametrize("counts", [[], [[1, 0]], [[2, 0], [1, 0]], [[2, 0], [2]], [[3, -1], [1, 1]]])
def test_counts_that_no_subject_could_have_are_an_error(counts):
    with pytest.raises(ValueError, match="same number of ratings"):
        fleiss_kappa(counts)


def test_parts_of_a_rating_are_an_error():
    with pytest.raises(ValueError, match="whole numbers"):
        fleiss_kappa([[1.5, 1.5], [2, 1]])  # type: ignore[list-item]


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: krippendorff_alpha([[1, 2], [1]]),
        lambda: krippendorff_alpha(FOUR_OBSERVERS, "ratio"),
        lambda: gwet_ac1(FOUR_OBSERVERS, categories=3),
        lambda: gwet_ac1(graded("11", "11"), categories=1),
        lambda: krippendorff_alpha(IN_WORDS, "ordinal"),
        lambda: krippendorff_alpha(IN_WORDS, "interval"),
    ],
)
def test_ratings_that_make_no_sense_are_an_error(nonsense):
    with pytest.raises(ValueError, match=r"rater|ratio|categories|in words"):
        nonsense()


NO_RATINGS: list[Any] = [
    None,
    3,
    "123",
    ["123", "123"],
    [b"12", b"12"],
    [1, 2],
    {"first": [1, 2]},
    [{1, 2}, {1, 2}],
    iter([[1, 2], [1, 2]]),
    [[1, 2], None],
    [[1, math.nan], [1, 2]],
    [[1, math.inf], [1, 2]],
    [[1, [2]], [1, 2]],
    [[1, "2"], [1, 2]],
]


@pytest.mark.parametrize("figure", [krippendorff_alpha, gwet_ac1, observed_agreement])
@pytest.mark.parametrize("ratings", NO_RATINGS)
def test_what_no_graders_could_have_given_is_an_error_and_never_a_figure(figure, ratings):
    with pytest.raises(ValueError, match="rater"):
        figure(ratings)


def test_grades_may_be_words():
    assert krippendorff_alpha(IN_WORDS) == gwet_ac1(IN_WORDS) == 1


UNITS = st.lists(st.lists(st.none() | st.integers(1, 4), min_size=3, max_size=3), min_size=1, max_size=12)
FIGURES = [krippendorff_alpha, lambda ratings: krippendorff_alpha(ratings, "ordinal"), gwet_ac1, observed_agreement]


def by_rater(units):
    return [list(rater) for rater in zip(*units, strict=True)]


@given(st.lists(st.integers(1, 4), min_size=2, max_size=20), st.integers(2, 6))
def test_full_agreement_is_one_with_variation_and_alpha_not_defined_without(grades, raters):
    ratings = [list(grades)] * raters
    for level in ("nominal", "ordinal", "interval"):
        assert krippendorff_alpha(ratings, level) == (1 if len(set(grades)) > 1 else None)
    assert gwet_ac1(ratings) == pytest.approx(1)


@pytest.mark.parametrize("figure", FIGURES)
@given(units=UNITS, random=st.randoms())
def test_who_is_called_which_rater_and_the_order_of_units_change_no_figure(figure, units, random):
    ratings = by_rater(units)
    others = by_rater(random.sample(units, len(units)))
    random.shuffle(others)
    assert figure(others) == (None if figure(ratings) is None else pytest.approx(figure(ratings)))


@given(UNITS, st.permutations([1, 2, 3, 4]))
def test_what_the_grades_are_called_changes_no_figure_of_names(units, names):
    renamed = [[grade and names[grade - 1] for grade in unit] for unit in units]
    for figure in (krippendorff_alpha, gwet_ac1):
        before = figure(by_rater(units))
        assert figure(by_rater(renamed)) == (None if before is None else pytest.approx(before))


@given(UNITS)
def test_no_figure_is_above_one_and_each_is_defined_just_where_it_can_be(units):
    shared = [[grade for grade in unit if grade is not None] for unit in units]
    pairable = [grade for unit in shared if len(unit) > 1 for grade in unit]
    alpha, ac1 = krippendorff_alpha(by_rater(units)), gwet_ac1(by_rater(units))
    assert (alpha is None) == (len(set(pairable)) < 2)
    assert (ac1 is None) == (not pairable)
    assert max(alpha or 0, ac1 or 0) <= 1 + 1e-9
