"""Places are shared in proportion, exactly, within every stratum's bounds."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall, allocate

populations = st.dictionaries(
    st.text("ABC", min_size=1, max_size=4), st.integers(0, 400), min_size=1, max_size=8
).filter(lambda population: sum(population.values()) > 0)


def bounds(population, floor, cap=None):
    """Give the fewest and the most places of each stratum."""
    lows = {name: min(floor, count) for name, count in population.items()}
    return lows, {name: count if cap is None else min(cap, count) for name, count in population.items()}


def test_the_known_allocation_by_largest_remainder():
    population = {"A": 47000, "B": 16000, "C": 15800, "D": 12000, "E": 6100, "F": 3100}
    assert list(allocate(population, 10, floor=0).values()) == [5, 2, 1, 1, 1, 0]


def test_the_known_draw_shares_twelve_places():
    assert allocate({"CR": 60, "CC": 30, "YC": 10}, 12) == {"CC": 3, "CR": 7, "YC": 2}


def test_one_more_place_may_take_a_place_from_a_stratum_drawn_afresh():
    population = {"A": 58, "B": 259, "C": 24}
    assert list(allocate(population, 20, floor=0).values()) == [3, 15, 2]
    assert list(allocate(population, 21, floor=0).values()) == [4, 16, 1]


def test_a_growing_sample_never_takes_a_place_away():
    population = {"A": 58, "B": 259, "C": 24}
    earlier = allocate(population, 20, floor=0)
    assert list(allocate(population, 21, floor=0, earlier=earlier).values()) == [3, 16, 2]


def test_a_tie_goes_to_the_larger_stratum_and_then_by_bytes():
    assert allocate({"A": 10, "B": 30}, 2, floor=0) == {"A": 0, "B": 2}
    assert allocate({"B": 10, "A": 10, "C": 10}, 4, floor=0) == {"A": 2, "B": 1, "C": 1}
    assert allocate({"é": 10, "z": 10}, 3, floor=0) == {"z": 2, "é": 1}


def test_a_small_stratum_is_drawn_whole_and_an_empty_one_not_at_all():
    assert allocate({"A": 100, "B": 1, "C": 0}, 10) == {"A": 9, "B": 1, "C": 0}


def test_weights_replace_the_sizes_of_the_strata():
    assert allocate({"A": 50, "B": 50}, 10, weights={"A": 1, "B": 4}) == {"A": 2, "B": 8}


def test_a_capped_stratum_hands_its_places_on():
    assert allocate({"A": 90, "B": 10, "C": 10}, 12, cap=6) == {"A": 6, "B": 3, "C": 3}


@pytest.mark.parametrize(
    ("size", "options", "error", "says"),
    [
        (5, {}, SampleTooSmall, "Ask for 6 or more"),
        (0, {"floor": 0}, SampleTooSmall, "at least 1 case"),
        (-3, {"floor": 0}, SampleTooSmall, "at least 1 case"),
        (111, {}, FrameTooSmall, "The frame has 110 cases and the sample asks for 111. Ask for 110 or fewer"),
        (20, {"cap": 6}, FrameTooSmall, "at most 18 cases"),
        (20, {"cap": 1}, FrameTooSmall, "Stratum A .* at least 2 .* at most 1"),
        (11, {"earlier": {"A": 6, "B": 3, "C": 3}}, SampleTooSmall, "Ask for 12 or more"),
    ],
)
def test_a_size_that_cannot_be_kept_is_refused_with_the_one_that_can(size, options, error, says):
    with pytest.raises(error, match=says):
        allocate({"A": 90, "B": 10, "C": 10}, size, **options)


@pytest.mark.parametrize(
    "options", [{"floor": -1}, {"weights": {"A": 0, "B": 1}}, {"earlier": {"D": 1}}, {"population": {"A": -1}}]
)
def test_nonsense_is_an_error(options):
    with pytest.raises(ValueError, match="must"):
        allocate(**{"population": {"A": 5, "B": 5}, "size": 4, **options})


@given(populations, st.integers(0, 4), st.data())
def test_shares_add_up_within_floor_and_cap(population, floor, data):
    cap = data.draw(st.none() | st.integers(max(floor, 1), 100))
    lows, highs = bounds(population, floor, cap)
    size = data.draw(st.integers(max(1, sum(lows.values())), sum(highs.values())))
    shares = allocate(population, size, floor, cap)
    assert sum(shares.values()) == size
    assert all(lows[name] <= shares[name] <= highs[name] for name in population)


@given(populations, st.data())
def test_growing_keeps_every_place_already_given(population, data):
    total = sum(population.values())
    first = data.draw(st.integers(1, total))
    earlier = allocate(population, first, floor=0)
    larger = allocate(population, data.draw(st.integers(first, total)), floor=0, earlier=earlier)
    assert all(larger[name] >= earlier[name] for name in population)


@given(populations, st.data())
def test_without_bounds_each_share_is_its_quota_rounded_up_or_down(population, data):
    total = sum(population.values())
    size = data.draw(st.integers(1, total))
    shares = allocate(population, size, floor=0)
    assert all(abs(shares[name] - Fraction(size * count, total)) < 1 for name, count in population.items())


def test_thousands_of_weighted_cases_add_up_within_their_bounds():
    chance = random.Random(20)
    for _ in range(3000):
        population = {name: chance.randint(1, 300) for name in "ABCDEF"[: chance.randint(2, 6)]}
        weights = {name: chance.randint(1, 1000) for name in population}
        floor, cap = chance.randint(0, 5), chance.choice([None, 5, 20])
        lows, highs = bounds(population, floor, cap)
        size = chance.randint(max(1, sum(lows.values())), sum(highs.values()))
        shares = allocate(population, size, floor, cap, weights=weights)
        assert sum(shares.values()) == size
        assert all(lows[name] <= shares[name] <= highs[name] for name in population)
