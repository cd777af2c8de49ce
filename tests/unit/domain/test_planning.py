"""What a sample could show is told beforehand, exactly, and the sizes asked for are the smallest."""

import math
import time
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scrutiny_app.domain.allocation import FrameTooSmall, allocate, over_sample
from scrutiny_app.domain.planning import (
    Outlook,
    Sharing,
    chance_of_a_fault,
    half_width,
    outlook,
    prospects,
    size_for_fault,
    size_for_margin,
)
from scrutiny_app.domain.statistics import Z, discovery_size, hypergeometric, precision_size, stratified_exact

TENTH, TWENTIETH = Fraction(1, 10), Fraction(1, 20)
MILLION = {"A": 610_000, "B": 180_000, "C": 90_000, "D": 60_000, "E": 30_000, "F": 20_000} | {
    "G": 9_000,
    "H": 957,
    "I": 40,
    "J": 3,
}
small_frames = st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 40), min_size=1)


@pytest.mark.parametrize(("population", "margin", "size"), [(1000, TWENTIETH, 278), (400, TENTH, 78)])
def test_the_size_for_a_margin_is_the_published_one(population, margin, size):
    assert size_for_margin({"A": population}, margin) == size


@pytest.mark.parametrize("margin", [Fraction(1, 50), TWENTIETH, TENTH, Fraction(1, 7)])
def test_in_one_stratum_the_size_for_a_margin_is_the_precision_size(margin):
    frames = range(30, 3000, 97)
    assert [size_for_margin({"A": count}, margin) for count in frames] == [
        precision_size(count, float(margin)) for count in frames
    ]


@pytest.mark.parametrize(
    ("population", "faults", "size"), [(100, 5, 45), (400, 20, 55), (1000, 50, 57), (1000, 10, 258)]
)
def test_the_size_for_a_fault_is_the_published_one(population, faults, size):
    assert size_for_fault({"A": population}, Fraction(faults, population)) == size


def test_a_chance_of_exactly_19_in_20_is_enough():
    assert all(size_for_fault({"A": 20 * many}, Fraction(1, 20 * many)) == 19 * many for many in range(1, 40))


@given(small_frames, st.integers(0, 3), st.sampled_from([TWENTIETH, TENTH, Fraction(1, 5), Fraction(2, 5)]))
def test_no_smaller_sample_reaches_the_margin(population, floor, margin):
    size = size_for_margin(population, margin, Sharing(floor))
    least = max(1, sum(min(floor, count) for count in population.values()))
    assert half_width(population, allocate(population, size, floor)) <= margin
    assert all(half_width(population, allocate(population, fewer, floor)) > margin for fewer in range(least, size))


@given(small_frames, st.integers(0, 3), st.sampled_from([TWENTIETH, TENTH, Fraction(1, 3)]), st.floats(0.3, 0.99))
def test_no_smaller_sample_sees_the_fault(population, floor, share, confidence):
    size = size_for_fault(population, share, confidence, Sharing(floor))
    least = max(1, sum(min(floor, count) for count in population.values()))

    def chance(size):
        return chance_of_a_fault(population, allocate(population, size, floor), share)

    assert chance(size) >= confidence
    assert all(chance(fewer) < confidence for fewer in range(least, size))


def test_the_smallest_size_is_found_where_a_larger_sample_can_be_worse():
    population = {"A": 36, "B": 42, "C": 5}
    chances = [chance_of_a_fault(population, allocate(population, size, floor=1), TENTH) for size in range(3, 60)]
    assert any(more < one for one, more in pairwise(chances)), "some larger sample is worse, or this shows nothing"
    for wanted in chances[:30]:
        assert size_for_fault(population, TENTH, wanted, sharing=Sharing(1)) == 3 + next(
            place for place, chance in enumerate(chances) if chance >= wanted
        )


