"""Figures agree with published values, and say so when they are not defined."""

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.statistics import (
    chance_of_seeing,
    clopper_pearson,
    discovery_size,
    hypergeometric,
    precision_size,
    relative_rate,
    stratified,
    stratified_exact,
    wilson,
)


def published(*figures, places=4):
    return pytest.approx(figures, abs=0.5000001 * 10**-places)


def defined(figure):
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_agrees_with_published_intervals(k, n, low, high):
    assert wilson(k, n) == published(low, high)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0, 0.1684), (1, 29, 0.0009, 0.1776)],
)
def test_clopper_pearson_agrees_with_published_intervals(k, n, low, high):
    assert clopper_pearson(k, n) == published(low, high)


@pytest.mark.parametrize(
    ("k", "n", "population", "interval"),
    [(45, 100, 300, (111, 160)), (0, 50, 400, (0, 26)), (3, 10, 50, (5, 31)), (7, 30, 30, (7, 7))],
)
def test_hypergeometric_agrees_with_known_intervals(k, n, population, interval):
    assert hypergeometric(k, n, population) == interval


@pytest.mark.parametrize("interval", [wilson, clopper_pearson])
def test_none_and_all_reach_exactly_to_the_ends(interval):
    assert interval(0, 20)[0] == 0
    assert interval(20, 20)[1] == 1


def test_the_exact_interval_covers_the_truth_at_least_95_times_in_100():
    n, population = 20, 60
    intervals = [hypergeometric(k, n, population) for k in range(n + 1)]

    def coverage(cases):
        return sum(
            math.comb(cases, k) * math.comb(population - cases, n - k) / math.comb(population, n)
            for k, (low, high) in enumerate(intervals)
            if low <= cases <= high
        )

    assert min(coverage(cases) for cases in range(population + 1)) == pytest.approx(0.957, abs=0.0005)


@given(st.integers(1, 60), st.data())
def test_a_whole_case_interval_holds_what_was_seen_and_mirrors_what_was_not(n, data):
    population, k = data.draw(st.integers(n, 300)), data.draw(st.integers(0, n))
    low, high = hypergeometric(k, n, population)
    assert k <= low <= high <= population - (n - k)
    assert hypergeometric(n - k, n, population) == (population - high, population - low)


def test_a_chance_of_exactly_1_in_40_is_already_surprising():
    assert hypergeometric(0, 1, 40) == (0, 38)


def test_a_large_frame_needs_no_approximation():
    low, high = hypergeometric(5, 50, 1_000_000)
    assert (low / 1e6, high / 1e6) == pytest.approx(clopper_pearson(5, 50), abs=1e-4)


@pytest.mark.parametrize(("k", "n"), [(-1, 10), (11, 10), (0, 0)])
def test_a_sample_that_cannot_be_is_an_error(k, n):
    for interval in (wilson, clopper_pearson, lambda k, n: hypergeometric(k, n, 100)):
        with pytest.raises(ValueError, match="no sample"):
            interval(k, n)


@pytest.mark.parametrize("counts", [(None, 10, 40), (3, None, 40), (3, 10, None), (3, 10, 40.0)])
def test_what_is_no_whole_number_is_an_error_of_value(counts):
    with pytest.raises(ValueError, match="no sample"):
        hypergeometric(*counts)


def test_a_sample_larger_than_its_population_is_an_error():
    with pytest.raises(ValueError, match="out of 10"):
        hypergeometric(3, 11, 10)


def test_a_stratified_share_follows_the_weights_and_not_the_sample():
    share, low, high = stratified([(800, 20, 2), (200, 20, 10)])
    reach = 1.959964 * math.sqrt(0.64 * 0.975 * 0.09 / 19 + 0.04 * 0.9 * 0.25 / 19)
    assert (share, low, high) == pytest.approx((0.18, 0.18 - reach, 0.18 + reach))


def test_a_stratum_of_one_drawn_is_merged_with_the_smallest_other():
    assert stratified([(100, 10, 3), (5, 1, 0), (4, 1, 1)]) == stratified([(100, 10, 3), (9, 2, 1)])
    assert stratified([(100, 10, 3), (50, 5, 2), (5, 1, 0)]) == stratified([(100, 10, 3), (55, 6, 2)])


def test_a_stratum_of_one_case_that_was_drawn_is_known_and_stays_itself():
    assert stratified([(99, 10, 3), (1, 1, 1)])[0] == pytest.approx(0.99 * 0.3 + 0.01)


def test_finding_nothing_is_never_an_interval_of_no_width():
    assert stratified([(400, 50, 0)]) == (0, 0, 26 / 400)
    assert stratified([(400, 50, 0), (50, 10, 10)])[2] > 50 / 450


