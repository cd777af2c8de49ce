"""A row at which somebody points heads the columns, unless a value stands in it."""

from datetime import date

import pytest

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.heading_rows import find_headings
from scrutiny_app.domain.pointed_headings import headings_of, rows_pointed_at, top_row


def test_a_heading_broken_onto_two_rows_is_one():
    above, below = ["Case", "Date of", "", "Outcome"], ["number", "birth", "Sex", "code"]
    assert headings_of(below, above) == ["Case number", "Date of birth", "Sex", "Outcome code"]


def test_groups_stand_before_their_headings_and_cells_merged_downwards_are_headings():
    above = ["Case number", "Victim 1", "", "Suspect", "", "Disposal"]
    below = ["", "Name", "DOB", "Name", "DOB"]
    whole = ["Case number", "Victim 1: Name", "Victim 1: DOB", "Suspect: Name", "Suspect: DOB", "Disposal"]
    assert headings_of(below, above) == whole
    assert headings_of(["Name", "Kind"]) == ["Name", "Kind"]


def test_cells_merged_downwards_are_headings_of_a_file_in_which_nobody_pointed():
    above: list[Cell] = ["Case number", "Crime number", "Victim 1", "", "", "Offence", "Offence date", "Disposal"]
    row: list[Cell] = ["A1", "42/1/26", "Tarn, Joe", date(1990, 2, 3), "1 Ash Row", "Theft", date(2026, 2, 3), "CR"]
    assert find_headings([(1, above), (2, ["", "", "Name", "DOB", "Address"]), (3, row), (4, row)]) == 1


@pytest.mark.parametrize("value", [date(2026, 1, 2), 7.0, "03/02/1990", "NE1 4ST", "x " * 150])
def test_a_row_with_a_value_in_it_heads_nothing(value):
    with pytest.raises(Refused, match="one of values"):
        headings_of(["Name", value])
    with pytest.raises(Refused, match="one of values"):
        headings_of(["Name", "Kind"], ["", value])


def test_one_row_or_two_together_may_be_pointed_at():
    assert rows_pointed_at([4, 3], [1, 3, 4]) == (4, 2)
    assert rows_pointed_at([3], [1, 3, 4]) == (3, 1)
    for wrong in ([], [9], [1, 3], [1, 3, 4]):
        with pytest.raises(Refused, match="Select"):
            rows_pointed_at(wrong, [1, 3, 4])


def test_of_a_row_the_first_filled_cells_are_shown():
    assert top_row(3, ["", "a" * 50, *"bcdefghij"]).cells == (f"{'a' * 39}…", *"bcdefgh", "…")
