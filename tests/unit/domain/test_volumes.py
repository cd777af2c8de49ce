"""Volumes: every table of the same counts has the same sum, and years begin where they are said to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import DISPOSALS, OFFENCE_GROUPS
from scrutiny_app.domain.volumes import (
    UNKNOWN,
    By,
    Counted,
    Year,
    covered_until,
    flat,
    flat_header,
    notes,
    part_years,
    volumes,
    year_of,
)

FACETS = st.fixed_dictionaries(
    {
        By.DISPOSAL: st.sampled_from([one.code for one in DISPOSALS]),
        By.OFFENCE_GROUP: st.sampled_from([one.code for one in OFFENCE_GROUPS]),
        By.AGE_GROUP: st.sampled_from(["child", "adult", None]),
        By.AREA: st.sampled_from(["Northmoor", "Southfold", None]),
        By.OUTCOME_CODE: st.sampled_from(["2", "3", "8"]),
    }
)
MONTHS = [date(year, month, 1) for year in (2024, 2025, 2026) for month in range(1, 13)]
COUNTED = st.lists(st.builds(Counted, st.sampled_from(MONTHS), FACETS, st.integers(1, 500)), max_size=12)


@pytest.mark.parametrize(
    ("day", "calendar", "financial"),
    [
        (date(2026, 3, 31), "2026", "2025/26"),
        (date(2026, 4, 1), "2026", "2026/27"),
        (date(1999, 12, 31), "1999", "1999/00"),
    ],
)
def test_a_year_is_named_after_where_it_begins(day, calendar, financial):
    assert (year_of(day, Year.CALENDAR), year_of(day, Year.FINANCIAL)) == (calendar, financial)


@given(COUNTED, st.sampled_from(By), st.sampled_from(Year))
def test_every_way_of_counting_comes_to_the_same(counted, by, year):
    table = volumes(counted, by, year)
    whole = sum(one.cases for one in counted)
    assert table.total == whole == sum(int(row[-1]) for row in flat(counted, year))
    assert all(len(numbers) == len(table.years) for _, numbers in table.rows)
    assert all(len(row) == len(flat_header(year)) for row in flat(counted, year))


@given(COUNTED, st.sampled_from(By))
def test_what_is_kept_by_one_facet_adds_up_to_all(counted, by):
    codes = {one.facets[by] or "" for one in counted}
    kept = [volumes(counted, By.DISPOSAL, Year.CALENDAR, {by: code}).total for code in codes]
    assert sum(kept) == sum(one.cases for one in counted)


def test_what_is_not_recorded_stands_last_and_is_said():
    rows = [
        Counted(date(2026, 1, 1), {By.AREA: area, By.DISPOSAL: "youth_caution", By.AGE_GROUP: None} | REST, 2)
        for area in (None, "Southfold")
    ]
    assert [name for name, _ in volumes(rows, By.AREA, Year.CALENDAR).rows] == ["Southfold", UNKNOWN]


REST = {By.OFFENCE_GROUP: "violence_with_injury", By.OUTCOME_CODE: "2"}


def test_the_notes_say_whose_counts_these_are_and_until_when():
    said = " ".join(notes("Northmoor Police", Year.FINANCIAL, date(2025, 10, 1), date(2026, 9, 30), date(2026, 10, 2)))
    for words in ("Northmoor Police", "April to March", "1 October 2025", "30 September 2026", "2 October 2026"):
        assert words in said


def test_months_after_the_last_disposal_are_not_told_of_and_the_one_of_loading_as_far_as_it_was_over():
    assert covered_until(date(2026, 9, 28), date(2026, 11, 22)) == date(2026, 9, 30)
    assert covered_until(date(2026, 11, 20), date(2026, 11, 22)) == date(2026, 11, 22)
    assert part_years(Year.CALENDAR, date(2025, 1, 3), covered_until(date(2025, 12, 29), date(2026, 1, 9))) == {}


def test_a_year_that_is_not_whole_is_named_so_and_a_whole_one_is_not():
    named = part_years(Year.FINANCIAL, date(2024, 6, 3), date(2026, 11, 18))
    assert named == {"2024/25": "2024/25 (part: from 3 June 2024)", "2026/27": "2026/27 (part: to 18 November 2026)"}
    assert part_years(Year.CALENDAR, date(2024, 1, 9), date(2025, 12, 31)) == {}
    assert part_years(Year.CALENDAR, date(2026, 2, 9), date(2026, 5, 1)) == {
        "2026": "2026 (part: from 9 February 2026 to 1 May 2026)"
    }
