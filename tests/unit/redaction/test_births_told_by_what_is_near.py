"""Dates of birth told by an age, a paper or the name before them, with or without lines."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Statement of a student, age 16 (3 Feb 2009), taken at home.", "3 Feb 2009"),
        ("His passport ZK4410982 says 02/02/1999. He denies it.", "02/02/1999"),
        ("The record shows 02/02/1999; the card differs.", "02/02/1999"),
        ("AP ZORBIK Wenna (Minnow), 07/03/2001; student.", "07/03/2001"),
        ("PERSON WENNA ZORBIK   BORN 7 3 01   HT tall", "7 3 01"),
        ("With Wenna Zorbik 7 3 01, and her friend.", "7 3 01"),
        ("So I am Wenna Zorbik. 7/3/2001. I live here.", "7/3/2001"),
    ],
)
def test_a_birth_is_told_by_what_is_near(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The record shows 02/02/2026. It was closed.",
        "Born 4 lbs 2 oz, she says.",
        "Scored 3 2 1 at the end.",
        "He went live: police were called.",
    ],
)
def test_other_figures_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_name_on_skype_is_masked_whole(redactor):
    assert (
        redactor.redact("He told her to write to live:zorbik.w77.").text == "He told her to write to [Online name 1]."
    )
