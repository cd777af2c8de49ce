"""Counts made beforehand are those that counting the cases gives, and are not used once a file came after them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.services import matching, tallying

FORCE = "Northmoor Police"


@pytest.fixture
def lead(make):
    return make.user()


def some_cases(make):
    for day in ("2026-03-31", "2026-04-01", "2026-04-15", "2026-04-30", "2026-05-15", "2026-06-30", "2026-07-01"):
        extract = make.extract()
        for area in ("Harbour", None):
            make.case(extract=extract, disposal_date=day, area=area, weapon=area is None)
        make.case(extract=extract, disposal_date=day, disposal="conditional_caution")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"strata": ["area", "weapon"]},
        {"filters": {"flags": ["weapon"]}},
        {"filters": {"area": ["Not recorded"]}, "strata": ["disposal", "age_group"]},
        {"period_from": date(2026, 4, 2), "period_to": date(2026, 6, 29)},
        {"period_from": date(2026, 4, 2), "period_to": date(2026, 4, 29)},
        {"period_from": date(2026, 3, 31), "period_to": date(2026, 7, 1)},
    ],
)
def test_a_tally_gives_what_counting_gives(session, make, lead, change):
    some_cases(make)
    round_ = make.round(by=lead, size=2, **change)
    counted = matching.count(session, round_)
    assert tallying.stale(session) == [FORCE]
    tallying.tally(session, FORCE)
    assert tallying.is_fresh(session, FORCE)
    assert tallying.stale(session) == []
    assert matching.count(session, round_) == counted
    assert sum(counted[0].values()) > 0


def test_a_later_file_is_counted_at_once_and_the_tally_waits_for_its_turn(session, make, lead):
    some_cases(make)
    tallying.tally(session, FORCE)
    round_ = make.round(by=lead, size=2)
    before = sum(matching.count(session, round_)[0].values())
    make.case(extract=make.extract(), disposal_date="2026-05-01")
    assert not tallying.is_fresh(session, FORCE)
    assert sum(matching.count(session, round_)[0].values()) == before + 1


def test_a_case_before_a_panel_is_taken_off_a_tally(session, make, lead):
    make.drawn_round(by=lead, cases=8, size=3)
    round_ = make.round(by=lead, size=2)
    tallying.tally(session, FORCE)
    counts, excluded = matching.count(session, round_)
    assert (sum(counts.values()), sum(excluded.values())) == (5, 3)


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 800))
def test_months_and_what_is_left_make_up_the_period(first, days):
    last = date.fromordinal(first.toordinal() + days)
    months, edges = tallying.whole_months(first, last)
    covered = [day for begin, end in edges for day in range(begin.toordinal(), end.toordinal() + 1)]
    if months:
        after = tallying._next_month(months[1])
        covered += range(months[0].toordinal(), after.toordinal())
        assert months[0].day == months[1].day == 1
    assert sorted(covered) == list(range(first.toordinal(), last.toordinal() + 1))
