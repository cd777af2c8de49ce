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
