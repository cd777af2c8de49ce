"""Doors are told by who answers there and by the doors beside them; hours, ages and counts are none."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Spoke to the lady at 44.", ("44",)),
        ("The man from 9 saw it too.", ("9",)),
        ("No reply at 8, 10 or 12a.", ("8", "10", "12a")),
        ("Doors tried: nos 12, 14 and 20, but not 36.", ("12", "14", "20", "36")),
        ("He admits two houses, not 36, and no more.", ("36",)),
        ("Knocked on 15 and 19 with no answer.", ("15", "19")),
        ("Number 63 has a camera.", ("63",)),
        ("It was the house next to 31.", ("31",)),
        ("Mr and Mrs Zorbik at 6 nothing.", ("6",)),
    ],
)
def test_a_door_is_told_by_who_answers(redactor, written, hidden):
    left = redactor.redact(written).text
    assert not [number for number in hidden if f" {number}" in left]


@pytest.mark.parametrize(
    "written",
    [
        "He called at 12 and again at 14.",
        "No answer at 10.30 or 11.",
        "People at 18 can vote, and the man called at 2230 hours.",
        "He scored 3, not 4, and it went to the panel at 15 minutes past.",
    ],
)
def test_hours_ages_and_counts_stay(redactor, written):
    assert redactor.redact(written).text == written
