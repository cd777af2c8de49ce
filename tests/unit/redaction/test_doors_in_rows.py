"""Doors in rows are masked by the street, the list or the flat that tells them; other numbers in rows stay."""

import pytest


@pytest.mark.parametrize(
    ("written", "doors"),
    [
        ("He owns 29, 31 and 33 Dowsett Road.", ("29", "31")),
        ("The bins of 38 & 40 Fell Road were set alight.", ("38",)),
        ("Asked at 4a, 6/8 and 10 Quarry Lane.", ("4a", "6")),
        ("Russell Street: 11 and 13 asleep. 17, would not speak.", ("11", "13", "17")),
        ("House to house.\nNo 2  In bed by ten.\nNo 3  No reply.\nNo 7  Holiday let.", ("No 2", "No 3", "No 7")),
        ("Neighbours asked.\nFlat 4 - away.\nFlat 9 - heard a bang.", ("Flat 4", "Flat 9")),
        ("She stays at flat 1/2. There was a party up the stair at 3/2, she says.", ("1/2", "3/2")),
    ],
)
def test_doors_in_a_row_are_masked(redactor, written, doors):
    text = redactor.redact(written).text
    assert not [door for door in doors if door in text], text


@pytest.mark.parametrize(
    "written",
    [
        "Sections 29, 31 and 33 of the Act apply.",
        "Items:\nNo 1  the panel's minutes.\nNo 2  the rota.",
        "Conditions: 11 and 13 were kept. 17, was not.",
        "It was marked at 1/2 of its value, and sold at 3/2 of it.",
        "In the years 2024 and 2025 the outcome was recorded.",
    ],
)
def test_other_numbers_in_rows_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_year_before_a_street_is_no_door_of_it(redactor):
    assert "2024 and" in redactor.redact("Between 2024 and 14 Quarry Lane was empty.").text
