"""What a case stands for follows from how often its stratum was drawn, replacements and themes included."""

from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.allocation import allocate, over_sample
from scrutiny_app.domain.replacing import Line, Sample
from scrutiny_app.domain.statistics import stratified, stratified_exact
from scrutiny_app.domain.weighing import StratumUnseen, Weighed, for_figures, weigh, weights_of


def line(cases, places, stratum="CR"):
    return Line(stratum, cases, tuple(f"{stratum}{number}" for number in range(cases)), places)


def test_without_replacements_a_case_stands_for_n_of_its_stratum_and_all_together_for_the_frame():
    weights = weights_of(Sample({"CR": line(60, 7), "YC": line(10, 2, "YC")}))
    assert (weights["CR0"], weights["YC1"]) == (Fraction(60, 7), 5)
    assert sum(weights.values()) == 70


@given(st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 300), min_size=1), st.data())
def test_weights_add_up_to_the_frame_whatever_the_theme_and_its_multiplier(population, data):
    theme = data.draw(st.sets(st.sampled_from(sorted(population))))
    times = data.draw(st.fractions(1, 9))
    least = sum(min(2, count) for count in population.values())
    size = data.draw(st.integers(least, sum(population.values())))
    shares = allocate(population, size, weights=over_sample(population, theme, times))
    weights = weights_of(Sample({name: line(count, shares[name], name) for name, count in population.items()}))
    assert (len(weights), sum(weights.values())) == (size, sum(population.values()))


def test_a_theme_drawn_more_often_counts_for_less():
    population = {"No": 300, "Yes": 100}
    shares = allocate(population, 30, weights=over_sample(population, {"Yes"}, 3))
    accounts = weigh(Sample({name: line(count, shares[name], name) for name, count in population.items()}))
    assert {name: account.weight for name, account in accounts.items()} == {"No": 20, "Yes": Fraction(20, 3)}
    strata = for_figures(accounts, shares, {"No": 3, "Yes": 6})
    assert strata == [(300, 15, 3), (100, 15, 6)]
    weighted = (3 * 20 + 6 * Fraction(20, 3)) / 400
    assert stratified(strata)[0] == stratified_exact(strata)[0] == pytest.approx(float(weighted)) == pytest.approx(0.25)


def test_every_ticket_looked_at_stands_for_as_many_cases_fit_or_not():
    sample = Sample({"CR": line(60, 5)}).strike("CR", "CR1").strike("CR", "CR9")
    account = weigh(sample)["CR"]
    assert account == Weighed(cases=60, looked_at=6, standing=5)
    assert (account.weight, account.eligible) == (10, 50)
    assert sum(weights_of(sample).values()) == 50


def strike_all(order, unfit, places):
    sample = Sample({"CR": Line("CR", len(order), tuple(order), places)})
    for one in order:
        if one in unfit and one in sample.standing:
            sample = sample.strike("CR", one)
    return sample


@pytest.mark.parametrize(("cases", "unfit", "places"), [(6, 2, 2), (7, 2, 3), (7, 3, 2), (6, 1, 3)])
def test_over_every_order_the_estimate_is_nearer_the_truth_than_the_frame_or_the_frame_less_what_was_found(
    cases, unfit, places
):
    samples = [strike_all(order, range(unfit), places) for order in permutations(range(cases))]
    accounts = [weigh(sample)["CR"] for sample in samples]
    truth = cases - unfit
    ours = sum(one.weight * one.standing for one in accounts) / len(accounts)
    reduced = Fraction(sum(one.cases - (one.looked_at - one.standing) for one in accounts), len(accounts))
    assert abs(ours - truth) < abs(reduced - truth) < abs(cases - truth)


@pytest.mark.parametrize(("unfit", "places"), list(product([{0}, {0, 3}], [1, 2, 3])))
def test_over_every_order_each_eligible_case_stands_equally_often(unfit, places):
    samples = [strike_all(order, unfit, places).standing for order in permutations(range(6))]
    often = [sum(case in standing for standing in samples) for case in range(6)]
    fit = 6 - len(unfit)
    assert often == [0 if case in unfit else 720 * places // fit for case in range(6)]


@given(st.integers(1, 1000), st.data())
def test_the_eligible_are_never_fewer_than_stand_nor_more_than_were_not_ruled_out(cases, data):
    looked_at = data.draw(st.integers(0, cases))
    standing = data.draw(st.integers(0, looked_at))
    eligible = Weighed(cases, looked_at, standing).eligible
    assert standing <= eligible <= cases - (looked_at - standing)


@pytest.mark.parametrize("account", [(5, 6, 2), (5, 3, 4), (5, 3, -1)])
def test_an_account_that_no_draw_could_give_is_an_error(account):
    with pytest.raises(ValueError, match="no more can stand"):
        Weighed(*account)


def test_a_stratum_without_a_place_has_no_weight_and_no_figure():
    accounts = weigh(Sample({"CR": line(60, 7), "YC": line(10, 0, "YC")}))
    with pytest.raises(StratumUnseen, match="no weight"):
        _ = accounts["YC"].weight
    with pytest.raises(StratumUnseen, match="stratum YC"):
        for_figures(accounts, {"CR": 7}, {})


def test_a_stratum_that_nobody_reviewed_is_named():
    with pytest.raises(StratumUnseen, match="stratum YC"):
        for_figures({"CR": Weighed(60, 7, 7), "YC": Weighed(10, 2, 2)}, {"CR": 7, "YC": 0}, {})


def test_a_stratum_known_to_hold_no_eligible_case_is_left_out():
    accounts = {"CR": Weighed(60, 7, 7), "YC": Weighed(2, 2, 0)}
    assert for_figures(accounts, {"CR": 6}, {"CR": 1}) == [(60, 6, 1)]


def test_a_voided_draw_weighs_nothing():
    with pytest.raises(StratumUnseen, match="voided"):
        weights_of(Sample({"CR": line(60, 7)}).void())
