"""Charts are read by eye, by ear and on paper, and never need colour, style or chance."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from scrutiny_app.files.charts import Interval, intervals, stacked_bars

SERIES = ["Appropriate", "With observations", "Inappropriate"]
ROWS = [("Hate crime", [14, 5, 2]), ("Theft & handling", [21, 3, 0]), ("Arson", [0, 0, 0]), ("Drugs", [0, 1, 0])]
SHARES = [Interval("Hate crime", 0.667, 0.454, 0.828, "14 of 21"), Interval("Arson", 0.0, 0.0, 0.79, "0 of 1")]

bars = stacked_bars("Grades by offence", "Cases in each grade.", SERIES, ROWS)
whiskers = intervals("Share appropriate", "With 95% intervals.", SHARES)
NAME = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("chart", [bars, whiskers])
def test_a_chart_is_named_and_described_by_elements_that_exist(chart: str):
    root = ElementTree.fromstring(chart)
    named = root.attrib["aria-labelledby"].split()
    assert [root[0].attrib["id"], root[1].attrib["id"]] == named
    assert root[0].text
    assert root[1].text


@pytest.mark.parametrize("chart", [bars, whiskers])
def test_a_chart_stands_on_white_and_holds_nothing_that_the_content_policy_forbids(chart: str):
    root = ElementTree.fromstring(chart)
    ground = root[2]
    assert (ground.tag, ground.attrib["fill"], ground.attrib["width"]) == (f"{NAME}rect", "#ffffff", root.get("width"))
    assert not re.search(r"style|class=|<script|href|\bon\w+=", chart)


def test_every_count_is_written_and_an_empty_row_is_0():
    words = [element.text for element in ElementTree.fromstring(bars).iter(f"{NAME}text")]
    counts = sorted(int(word) for word in words if word and word.isdigit())
    assert counts == sorted([count for _, row in ROWS for count in row if count] + [0])


def test_no_count_is_cut_off_however_many_stand_beside_a_bar():
    crowded = [("Theft", [90, 1, 1, 1, 1, 12]), ("Drugs", [1, 1, 1, 1, 1, 1])]
    chart = stacked_bars("Crowded", "Six series.", [f"Series {place}" for place in range(6)], crowded)
    ends = [left + len(words) * 9 for line in _texts_by_line(chart).values() for left, words in line]
    assert len(ends) == 12
    assert max(ends) <= 720


def test_a_long_label_is_written_whole_on_lines_that_stay_in_its_row():
    label = "Outcome 22 (diversion, education or intervention)"
    chart = ElementTree.fromstring(stacked_bars("Long", "One series.", ["Cases"], [(label, [5]), (label, [3])]))
    lines = [one for one in chart.iter(f"{NAME}text") if one.attrib["text-anchor"] == "end"]
    assert " ".join(one.text or "" for one in lines) == f"{label} {label}"
    heights = [float(one.attrib["y"]) for one in lines]
    assert all(below - above >= 15 for above, below in pairwise(heights))
    assert max(len(one.text or "") for one in lines) * 8.25 <= 180


def test_labels_in_a_row_do_not_touch():
    for _, places in _texts_by_line(bars).items():
        for (left, words), (right, _) in pairwise(sorted(places)):
            assert left + len(words) * 9 <= right


def test_series_differ_by_pattern_not_by_colour_alone():
    root = ElementTree.fromstring(bars)
    assert len(list(root.iter(f"{NAME}pattern"))) == len(SERIES) - 1


def test_an_interval_shows_its_share_and_the_counts_behind_it():
    words = [element.text for element in ElementTree.fromstring(whiskers).iter(f"{NAME}text")]
    assert {"67%", "(14 of 21)", "0%", "(0 of 1)"} <= set(words)


@pytest.mark.parametrize("counts", ["0 of 10", "0 of 10, weighted", "1,000 of 10,000, weighted"])
def test_what_stands_beside_an_interval_ends_within_the_picture(counts: str):
    root = ElementTree.fromstring(intervals("Shares", "By round.", [Interval("May", 0.1, 0.0, 0.5, counts)]))
    said = next(element for element in root.iter(f"{NAME}text") if element.text == f"({counts})")
    assert float(said.attrib["x"]) + 9 * len(f"({counts})") <= float(root.attrib["width"])


def test_the_same_numbers_give_the_same_bytes_and_two_charts_share_no_id():
    assert bars == stacked_bars("Grades by offence", "Cases in each grade.", SERIES, ROWS)
    assert not _ids(bars) & _ids(whiskers)


def test_a_row_that_does_not_match_the_series_is_refused():
    with pytest.raises(ValueError, match="3 counts"):
        stacked_bars("Grades", "Counts.", SERIES, [("Theft", [1, 2])])


def test_a_share_outside_its_interval_is_refused():
    with pytest.raises(ValueError, match="within its interval"):
        intervals("Shares", "Shares.", [Interval("Theft", 0.9, 0.1, 0.5, "9 of 10")])


def _ids(chart: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', chart))


def _texts_by_line(chart: str) -> dict[str, list[tuple[float, str]]]:
    """Gather each line's counts by where they begin."""
    lines: dict[str, list[tuple[float, str]]] = {}
    for element in ElementTree.fromstring(chart).iter(f"{NAME}text"):
        words = element.text or ""
        if words.isdigit():
            half = len(words) * 4.5 if element.attrib["text-anchor"] == "middle" else 0
            lines.setdefault(element.attrib["y"], []).append((float(element.attrib["x"]) - half, words))
    return lines
