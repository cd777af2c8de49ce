"""Whatever is struck, grown or voided, the first eligible cases in ticket order stand, and all of it is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.framing import FrameLine
from scrutiny_app.domain.replacing import (
    DrawVoided,
    Line,
    NoReserveLeft,
    NotInLine,
    OnlyGrows,
    Sample,
    Strike,
    sample_of,
)
from scrutiny_app.domain.sampling import Plan, draw

FRAME = [FrameLine(f"C{number:02}", "CR" if number % 4 else "YC") for number in range(40)]


def line(places=3, order="ABCDEF", cases=20):
    return Line("CR", cases, tuple(order), places)


def struck(start, *ones):
    for one in ones:
        start = start.strike(one)
    return start


def test_before_anything_is_struck_the_picks_stand_and_the_reserves_wait():
    assert (line().standing, line().waiting) == (("A", "B", "C"), ("D", "E", "F"))


@pytest.mark.parametrize(
    ("ones", "standing", "into"),
    [
        ("B", "ACD", "D"),
        ("BD", "ACE", "E"),
        ("DB", "ACE", "E"),
        ("EBC", "ADF", "F"),
        ("ABC", "DEF", "F"),
        ("F", "ABC", None),
    ],
)
def test_the_next_reserve_that_was_not_struck_takes_the_place(ones, standing, into):
    after = struck(line(), *ones)
    assert (after.standing, after.strikes[-1].into) == (tuple(standing), into)


def test_every_strike_says_who_went_and_who_came():
    after = struck(line(), "D", "B", "E")
    assert after.strikes == (Strike("D", None, stood=False), Strike("B", "E", stood=True), Strike("E", "F", stood=True))


def test_a_case_is_struck_once():
    with pytest.raises(Overtaken, match="already"):
        struck(line(), "B", "B")


def test_a_case_from_outside_is_not_struck():
    with pytest.raises(NotInLine, match="neither drawn nor named"):
        line().strike("Z")


def test_when_the_named_reserves_are_used_up_more_must_be_named():
    used_up = struck(line(), "A", "B", "C")
    with pytest.raises(NoReserveLeft, match="stratum CR. Name more"):
        used_up.strike("D", leave_empty=True)
    assert used_up.lengthen("ABCDEFGH").strike("D").standing == ("E", "F", "G")


def test_a_stratum_with_no_case_left_can_only_leave_the_place_empty():
    whole = line(places=2, order="AB", cases=2)
    with pytest.raises(NoReserveLeft, match="every one of its 2 stands or was taken out"):
        whole.strike("A")
    assert whole.strike("A", leave_empty=True).standing == ("B",)


def test_no_place_is_left_empty_while_a_reserve_waits():
    assert line().strike("A", leave_empty=True).standing == ("B", "C", "D")


@pytest.mark.parametrize("order", ["ABDCEF", "ABC", "ABCDEFF", "ABCDEFGHIJKLMNOPQRSTU"])
def test_a_longer_line_must_go_on_where_the_one_before_ended(order):
    with pytest.raises(ValueError, match="must begin with"):
        line().lengthen(order)


def test_growth_after_replacements_goes_on_in_the_same_order():
    grown = struck(line(), "B").grow(4)
    assert (grown.standing, grown.waiting, grown.strikes) == (tuple("ACDE"), ("F",), (Strike("B", "D", True),))


def test_a_sample_never_shrinks():
    with pytest.raises(OnlyGrows, match="has 3 places"):
        line().grow(2)


def test_growth_beyond_the_named_reserves_asks_for_more_to_be_named():
    with pytest.raises(NoReserveLeft, match="Name more"):
        struck(line(), "B").grow(6)


def test_a_sample_with_an_empty_place_may_stay_as_large_as_it_is():
    short = line(places=2, order="AB", cases=2).strike("A", leave_empty=True)
    assert short.grow(2) == short


@pytest.mark.parametrize(
    ("after", "count"),
    [
        (line(), 3),
        (line().strike("B"), 4),
        (line().strike("D"), 3),
        (struck(line(), "D", "B"), 5),
        (line(places=0), 0),
        (line(places=0).strike("A"), 0),
        (line(places=2, order="AB", cases=2).strike("B", leave_empty=True), 2),
    ],
)
def test_tickets_are_looked_at_down_to_the_last_that_stands(after, count):
    assert after.looked_at == count


@given(st.integers(1, 12), st.data())
def test_the_first_eligible_in_ticket_order_always_stand(length, data):
    order = tuple(range(length))
    here = Line("CR", length, order, data.draw(st.integers(0, length)))
    gone: set[int] = set()
    for deed in data.draw(st.lists(st.tuples(st.booleans(), st.integers(0, length)), max_size=20)):
        before = here
        try:
            here = here.strike(deed[1]) if deed[0] else here.grow(deed[1])
        except (NoReserveLeft, NotInLine, OnlyGrows, Overtaken):
            assert here is before
            continue
        gone |= {deed[1]} if deed[0] else set()
        assert here.standing == tuple(one for one in order if one not in gone)[: here.places]
        assert len(here.standing) == here.places
        assert set(before.standing) - gone <= set(here.standing)
        assert here.order[: here.looked_at] == tuple(
            sorted(set(here.standing) | set(here.order[: here.looked_at]) & gone)
        )


@given(st.permutations(range(8)), st.permutations(range(3)))
def test_the_order_in_which_cases_are_struck_does_not_change_who_stands(order, turns):
    start = Line("CR", 8, tuple(order), 4)
    chosen = [order[1], order[3], order[5]]
    assert struck(start, *(chosen[turn] for turn in turns)).standing == struck(start, *chosen).standing


def sample(reserves=3):
    drawn = draw(FRAME, "seed", Plan({"CR": 4, "YC": 2}, reserves))
    return sample_of(drawn.drawn, {"CR": 30, "YC": 10}), drawn


def test_a_draw_as_made_stands_with_its_picks():
    made, drawn = sample()
    assert made.standing == tuple(one.case_number for one in drawn.picks)
    assert [len(one.waiting) for one in made.lines.values()] == [3, 3]


def test_a_stratum_without_a_place_or_reserve_still_has_its_line():
    assert sample_of([], {"CR": 5}) == Sample({"CR": Line("CR", 5, (), 0)})


def test_growing_after_a_strike_keeps_what_stood_and_equals_a_larger_draw_without_the_struck():
    made, drawn = sample(reserves=None)
    out = drawn.picks[1].case_number
    grown = made.strike("CR", out).grow({"CR": 7, "YC": 2})
    larger = draw([one for one in FRAME if one.case_number != out], "seed", Plan({"CR": 7, "YC": 2}, 0))
    assert grown.standing == tuple(one.case_number for one in larger.picks)


def test_a_voided_draw_stands_for_nothing_and_takes_no_more_deeds():
    made, drawn = sample()
    void = made.void()
    assert void.standing == ()
    for deed in (
        void.void,
        lambda: void.strike("CR", drawn.picks[0].case_number),
        lambda: void.grow({"CR": 5, "YC": 2}),
    ):
        with pytest.raises(DrawVoided, match="was voided"):
            deed()
