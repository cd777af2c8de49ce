"""Homes called by their number alone are masked by what is told of them; other bare numbers stay."""

import pytest


@pytest.mark.parametrize(
    ("written", "doors"),
    [
        ("A brick was thrown through the window of 52.", ("52",)),
        ("She'd moved upstairs to 22a so the letter went astray.", ("22a",)),
        ("The dispute between 21 and 23 is about the hedge.", ("21", "23")),
        ("The bloke from 33 told them to pack it in.", ("33",)),
        ("The ring doorbell on 26 shows the lad.", ("26",)),
        ("It was the wrong letterbox. He meant 25, he says.", ("25",)),
        ("The parcel was for 41.", ("41",)),
        ("CODE WITH NEIGHBOUR 46. MARKER PLACED ON 48.", ("46", "48")),
        ("Told to stay 50 metres away from 36.", ("36",)),
        ("Tried 10, 12 and 14 - no reply.", ("10", "12", "14")),
        ("Nothing was seen at number 27. 29 heard a bang, and paint was thrown at 31.", ("27", "29", "31")),
    ],
)
def test_a_home_called_by_its_number_is_masked(redactor, written, doors):
    text = redactor.redact(written).text
    assert not [door for door in doors if door in text.replace("50 metres", "")], text


@pytest.mark.parametrize(
    "written",
    [
        "Moved up from 4 to 5 on the matrix.",
        "The hearing was moved to 28, then put off.",
        "The windows of 3 cars were broken and he paid between 40 and 50 for it.",
        "Attendance is at 71% and he is in 9K now.",
        "Out of 20 questions he answered 14.",
        "Put through to 14 people, went from 2 to 4 and got 12 weeks.",
        "Neighbours at the door heard 8 or 9 bangs.",
    ],
)
def test_other_bare_numbers_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_number_where_homes_are_spoken_of_is_doubted(redactor):
    result = redactor.redact("The postman went past the door, then to 15 and home.")
    assert "15" in [
        result.doubts and "The postman went past the door, then to 15 and home."[d.start : d.end] for d in result.doubts
    ]


def test_doors_that_begin_sentences_of_house_to_house_are_masked(redactor):
    written = "H2H: 202 n/r. 204 elderly, saw nowt. 212 takeaway, CCTV. 214 above it, lads on nights. 216 shut."
    text = redactor.redact(written).text
    assert not [door for door in ("202", "204", "212", "214", "216") if door in text], text


def test_counts_after_house_to_house_stay(redactor):
    written = "H2H outstanding. 12 months offered. 2 conditions. 3 hours of it. 1410 no reply."
    assert redactor.redact(written).text == written


def test_a_number_that_answers_a_question_for_one_is_masked(redactor):
    assert "16" not in redactor.redact("PC: Which number? M: 16. PC: Who is in?").text
