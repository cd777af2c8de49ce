"""Places are shared in proportion, exactly, within every stratum's bounds."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.allocation import (
    FrameTooSmall,
    SampleTooSmall,
    UnusableMultiplier,
    allocate,
    most_places,
    neyman_weights,
    over_sample,
    spread,
)

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
    "options",
    [
        {"floor": -1},
        {"weights": {"A": 0, "B": 1}},
        {"earlier": {"D": 1}},
        {"earlier": {"A": 6}},
        {"population": {"A": -1}},
    ],
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


def test_a_hundred_thousand_weighted_cases_add_up_within_their_bounds():
    chance = random.Random(20)
    for _ in range(100_000):
        population = {name: int(300 * chance.random()) + 1 for name in "ABCDEF"[: chance.randrange(2, 7)]}
        weights = {name: int(1000 * chance.random()) + 1 for name in population}
        floor, cap = chance.randrange(6), chance.choice([None, 5, 20])
        lows, highs = bounds(population, floor, cap)
        least, most = max(1, sum(lows.values())), sum(highs.values())
        size = least + int((most - least + 1) * chance.random())
        shares = allocate(population, size, floor, cap, weights=weights)
        assert sum(shares.values()) == size
        for name, share in shares.items():
            assert lows[name] <= share <= highs[name]


@given(populations, st.integers(0, 4), st.data())
def test_a_sample_that_grows_again_and_again_under_any_weights_never_drops_a_case(population, floor, data):
    weights = {name: data.draw(st.fractions(min_value=Fraction(1, 50), max_value=50)) for name in population}
    lows, highs = bounds(population, floor)
    size, earlier = max(1, sum(lows.values())), None
    for more in data.draw(st.lists(st.integers(0, 9), max_size=5)):
        size = min(size + more, sum(highs.values()))
        shares = allocate(population, size, floor, earlier=earlier, weights=weights)
        assert all(shares[name] >= (earlier or lows)[name] for name in population)
        earlier = shares


@given(populations, st.integers(0, 4), st.data())
def test_the_most_places_are_never_fewer_than_the_share_and_never_fall_as_the_sample_grows(population, floor, data):
    least, total = max(1, sum(min(floor, count) for count in population.values())), sum(population.values())
    size = data.draw(st.integers(least, total))
    most = most_places(population, size, floor)
    assert all(
        most[name] - 1 <= share <= most[name] for name, share in allocate(population, size, floor).items() if share
    )
    if size < total:
        assert all(later >= most[name] for name, later in most_places(population, size + 1, floor).items())


@pytest.mark.parametrize(
    ("found", "graded", "millionths"), [(0, 0, 500_000), (0, 20, 208_298), (20, 20, 208_298), (1, 4, 471_404)]
)
def test_the_spread_is_cut_off_to_millionths_as_a_desk_calculator_gives_it(found, graded, millionths):
    share = Fraction(found + 1, graded + 2)
    assert spread(found, graded) == millionths
    assert millionths**2 <= 10**12 * share * (1 - share) < (millionths + 1) ** 2


@given(st.integers(0, 5000), st.data())
def test_the_spread_is_the_exact_square_root_cut_off(graded, data):
    found = data.draw(st.integers(0, graded))
    share = Fraction(found + 1, graded + 2)
    assert spread(found, graded) ** 2 <= 10**12 * share * (1 - share) < (spread(found, graded) + 1) ** 2


@pytest.mark.parametrize(("found", "graded"), [(-1, 5), (6, 5)])
def test_a_spread_of_grades_that_cannot_be_is_an_error(found, graded):
    with pytest.raises(ValueError, match="from none to all"):
        spread(found, graded)


def test_neyman_gives_more_places_where_earlier_grades_differed_more():
    population = {"A": 500, "B": 500}
    weights = neyman_weights(population, {"A": (10, 20), "B": (0, 20), "gone": (3, 9)})
    assert weights == {"A": 500 * 500_000, "B": 500 * 208_298}
    assert allocate(population, 20, weights=weights) == {"A": 14, "B": 6}


def test_neyman_without_earlier_grades_is_proportional():
    population = {"A": 58, "B": 259, "C": 24}
    assert allocate(population, 20, weights=neyman_weights(population, {})) == allocate(population, 20)


def test_neyman_is_the_best_of_all_allocations_for_the_spread_that_it_is_told():
    population, grades = {"A": 300, "B": 120, "C": 60}, {"A": (1, 30), "B": (9, 18), "C": (4, 8)}
    spreads = {name: spread(*grades[name]) / 1e6 for name in population}

    def variance(shares):
        return sum((population[name] * spreads[name]) ** 2 / share for name, share in shares.items())

    ours = variance(allocate(population, 30, weights=neyman_weights(population, grades)))
    others = [{"A": a, "B": b, "C": 30 - a - b} for a in range(1, 29) for b in range(1, 30 - a)]
    assert ours <= min(map(variance, others)) * 1.002


def test_a_theme_drawn_three_times_as_often_has_three_times_the_share():
    weights = over_sample(
        {"CR / Yes": 100, "CR / No": 300, "YC / Yes": 50, "YC / No": 150}, ["CR / Yes", "YC / Yes"], 3
    )
    shares = allocate({"CR / Yes": 100, "CR / No": 300, "YC / Yes": 50, "YC / No": 150}, 30, weights=weights)
    assert shares == {"CR / Yes": 10, "CR / No": 10, "YC / Yes": 5, "YC / No": 5}


def test_a_theme_may_be_drawn_by_a_fraction_more_and_on_top_of_neyman():
    assert over_sample({"A": 5, "B": 7}, {"A"}, Fraction(3, 2)) == {"A": Fraction(15, 2), "B": 7}


@pytest.mark.parametrize("times", [Fraction(1, 2), 0, -1, 101])
def test_a_theme_drawn_less_or_beyond_all_proportion_is_refused(times):
    with pytest.raises(UnusableMultiplier, match="from 1 to 100 times"):
        over_sample({"A": 5}, {"A"}, times)


def test_a_theme_of_an_unknown_stratum_is_an_error():
    with pytest.raises(ValueError, match="must be among"):
        over_sample({"A": 5}, {"B"}, 2)
