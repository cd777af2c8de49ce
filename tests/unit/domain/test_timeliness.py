"""Timeliness: quartiles in days, with what still waits counted as waiting."""

from datetime import date, timedelta

from scrutiny_app.domain.timeliness import Span, Step, pace, quartiles

BEGUN = date(2026, 1, 1)


def span(days: int | None) -> Span:
    return Span(Step.PANEL, BEGUN, None if days is None else BEGUN + timedelta(days))


def test_when_all_are_done_the_quartiles_are_the_days_by_which_that_many_were():
    assert quartiles([10, 20, 30, 40], []) == (10, 20, 30)


def test_what_still_waits_makes_a_step_slower_and_not_quicker():
    assert quartiles([10, 20], [90, 90]) == (10, 20, None)
    assert quartiles([10], [90, 90, 90]) == (10, None, None)


def test_what_has_hardly_begun_says_nothing_of_later_days():
    assert quartiles([10, 20, 30, 40], [1, 1, 1, 1]) == (10, 20, 30)


def test_a_pace_gives_how_many_it_rests_on_and_the_longest_still_open():
    found = pace(Step.PANEL, [span(10), span(30), span(None)], BEGUN + timedelta(50))
    assert (found.begun, found.done, found.longest) == (3, 2, 50)
    assert found.quartiles == (10, 30, None)


def test_a_step_that_never_began_has_no_quartiles():
    assert pace(Step.CLOSED, [span(3)], BEGUN).quartiles == (None, None, None)
