"""Numbers told by the word or the name before them: what is worn, half a vehicle's mark, a paper's number."""

import pytest


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Call taken by Gwendolen Achebe K4471. Closed.", "K4471"),
        ("Gwendolen Achebe 6650: rang back, no reply.", "6650"),
        ("Seen in a red Micra part idx KD55 near the bridge.", "KD55"),
        ("The plate began with reg ND17 and the rest was mud.", "ND17"),
        ("My badge number is PHD 4410 and I drive nights.", "4410"),
        ("Known from the centre's ban list QSC-118 as well.", "QSC-118"),
        ("He fears for his discharge book no UK 551 820 and his job.", "UK 551 820"),
        ("They followed her to 9 Glebe Flats that night.", "Glebe Flats"),
    ],
)
def test_a_number_is_told_by_what_is_before_it(redactor, written, number):
    assert number not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "It is on the list of 118 names.",
        "The book no longer shut.",
        "See the ticket number below.",
        "A ban list in 2024.",
    ],
)
def test_everyday_figures_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_half_a_mark_by_itself_is_doubted_and_a_form_is_not(redactor):
    written = "He will provide MG11 and saw KD55 in the lane."
    doubted = [written[doubt.start : doubt.end] for doubt in redactor.redact(written).doubts]
    assert "KD55" in doubted
    assert "MG11" not in doubted


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("He slept on the trawler Gannet Pride (XY 42) that week.", "Gannet Pride"),
        ("He slept on the trawler Gannet Pride (XY 42) that week.", "XY 42"),
        ("She lives on a narrowboat called Teasel with two dogs.", "Teasel"),
        ("Call sign QV41 attended at ten.", "QV41"),
        ("Detained, DOB 010199, no trace.", "010199"),
        ("She had a text from a number ending 551 that night.", "551"),
        ("He messaged as xXnoonXx all week.", "xXnoonXx"),
    ],
)
def test_boats_call_signs_and_ends_of_numbers_are_found(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize("written", ["NB He was sober.", "The ship sailed at ten.", "It was the week ending 2026."])
def test_a_note_is_no_boat_and_a_year_no_number(redactor, written):
    assert redactor.redact(written).text == written


def test_an_outward_code_by_itself_is_doubted(redactor):
    written = "He is banned from all of LL14 for a year."
    assert [written[each.start : each.end] for each in redactor.redact(written).doubts] == ["LL14"]


def test_call_signs_joined_by_and_in_capitals_are_both_found(redactor):
    text = redactor.redact("UNITS QV31 AND QV33 ASSIGNED TO A RED VW GOLF NEARBY.").text
    assert "QV31" not in text
    assert "QV33" not in text
    assert "RED VW GOLF" in text
