"""Headings in two rows are read together, so that a victim's name is never taken for the offender's."""

from datetime import date

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.heading_rows import find_headings, under_groups
from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at

GROUPS: list[Cell] = ["Record", None, None, "Offender", None, "Victim 1", None, "Victim 2", None, "Markers", None]
HEADINGS: list[Cell] = [
    "No.",
    "Resolution",
    "Outcome",
    "Surname",
    "Born",
    "Name",
    "Born",
    "Name",
    "Born",
    "DA",
    "Victim consulted",
]
ROW: list[Cell] = ["A/1", "CR", "8", "Marsh", date(1990, 1, 2), "Joe Bond", date(1980, 1, 2), "", "", "Y", "Y"]
JOINED = ["Offender: Surname", "Offender: Born", "Victim 1: Name", "Victim 1: Born", "Victim 2: Name", "Victim 2: Born"]


def test_whose_a_column_is_stands_before_its_heading():
    found = under_groups(GROUPS, HEADINGS)

    assert found[3:9] == JOINED
    assert found[:3] == HEADINGS[:3]
    assert found[9:] == HEADINGS[9:]


def test_the_lower_of_two_rows_is_the_row_of_headings():
    assert find_headings([(1, GROUPS), (2, HEADINGS), (3, ROW), (4, ROW)]) == 1


def test_a_title_above_the_headings_is_no_group():
    headings = ["Case number", "Offence date", "Disposal", "Victim name"]

    assert under_groups(["Out of court report", "North area"], headings) == headings
    assert under_groups(["Prepared by", "Officer: PC Marsh"], headings) == headings
    assert under_groups(["Run on", date(2026, 1, 1)], headings) == headings
    assert under_groups(["Offender report"], headings) == headings


def test_headings_that_stand_twice_are_told_apart_by_what_stands_above():
    assert under_groups(["First", None, "Second", None], ["Name", "Born", "Name", "Born"]) == [
        "First: Name",
        "First: Born",
        "Second: Name",
        "Second: Born",
    ]


def test_a_group_that_tells_what_a_heading_leaves_open_is_read_with_it():
    above = ["Offence", None, "Disposal", None]
    assert under_groups(above, ["Description", "Committed", "Method", "Finalised"]) == [
        "Offence: Description",
        "Offence: Committed",
        "Disposal: Method",
        "Finalised",
    ]


def test_conditions_above_tell_what_is_to_be_done_and_by_when():
    above = ["Offender", None, "Conditions", None, None]
    found = under_groups(above, ["Name", "Previous", "What", "By", "Done"])
    assert found == ["Offender: Name", "Offender: Previous", "Conditions: What", "Conditions: By", "Done"]
    look = look_at(found, ["Ash, Mary", "2", "Letter to shop", "15/10/2026", "Done"])
    fields = [[use.field for use in one.uses] for one in suggest(look, "Northmoor Police")]
    assert fields[1:] == [["previous_outcomes"], ["conditions"], ["conditions_due"], ["conditions_completed"]]


def test_initials_under_checked_are_no_checks_that_were_done():
    [one] = suggest(look_at(["Checked"], ["JP"], ["JP"]), "Northmoor Police")
    assert not one.uses
    assert "its values are somebody’s initials" in one.why
