"""What a column that is not loaded says against a row is told, by words of our own list alone."""

import pytest

from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.perhaps_no_case import MOST_TOLD, PerhapsNoCase, said_of_no_case


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("CHARGED - not CR, leave off", "charged"),
        ("Cancelled, crime no-crimed", "cancelled"),
        ("NOT YET SIGNED - waiting for IP", "not yet signed"),
        ("nfa", "nfa"),
        ("caution withdrawn", "caution withdrawn"),
        ("entered in error", "entered in error"),
        ("This is not a CR", "not a cr"),
    ],
)
def test_a_short_note_that_a_row_is_no_case_is_known(text, says):
    assert said_of_no_case(text) == says


@pytest.mark.parametrize(
    "text", ["chased twice", "BWV saved", "signed copy on file", "phone charger", "discharged from hospital", "x " * 90]
)
def test_other_notes_say_nothing(text):
    assert said_of_no_case(text) == ""


def test_only_what_is_not_loaded_is_told_with_its_row_and_none_of_its_other_words():
    watch = PerhapsNoCase(OURS, ["Case number", "Notes", "Disposal"])
    assert not list(watch.of(2, ["NM/1/26", "seen by Kim Marsh", "Charged"]))
    (told,) = watch.of(3, ["NM/2/26", "Charged, see Kim Marsh", "CR"])
    assert (told.row, told.column, told.found) == (3, "Notes", "says “charged” of a row that is loaded")


def test_no_more_rows_are_told_than_somebody_reads():
    watch = PerhapsNoCase(OURS, ["Notes"])
    assert sum(len(list(watch.of(row, ["NFA"]))) for row in range(2 * MOST_TOLD)) == MOST_TOLD
