"""Figures over rounds: what is pooled, with which range, and what is held against chance."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures import Held, OverRounds, year_before
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.domain.figures_words import limits
from scrutiny_app.domain.statistics import stratified_exact
from tests.unit.domain.test_reporting import CR, case, report

SOUND, SEEN, WRONG, SPLIT, BACK = Result


def held(number: int, sound: int, wrong: int, *, eligible: int = 300, on: date | None = None, **changes: Any) -> Held:
    cases = [*[case(SOUND)] * sound, *[case(WRONG)] * wrong]
    plain: dict[str, Any] = {"counts": {CR: eligible}, "allocation": {CR: len(cases)}}
    quarter = {"period_from": date(2026, 1, number), "period_to": date(2026, 1, number)}
    return Held(number, on or date(2026, number, 5), report(*cases, **(plain | quarter | changes)))


def over(*rounds: Held) -> OverRounds:
    return OverRounds("Northmoor panel", "Northmoor Police", date(2026, 1, 1), date(2026, 12, 31), rounds)


def test_one_round_by_itself_says_what_its_own_report_says():
    one = held(1, 16, 4)
    assert over(one).line(WRONG).estimate == one.line(WRONG).estimate


def test_rounds_are_pooled_as_strata_each_with_the_cases_that_it_was_drawn_from():
    found = over(held(1, 18, 2, eligible=900), held(2, 10, 10, eligible=100)).line(WRONG)
    share, low, high = stratified_exact([(900, 20, 2), (100, 20, 10)])
    assert (found.cases, found.of) == (12, 40)
    assert found.estimate is not None
    assert (found.estimate.share, found.estimate.low, found.estimate.high) == pytest.approx((share, low, high))


def test_targeted_rounds_are_in_no_pooled_number():
    found = over(held(1, 16, 4), held(2, 0, 20, targeted=True))
    assert (found.line(WRONG).cases, found.line(WRONG).of, found.reviewed) == (4, 20, 20)


def test_a_round_of_which_nothing_can_be_said_leaves_the_pool_counts_and_no_range():
    strange = held(2, 10, 0, counts={CR: 100, "youth_caution": 100}, allocation={CR: 10, "youth_caution": 2})
    found = over(held(1, 16, 4), strange)
    assert (found.line(WRONG).of, found.line(WRONG).estimate) == (30, None)
    assert any("No range is given for the pool" in sentence for sentence in limits(found))


def test_a_round_of_which_every_case_was_drawn_is_known_and_adds_no_doubt():
    found = over(held(1, 8, 2, eligible=10)).line(WRONG).estimate
    assert found is not None
    assert (found.share, found.low, found.high) == pytest.approx((0.2, 0.2, 0.2))


def test_a_rolling_year_leaves_out_what_is_older():
    rounds = [held(1, 16, 4, on=date(2025, 1, 5)), held(2, 16, 4, on=date(2025, 1, 6)), held(3, 9, 1)]
    rounds[2] = replace(rounds[2], on=date(2026, 1, 5))
    assert [one.round_id for one in over(*rounds).year_to(rounds[2]).held] == [2, 3]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 3, 31), date(2025, 4, 1)),
        (date(2024, 2, 28), date(2023, 3, 1)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 3, 1)),
    ],
)
def test_a_year_ends_on_its_day_and_begins_the_day_after_that_of_the_year_before(last, first):
    assert year_before(last) == first


def test_a_round_far_from_the_others_lies_outside_its_limits_and_chance_does_not():
    found = over(*(held(number, 19, 1) for number in range(1, 8)), held(9, 2, 18))
    assert [one.flag for one in found.funnel] == ["Within the limits"] * 7 + ["Above the limits"]


def test_one_round_has_nothing_to_be_held_against():
    assert over(held(1, 16, 4)).funnel == ()


def test_no_percentage_stands_without_counts_and_a_range():
    paper = rounds_paper(over(held(1, 16, 4), held(2, 12, 8)))
    for shown in paper.tables.values():
        for row in shown.table.words:
            for cell in row:
                assert "%" not in cell or " to " in cell, cell


def test_figures_over_rounds_end_with_the_account_of_their_method():
    paper = rounds_paper(over(held(1, 16, 4), held(2, 12, 8)))
    assert {"eligible", "choosing", "exclusions", "certificates", "digests"} <= paper.tables.keys()


def test_periods_that_overlap_are_said_to():
    overlapping = held(2, 16, 4, period_from=date(2026, 1, 1), period_to=date(2026, 1, 31))
    assert any("overlap" in sentence for sentence in limits(over(held(1, 16, 4), overlapping)))
    assert not any("overlap" in sentence for sentence in limits(over(held(1, 16, 4), held(2, 16, 4))))