def test_strata_drawn_whole_leave_nothing_to_doubt():
    assert stratified([(10, 10, 3), (10, 10, 1)]) == pytest.approx((0.2, 0.2, 0.2))


def test_a_stratified_interval_stays_between_none_and_all():
    _, low, high = stratified([(100, 3, 1), (100, 3, 0)])
    assert low == 0
    assert high <= 1


@pytest.mark.parametrize("strata", [[], [(0, 0, 0)], [(10, 1, 1)], [(10, 0, 0), (10, 5, 1)], [(10, 5, 6)], [(3, 4, 1)]])
def test_strata_that_say_nothing_are_an_error(strata):
    with pytest.raises(ValueError, match=r"no sample|no cases|one case"):
        stratified(strata)


def test_a_relative_rate_agrees_with_the_published_one():
    assert relative_rate(104, 11037, 189, 11034) == published(0.5501, 0.4337, 0.6978)


def test_a_relative_rate_of_few_is_exact_and_wider():
    rate, low, high = defined(relative_rate(3, 100, 10, 100))
    share_low, share_high = clopper_pearson(3, 13)
    assert rate == pytest.approx(0.3)
    assert (low, high) == pytest.approx((share_low / (1 - share_low), share_high / (1 - share_high)))


def test_a_relative_rate_to_nought_has_only_a_low_end():
    rate, low, high = defined(relative_rate(6, 20, 0, 20))
    assert rate == high == math.inf
    assert 1 < low < math.inf


def test_a_relative_rate_of_nought_has_a_high_end():
    rate, low, high = defined(relative_rate(0, 20, 6, 20))
    assert rate == low == 0
    assert 0 < high < 1


def test_a_relative_rate_of_nothing_to_nothing_is_not_defined():
    assert relative_rate(0, 20, 0, 30) is None


@pytest.mark.parametrize(
    ("population", "faults", "size"), [(100, 5, 45), (400, 20, 55), (1000, 50, 57), (1000, 10, 258)]
)
def test_the_discovery_size_is_the_known_one_and_one_fewer_is_too_few(population, faults, size):
    assert discovery_size(population, faults) == size
    assert chance_of_seeing(faults, size, population) >= 0.95 > chance_of_seeing(faults, size - 1, population)


@given(st.integers(1, 60), st.data())
def test_the_chance_of_seeing_a_fault_is_one_less_the_ways_of_missing_all(population, data):
    faults, n = data.draw(st.integers(0, population)), data.draw(st.integers(1, population))
    missing = math.comb(population - faults, n) / math.comb(population, n)
    assert chance_of_seeing(faults, n, population) == pytest.approx(1 - missing)


def test_a_chance_of_exactly_19_in_20_is_enough():
    assert all(discovery_size(20 * many, faults=1) == 19 * many for many in range(1, 100))


@pytest.mark.parametrize(("population", "margin", "size"), [(1000, 0.05, 278), (400, 0.10, 78)])
def test_the_precision_size_is_the_known_one(population, margin, size):
    assert precision_size(population, margin) == size


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: discovery_size(100, 0),
        lambda: discovery_size(100, 101),
        lambda: discovery_size(100, 5, confidence=1),
        lambda: chance_of_seeing(5, 101, 100),
        lambda: precision_size(0, 0.1),
        lambda: precision_size(100, 0),
        lambda: precision_size(100, 0.1, share=1),
    ],
)
def test_a_size_asked_of_nonsense_is_an_error(nonsense):
    with pytest.raises(ValueError, match=r"must|no sample"):
        nonsense()


SMALL_STRATA = [450, 98, 27, 10, 6, 4, 3, 2], [11, 3, 1, 1, 1, 1, 1, 1]


def covered(interval, faults, seed=1, rounds=1000):
    """Count how often an interval holds the true share, where each stratum hides that many faults."""
    sizes, drawn = SMALL_STRATA
    rng, truth, held = Random(seed), sum(faults) / sum(sizes), 0
    for _ in range(rounds):
        seen = [
            sum(case < k for case in rng.sample(range(size), n))
            for size, n, k in zip(sizes, drawn, faults, strict=True)
        ]
        _, low, high = interval(zip(sizes, drawn, seen, strict=True))
        held += low - 1e-9 <= truth <= high + 1e-9
    return held / rounds


def test_the_exact_stratified_interval_holds_where_faults_sit_in_small_strata_and_the_plain_one_does_not():
    faults = [0, 39, 11, 4, 2, 2, 1, 1]
    assert covered(stratified_exact, faults) >= 0.95
    assert covered(stratified, faults) < 0.85