@given(small_frames, st.integers(0, 2), st.sampled_from([TENTH, Fraction(1, 5)]), st.integers(1, 20), st.data())
def test_the_size_for_a_margin_is_the_least_by_the_plans_own_rule(population, floor, margin, times, data):
    themed = data.draw(st.sampled_from(sorted(population)))
    weights = over_sample(population, [themed], times)
    cap = data.draw(st.one_of(st.none(), st.integers(max(1, floor), 40)))
    sharing = Sharing(floor, cap, weights)
    size = size_for_margin(population, margin, sharing)
    least = max(1, sum(min(floor, count) for count in population.values()))
    most = sum(count if cap is None else min(cap, count) for count in population.values())
    reached = [
        one
        for one in range(least, most + 1)
        if half_width(population, allocate(population, one, floor, cap, weights=weights)) <= margin
    ]
    assert size == next(iter(reached), None)


def test_a_theme_drawn_more_often_takes_more_cases_for_the_same_margin():
    population = {"A": 900, "B": 100}
    themed = Sharing(weights=over_sample(population, ["B"], 20))
    assert size_for_margin(population, sharing=themed) > size_for_margin(population)


def test_the_half_width_is_the_one_of_the_design():
    variance = 0.64 * 780 / 799 * 0.25 / 20 + 0.04 * 180 / 199 * 0.25 / 20
    assert half_width({"A": 800, "B": 200}, {"A": 20, "B": 20}) == pytest.approx(Z * math.sqrt(variance))


def test_a_stratum_without_a_place_could_be_anything():
    assert half_width({"A": 50, "B": 50}, {"A": 50, "B": 0}) == 0.25


def test_strata_without_a_place_add_up_and_do_not_cancel():
    halves = {f"{one}": 1 for one in range(50)}
    assert half_width({"A": 50} | halves, {"A": 50} | dict.fromkeys(halves, 0)) == pytest.approx(0.25)
    drawn = half_width({"A": 50, "B": 50}, {"A": 10, "B": 10}) / 2
    unseen = half_width({"A": 50, "B": 50, "C": 100}, {"A": 10, "B": 10, "C": 0})
    assert unseen == pytest.approx(0.25 + drawn)


def worst(population, allocation, bounded):
    """Reckon the reach where some strata are told by their bound and the others by their chance."""
    total = sum(population.values())
    spread = 0.0
    for name in population.keys() - bounded:
        cases, places = population[name], allocation[name]
        variance = (cases - places) / (cases - 1) / (4 * places) if places < cases else 0.0
        spread += (cases / total) ** 2 * variance
    return sum(population[name] / total / 2 for name in bounded) + Z * math.sqrt(spread)


@given(small_frames, st.data())
def test_the_half_width_is_the_least_that_bounds_and_chances_together_allow(population, data):
    allocation = {name: data.draw(st.integers(0, min(cases, 6))) for name, cases in population.items()}
    empty = {name for name in population if not allocation[name]}
    rest = sorted(population.keys() - empty)
    choices = product([False, True], repeat=len(rest))
    least = min(
        worst(population, allocation, empty | {name for name, chosen in zip(rest, one, strict=True) if chosen})
        for one in choices
    )
    assert half_width(population, allocation) == pytest.approx(least)


@given(small_frames, st.data())
def test_another_place_never_widens_the_range(population, data):
    allocation = {name: data.draw(st.integers(0, cases)) for name, cases in population.items()}
    room = sorted(name for name, cases in population.items() if allocation[name] < cases)
    assume(room)
    more = allocation | {(one := data.draw(st.sampled_from(room))): allocation[one] + 1}
    assert half_width(population, more) <= half_width(population, allocation) + 1e-12


