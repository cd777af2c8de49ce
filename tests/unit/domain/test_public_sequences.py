"""Publications one after another, and their downloads: the differences between them tell nothing either."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.besieging import Name
from scrutiny_app.domain.public_cells import publication_of
from scrutiny_app.domain.public_forms import is_breakdown
from scrutiny_app.domain.public_hiding import GivesAway, fullest
from scrutiny_app.domain.public_report import TABLES, make_content
from scrutiny_app.domain.suppressing import ALL
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.files.public_page import DATA, TABLE
from scrutiny_app.files.public_site import Version, report_files
from tests.besieged import LEAST, always_of, assert_nothing_is_won
from tests.returns import BACK, SEEN, SOUND, SPLIT, WRONG, case, make_told, rounds

FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
TWO = [((0,), (0, 1)), ((0, 1), (1,)), ((0,), (1,)), ((0, 1), (0,))]
THREE = [((0,), (1,), (0, 1)), ((0, 1), (0,), (1,)), ((0, 1), (1, 2), (0, 1, 2)), ((0,), (0, 1), (0, 1, 2))]
ALONE = [case(SOUND)] * 14 + [case(SEEN, "youth_caution", "child")] * 6 + [case(WRONG, "conditional_caution")] * 2
ALONE += [case(SEEN)] * 7 + [case(SOUND, "youth_caution", "child")] * 3 + [case(SOUND, "conditional_caution")] * 8


def downloads(told: list[ToldRound], earlier: list[dict[Name, int | None]]) -> tuple[dict, str]:
    """Publish a report and give what its two files say."""
    shown = fullest(told, tuple(TABLES), earlier, LEAST)
    about = {"title": "A year", "force": "Northmoor Police", "slug": "a-year", "version": 1, "lines": ()}
    files = report_files([Version(make_content(told, shown, least=LEAST, **about), None)])
    return json.loads(files[f"a-year/{DATA}"]()), files[f"a-year/{TABLE}"]().decode("utf-8-sig")


def attack_in_turn(several: list[list], order: tuple[tuple[int, ...], ...]) -> int:
    """Publish reports in an order, each read back from its file and attacked with all before; say how many came out."""
    starts = [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
    told = [make_told(n + 1, cases, start=starts[n], draw_id=f"NM-{n}") for n, cases in enumerate(several)]
    earlier: list[dict[Name, int | None]] = []
    for places in order:
        ours = [told[place] for place in places]
        try:
            newest = publication_of(downloads(ours, earlier)[0])
        except GivesAway:
            continue  # which is no publication
        assert_nothing_is_won(newest, earlier, always_of(ours))
        earlier.append(newest)
    return len(earlier)


@FEW
@given(st.lists(rounds(16), min_size=2, max_size=2), st.sampled_from(TWO))
def test_two_publications_and_their_difference_tell_no_hidden_number(several, order):
    assume(attack_in_turn(several, order))  # the attack asserts; where all was refused, nothing was attacked


@FEW
@given(st.lists(rounds(12), min_size=3, max_size=3), st.sampled_from(THREE))
def test_three_publications_and_their_differences_tell_no_hidden_number(several, order):
    assume(attack_in_turn(several, order))  # the attack asserts; where all was refused, nothing was attacked


def test_lines_that_are_listed_alone_may_not_narrow_what_an_earlier_report_hid():
    child = "youth_caution", "child"
    first = (
        [case(SOUND)] * 3 + [case(SEEN)] + [case(SPLIT, age="child")] * 2 + [case(SEEN, *child), case(SOUND, *child)]
    )
    then = [case(SOUND, *child)] * 2 + [case(SEEN, *child), case(SPLIT, age="child"), case(SEEN, "outcome_22", None)]
    then += [case(result, "conditional_caution") for result in (BACK, WRONG, SOUND)]
    assert attack_in_turn([first, then], ((0, 1), (0,), (1,))) == 2, "the third table names lines, which is enough"


@pytest.fixture(scope="module")
def alone() -> tuple[dict, str]:
    return downloads([make_told(1, ALONE)], [])


def test_a_table_of_disposals_and_ages_each_alone_stands_the_attack_as_it_is_downloaded(alone):
    newest = publication_of(alone[0])
    lines = {name[1:3] for name in newest if is_breakdown(name[1:])}
    assert lines
    assert all(ALL in line for line in lines)
    assert_nothing_is_won(newest, [], always_of([make_told(1, ALONE)]))


def test_the_two_downloads_print_the_same_numbers_and_hide_the_same(alone):
    content, table = alone
    every = list(csv.DictReader(StringIO(table)))
    told = [(int(row["Fewest"]), int(row["Most"])) for row in every if not row["Share"]]
    part = content["parts"][0]
    names = ("cases", "of", "share", "low", "high")
    shares = [[one[name] for name in names] for whole in (part["rounds"][0], part) for one in whole["shares"]]
    columns = ("Fewest", "Of", "Share", "Low", "High")
    assert [[float(row[name]) for name in columns] for row in every if row["Share"]] == shares
    groups = [part["results"], *(one["results"] for one in part["rounds"])]
    groups += [line["counts"] for line in part["breakdown"]]
    groups += [{"cases": one["cases"], "serious": one["serious"]} for one in part["themes"]]
    counts = [(one, one) if isinstance(one, int) else tuple(one) for group in groups for one in group.values()]
    assert sorted(told) == sorted(counts)
    assert any(low < high for low, high in told), "something is hidden"
