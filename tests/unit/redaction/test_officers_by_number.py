"""Officers called by their number alone are masked by what they have, who they are with, or a list of units."""

import pytest


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("He was crewed with 2203 that night.", ("2203",)),
        ("The bwv of 7023 is downloaded.", ("7023",)),
        ("It is in 4417's notes.", ("4417",)),
        ("UNITS ASSIGNED: 4417, 2203 AND 918", ("4417", "2203", "918")),
        ("UNITS BULLARD 1618 / THURLOW 1571 ASSIGNED AT ONCE", ("1618", "1571")),
    ],
)
def test_an_officer_called_by_number_is_masked(redactor, written, numbers):
    text = redactor.redact(written).text
    assert not [number for number in numbers if number in text], text


@pytest.mark.parametrize(
    "written",
    [
        "UNITS REQUESTED AT 1830, 1845 AND 1900.",
        "Units of alcohol: 120 a week. Units sold: 400, 500 and 600.",
        "The notes of 300 words, the footage of 1200 hours and the 2023 notes were read.",
    ],
)
def test_other_numbers_beside_units_and_notes_stay(redactor, written):
    assert redactor.redact(written).text == written