@pytest.mark.parametrize("places", [(20, 20), (30, 10), (10, 5), (4, 3)])
def test_at_worst_a_sample_of_two_strata_errs_by_more_than_its_half_width_about_one_time_in_twenty(places):
    population = {"A": 200, "B": 60}
    reach = half_width(population, dict(zip(population, places, strict=True)))
    ways = [
        [math.comb(cases // 2, k) * math.comb(cases - cases // 2, n - k) / math.comb(cases, n) for k in range(n + 1)]
        for cases, n in zip(population.values(), places, strict=True)
    ]
    outside = sum(
        ways[0][k] * ways[1][other]
        for k, other in product(range(places[0] + 1), range(places[1] + 1))
        if abs(200 * (k / places[0] - 0.5) + 60 * (other / places[1] - 0.5)) / 260 > reach
    )
    assert outside <= 0.065


def test_a_frame_drawn_whole_leaves_nothing_to_doubt():
    assert half_width({"A": 5, "B": 1}, {"A": 5, "B": 1}) == 0
    assert chance_of_a_fault({"A": 5, "B": 1}, {"A": 5, "B": 1}, TENTH) == 1


def test_the_chance_of_a_fault_is_counted_out_over_every_possible_sample():
    population, allocation = {"A": 7, "B": 5}, {"A": 3, "B": 2}
    faults = {"A": 2, "B": 2}  # a third of the cases, in proportion; the odd one goes to the larger remainder
    assert faults == allocate(population, 4, floor=0)
    samples = [math.comb(population[name], allocation[name]) for name in "AB"]
    missing = [math.comb(population[name] - faults[name], allocation[name]) for name in "AB"]
    expected = 1 - math.prod(missing) / math.prod(samples)
    assert chance_of_a_fault(population, allocation, Fraction(1, 3)) == pytest.approx(expected)


def test_a_fault_rarer_than_one_case_is_of_one_case():
    assert chance_of_a_fault({"A": 10}, {"A": 5}, TWENTIETH) == pytest.approx(0.5)


def test_in_proportion_the_outlook_is_the_report_s_own_exact_interval():
    fewest, most = hypergeometric(4, 20, 400)
    assert outlook({"A": 300, "B": 100}, {"A": 15, "B": 5}, Fraction(1, 5)) == Outlook(
        Fraction(1, 5), 4, fewest / 400, most / 400
    )


def test_out_of_proportion_the_outlook_is_joined_from_the_strata():
    _, low, high = stratified_exact([(300, 10, 2), (100, 10, 2)])
    assert outlook({"A": 300, "B": 100}, {"A": 10, "B": 10}, Fraction(1, 5)) == Outlook(Fraction(1, 5), 4, low, high)


def test_out_of_proportion_a_stratum_without_a_place_leaves_no_interval():
    assert outlook({"A": 300, "B": 100}, {"A": 20, "B": 0}, TENTH) == Outlook(TENTH, 2, None, None)


def test_the_likely_number_is_rounded_and_halves_go_up():
    found = [outlook({"A": 1000}, {"A": size}, TWENTIETH).found for size in (9, 10, 29, 30)]
    assert found == [0, 1, 1, 2]


def test_an_empty_stratum_changes_nothing():
    with_empty = prospects({"A": 300, "B": 100, "C": 0}, {"A": 10, "B": 10, "C": 0})
    assert with_empty == prospects({"A": 300, "B": 100}, {"A": 10, "B": 10})


def test_prospects_say_all_that_the_planner_shows():
    shown = prospects({"A": 400}, {"A": 50})
    assert [(one.rate, one.found) for one in shown.outlooks] == [(TWENTIETH, 3), (TENTH, 5), (Fraction(1, 5), 10)]
    assert shown.chances == {share: chance_of_a_fault({"A": 400}, {"A": 50}, share) for share in (TWENTIETH, TENTH)}
    assert shown.half_width == half_width({"A": 400}, {"A": 50})


def test_the_size_that_sees_a_fault_agrees_with_the_discovery_size():
    assert size_for_fault({"A": 777}, TENTH) == discovery_size(777, 78)


def test_ten_strata_of_a_million_cases_are_planned_at_once():
    def plan():
        prospects(MILLION, allocate(MILLION, 50))
        for margin, floor in product([TWENTIETH, TENTH], [0, 2]):
            size_for_margin(MILLION, margin, Sharing(floor))
            size_for_fault(MILLION, margin, sharing=Sharing(floor))

    plan()
    started = time.perf_counter()
    plan()
    assert time.perf_counter() - started < 0.2, "it takes about a twentieth of a second on a slow machine"


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: size_for_margin({"A": 10}, Fraction(0)),
        lambda: size_for_margin({"A": 10}, Fraction(1)),
        lambda: size_for_fault({"A": 10}, TENTH, confidence=1),
    ],
)
def test_a_size_asked_of_nonsense_is_an_error(nonsense):
    with pytest.raises(ValueError, match="must lie between"):
        nonsense()


@pytest.mark.parametrize("population", [{}, {"A": 0}])
def test_nothing_to_draw_from_is_refused(population):
    with pytest.raises(FrameTooSmall, match="no cases"):
        size_for_margin(population)
