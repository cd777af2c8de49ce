"""Counts, forms, models of cars and ages beside a neighbour stay; numbers of things and doors do not."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Out of 13456 cautions 12345 were looked at.",
        "There were 54321 incidents in 2024, and the fine was 23417 in all.",
        "She applied on form C100 and has an FL401 order.",
        "It was a Mercedes C220, and then a Ford F150.",
        "H2H done: 12 no replies.",
        "His neighbour began drinking at 16, and the resident moved in at 60.",
        "It is done. Thanks\nAttachments\nHe left.",
    ],
)
def test_what_identifies_nobody_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Asked for 45120 by name.", "45120"),
        ("Ticket C4471 was hers.", "C4471"),
        ("Heard by Mr Ives at 17.", "17"),
        ("The next door neighbour at 91 heard it.", "91"),
        ("H2H done: 12 no reply, 14 away.", "14"),
    ],
)
def test_numbers_of_things_and_doors_are_masked(redactor, written, number):
    assert number not in redactor.redact(written).text
