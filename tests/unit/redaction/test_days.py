"""Dates in every way in which officers write them, and the times and fractions that stay."""

from datetime import date

import pytest

OFFENCE = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12/03/2026", "the day of the offence"),
        ("12.03.26", "the day of the offence"),
        ("12-3-26", "the day of the offence"),
        ("12 March", "the day of the offence"),
        ("12th March 2026", "the day of the offence"),
        ("12th of March", "the day of the offence"),
        ("March 12th", "the day of the offence"),
        ("March 12, 2026", "the day of the offence"),
        ("12/3", "the day of the offence"),
        ("12MAR26", "the day of the offence"),
        ("12-Mar-2026", "the day of the offence"),
        ("2026-03-12", "the day of the offence"),
        ("Thursday 12th March", "the day of the offence"),
        ("Thurs 12/03/26", "the day of the offence"),
        ("Thursday, 12 March 2026", "the day of the offence"),
        ("Fri 13 Mar", "1 day after the offence"),
        ("13th Mar '26", "1 day after the offence"),
        ("twelfth of March", "the day of the offence"),
        ("20260312", "the day of the offence"),
        ("12032026", "the day of the offence"),
        ("9 Feb 2026", "31 days before the offence"),
        ("January 2026", "about 2 months before the offence"),
        ("Jan 26", "45 days before the offence"),
        ("December 2025", "about 3 months before the offence"),
        ("March 2024", "about 2 years before the offence"),
        ("1 Jan 2020", "about 6 years before the offence"),
        ("14th", "2 days after the offence"),
        ("Sunday 15th", "3 days after the offence"),
        ("2026/03/14", "2 days after the offence"),
        ("14/03/26", "2 days after the offence"),
        ("14 / 03 / 2026", "2 days after the offence"),
        ("14 . 3 . 26", "2 days after the offence"),
        ("Sat 14th March 26", "2 days after the offence"),
        ("Boxing Day 2025", "76 days before the offence"),
        ("the 12th of March 2026", "the day of the offence"),
        ("19/03 08:10", "7 days after the offence"),
    ],
)
def test_a_date_becomes_its_distance_however_it_is_written(redactor, written, told):
    result = redactor.redact(f"Seen on {written} at the shop.", offence_date=OFFENCE)
    assert result.text.replace(" 08:10", "") == f"Seen on [{told}] at the shop."


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("from 12-14 March 2026.", "from [the day of the offence]-[2 days after the offence]."),
        ("12/3/26 - 14/3/26", "[the day of the offence] - [2 days after the offence]"),
        ("between 10 and 14 March", "between [2 days before the offence] and [2 days after the offence]"),
        ("since January he", "since [about 2 months before the offence] he"),
        ("in March.", "in [the month of the offence]."),
        ("at 2215hrs on 12/03/26", "at 2215hrs on [the day of the offence]"),
        ("on 12 March 10.15pm", "on [the day of the offence] 10.15pm"),
    ],
)
def test_both_ends_of_a_range_and_months_are_told_and_times_stay(redactor, sentence, redacted):
    assert redactor.redact(sentence, offence_date=OFFENCE).text == redacted


@pytest.mark.parametrize(
    "sentence",
    [
        "yesterday he came; last Tuesday at 10:15; on Friday night",
        "in 2025 and 2024 he moved; since 1998",
        "he may 12 times have; march 3 miles; may 2 of them go",
        "at 12.30 and 10.45 hrs, 3/10 severity, 1/2 a pint, 24/7",
        "on the 5th floor; 3rd offence; his 2nd warning; the 4th time",
        "s.5/s.4; 8/06; 49/10; 2/3 of them",
        "in the Mar area; sat 2 hours; sun 30 degrees; wed in church",
        "5 may have left and a third may follow",
        "Home Office codes 8/06 and 49/10, open 24/7",
    ],
)
def test_what_only_looks_like_a_date_stays(redactor, sentence):
    assert redactor.redact(sentence, offence_date=OFFENCE).text == sentence


def test_a_redacted_date_is_read_as_a_tag(redactor):
    once = redactor.redact("In March, on 14/03/26 and since January.", offence_date=OFFENCE).text
    assert redactor.redact(once, offence_date=OFFENCE).text == once
