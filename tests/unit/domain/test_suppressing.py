"""Small numbers stay hidden, whatever is reckoned from all that is printed."""

from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from scrutiny_app.domain.besieging import Impossible, Range, Relation
from scrutiny_app.domain.suppressing import ALL, Publication, attack, crossed, suppress, wanted_range

ROWS, COLUMNS = ("a", "b", "c", "d"), ("x", "y", "z")


def table(counts):
    """Give a table of counts its totals."""
    cells = {(r, c): counts[i][j] for i, r in enumerate(ROWS[: len(counts)]) for j, c in enumerate(COLUMNS)}
    rows, columns = {r for r, _ in cells}, {c for _, c in cells}
    cells |= {(r, ALL): sum(cells[r, c] for c in columns) for r in rows}
    cells |= {(ALL, c): sum(cells[r, c] for r in rows) for c in columns}
    return {name: cells[name] for name in sorted(cells)} | {(ALL, ALL): sum(cells[r, ALL] for r in rows)}


FOUR_BY_THREE = table([[14, 9, 3], [21, 2, 11], [8, 12, 7], [4, 10, 16]])


def with_small_hidden(counts):
    return {name: None if 0 < count < 5 else count for name, count in counts.items()}


def test_hiding_the_small_cells_alone_gives_them_back_exactly():
    ranges = attack([with_small_hidden(FOUR_BY_THREE)], crossed(FOUR_BY_THREE))
    assert ranges == {("a", "z"): (3, 3), ("b", "y"): (2, 2), ("d", "x"): (4, 4)}


def test_others_are_hidden_with_them_until_the_attack_finds_nothing():
    shown = suppress(FOUR_BY_THREE, crossed(FOUR_BY_THREE))
    hidden = {name: shown[name] for name in shown if isinstance(shown[name], Range)}
    assert {("a", "z"), ("b", "y"), ("d", "x")} < hidden.keys()
    assert all(one.covers(Range(1, 4)) for one in hidden.values())
    assert len(hidden) <= 9, "hiding everything is no answer"


def test_nothing_is_hidden_where_nothing_is_small():
    counts = table([[14, 9, 0], [21, 7, 11]])
    assert suppress(counts, crossed(counts)) == counts


def test_a_rule_of_ten_hides_more():
    shown = suppress(FOUR_BY_THREE, crossed(FOUR_BY_THREE), least=10)
    assert isinstance(shown["c", "z"], Range)
    assert all(one.covers(Range(1, 9)) for one in shown.values() if isinstance(one, Range))


def test_a_headline_is_printed_though_it_be_small_and_alone_bounds_what_is_under_it():
    counts = table([[10, 6, 1], [9, 8, 1]])
    headline = [name for name in counts if name[0] == ALL]
    shown = suppress(counts, crossed(counts), always=headline)
    assert [shown[name] for name in headline] == [counts[name] for name in headline]
    assert shown["a", "z"] == shown["b", "z"] == (0, 2)


def test_two_reports_are_attacked_together():
    earlier: Publication = {("a", "x"): 12, ("a", ALL): None}
    now: Publication = {("a", "x"): None, ("a", "y"): 3, ("a", ALL): 15}
    assert attack([now], crossed(now))["a", "x"] == (12, 12)
    assert attack([{**now, ("a", "y"): None}], crossed(now))["a", "y"] == (0, 15)
    assert attack([{**now, ("a", "y"): None}, earlier], crossed(now))["a", "y"] == (3, 3)


def test_what_an_earlier_report_printed_is_taken_into_account_when_hiding():
    counts = {("a", "x"): 12, ("a", "y"): 3, ("a", "z"): 9, ("a", ALL): 24}
    shown = suppress(counts, crossed(counts), earlier=[{("a", "x"): 12, ("a", ALL): 24}])
    assert shown["a", "x"] == 12
    assert shown["a", "y"] == shown["a", "z"] == (0, 12)