def test_a_stratum_without_findings_still_says_how_much_it_could_hide():
    share, low, high = stratified_exact([(450, 11, 0), (6, 2, 1)])
    assert (round(share, 3), low) == (0.007, pytest.approx(share - 6 / 456 * (0.5 - 1 / 6)))
    assert high > hypergeometric(0, 11, 450)[1] / 456 > 0.2


def test_with_one_stratum_it_is_the_exact_interval():
    fewest, most = hypergeometric(3, 10, 50)
    assert stratified_exact([(50, 10, 3)]) == (0.3, pytest.approx(fewest / 50), pytest.approx(most / 50))


def test_a_stratum_that_was_drawn_whole_adds_no_doubt():
    assert stratified_exact([(5, 5, 2)]) == (0.4, 0.4, 0.4)


def test_strata_without_cases_say_nothing_and_are_left_out():
    assert stratified([(0, 0, 0), (100, 10, 3)]) == stratified([(100, 10, 3)])
    assert stratified_exact([(0, 0, 0), (50, 10, 3)]) == stratified_exact([(50, 10, 3)])


@pytest.mark.parametrize("strata", [[], [(0, 0, 0)], [(-5, 0, 0)], [(0, 3, 1)], [(10, 5, 6)], [(10, 0, 0)]])
@pytest.mark.parametrize("interval", [stratified, stratified_exact])
def test_strata_that_no_draw_could_give_are_an_error(interval, strata):
    with pytest.raises(ValueError, match=r"no sample|no cases"):
        interval(strata)


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: wilson(2.5, 10),
        lambda: clopper_pearson(1, 10.5),
        lambda: hypergeometric(3, 10, 50.5),
        lambda: hypergeometric(0, 1, 0),
        lambda: wilson(math.nan, 10),
        lambda: relative_rate(5, 4, 1, 10),
        lambda: relative_rate(1, 10, -1, 10),
    ],
)
def test_counts_that_are_not_whole_or_not_of_a_sample_are_an_error(nonsense):
    with pytest.raises(ValueError, match="no sample"):
        nonsense()


COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_an_interval_holds_its_share_and_mirrors_the_rest(counts):
    k, n = counts
    for interval in (wilson, clopper_pearson):
        low, high = interval(k, n)
        assert 0 <= low <= k / n <= high <= 1
        assert interval(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(COUNTS)
def test_the_exact_interval_holds_wilsons_middle_and_narrows_with_more_cases(counts):
    k, n = counts
    low, high = clopper_pearson(k, n)
    narrow_low, narrow_high = clopper_pearson(10 * k, 10 * n)
    assert high - low >= narrow_high - narrow_low
    assert low <= sum(wilson(k, n)) / 2 <= high


@given(st.integers(1, 40), st.data())
def test_more_found_never_lowers_an_exact_interval(n, data):
    population, k = data.draw(st.integers(n, 200)), data.draw(st.integers(0, n - 1))
    fewer, more = hypergeometric(k, n, population), hypergeometric(k + 1, n, population)
    assert fewer[0] <= more[0]
    assert fewer[1] <= more[1]


STRATA = st.lists(
    st.integers(2, 300).flatmap(
        lambda cases: st.integers(2, min(cases, 40)).flatmap(
            lambda drawn: st.tuples(st.just(cases), st.just(drawn), st.integers(0, drawn))
        )
    ),
    min_size=1,
    max_size=5,
)


@given(STRATA, st.randoms())
def test_the_order_of_strata_changes_no_figure_and_the_share_is_within_its_interval(strata, random):
    shuffled = random.sample(strata, len(strata))
    for interval in (stratified, stratified_exact):
        share, low, high = interval(strata)
        assert interval(shuffled) == pytest.approx((share, low, high))
        assert 0 <= low <= share + 1e-12
        assert share <= high + 1e-12 <= 1 + 1e-9


@given(COUNTS, COUNTS)
def test_a_relative_rate_turned_about_is_its_reciprocal(ours, theirs):
    there, back = relative_rate(*ours, *theirs), relative_rate(*theirs, *ours)
    if there is None or back is None:
        assert ours[0] == theirs[0] == 0
    elif ours[0] and theirs[0]:
        assert there == pytest.approx(
            (1 / back[0], 1 / back[2] if back[2] else 0, 1 / back[1] if back[1] else math.inf)
        )


def test_a_rate_is_exact_from_the_first_cell_under_five():
    share = clopper_pearson(4, 24)
    exact = tuple(end / (1 - end) for end in share)
    assert defined(relative_rate(4, 100, 20, 100))[1:] == pytest.approx(exact)
    assert defined(relative_rate(5, 100, 20, 100))[1:] != pytest.approx(exact, rel=0.01)