def test_the_difference_of_two_sums_is_found():
    year = Relation({("year",): -1, ("spring",): 1, ("summer",): 1})
    printed = [{("year",): 31, ("spring",): None}, {("summer",): 29}]
    assert attack(printed, [year]) == {("spring",): (2, 2)}


def test_a_count_that_nothing_bounds_may_be_anything():
    assert attack([{("a",): None}], []) == {("a",): Range(0, inf)}


def test_a_relation_may_say_no_more_than_that_one_is_not_above_another():
    serious = Relation({("cases",): 1, ("serious",): -1}, 0, inf)
    assert attack([{("cases",): 6, ("serious",): None}], [serious]) == {("serious",): (0, 6)}


def test_whole_numbers_tell_the_attacker_more_than_fractions_would():
    assert attack([{("a",): None, ("b",): None}], [Relation({("a",): 2, ("b",): 2}, 3, 6)]) == {
        ("a",): (0, 3),
        ("b",): (0, 3),
    }


@pytest.mark.parametrize(
    "publications",
    [
        [{("a", "x"): 3}, {("a", "x"): 4}],
        [{("a", "x"): 3, ("a", "y"): 4, ("a", ALL): 9}],
        [{("a", "x"): 30, ("a", "y"): None, ("a", ALL): 9}],
    ],
)
def test_what_was_printed_and_contradicts_itself_is_an_error(publications):
    with pytest.raises(Impossible):
        attack([*publications, {("a", "y"): None}], crossed([("a", "x"), ("a", "y"), ("a", ALL)]))


@pytest.mark.parametrize(("counts", "least"), [({("a",): -1}, 5), ({("a",): 1}, 1)])
def test_counts_below_nought_or_a_rule_that_hides_nothing_are_an_error(counts, least):
    with pytest.raises(ValueError, match="nought or more"):
        suppress(counts, [], least=least)


def test_what_a_hidden_count_must_be_left_follows_from_what_is_printed_anyway():
    assert wanted_range(Range(0, 20)) == (1, 4)
    assert wanted_range(Range(0, 2)) == (0, 2)
    assert wanted_range(Range(3, 20)) == (3, 4)
    assert wanted_range(Range(0, 20), least=10) == (1, 9)


def real_range(printed, relations, name):
    """Attack with fractions, by another door of scipy: what is known of cells as equalities alone."""
    names = list(printed)
    rows = [[one.weights.get(cell, 0) for cell in names] for one in relations]
    bounds = [(count, count) if count is not None else (0, None) for count in printed.values()]
    ends = []
    for sign in (1, -1):
        aim = [sign * (cell == name) for cell in names]
        found = linprog(aim, A_eq=rows, b_eq=[0] * len(rows), bounds=bounds).fun
        ends.append(inf if found is None else sign * found)
    return ends


SMALL = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 8, 12, 20])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(SMALL, min_size=3, max_size=3), min_size=2, max_size=4), st.booleans())
def test_a_linear_programme_leaves_each_hidden_cell_the_whole_range(counts, headline):
    whole = table(counts)
    relations = crossed(whole)
    always = [name for name in whole if name[0] == ALL] if headline else []
    shown = suppress(whole, relations, always=always)
    printed = {name: count if isinstance(count, int) else None for name, count in shown.items()}
    bare = {name: whole[name] if name in always else None for name in whole}
    for name, count in shown.items():
        if isinstance(count, int):
            assert count == whole[name]
            assert name in always or not 0 < count < 5
            continue
        low, high = real_range(printed, relations, name)
        assert low - 1e-6 <= count.low <= whole[name] <= count.high <= high + 1e-6
        alone = attack([bare], relations, [name])[name]
        assert count.covers(wanted_range(alone))
        assert low <= wanted_range(alone).low + 1e-6
        assert high >= wanted_range(alone).high - 1e-6


def test_a_large_table_is_not_hidden_whole():
    chance = Random(7)
    whole = table([[chance.choice((3, 7, 9, 15, 15, 30, 60)) for _ in COLUMNS] for _ in ROWS])
    shown = suppress(whole, crossed(whole))
    assert sum(isinstance(count, int) for count in shown.values()) >= len(whole) / 2
