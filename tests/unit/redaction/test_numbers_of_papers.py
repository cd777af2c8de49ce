"""Numbers of papers, boxes, fleets and tools, told by their letters or by the word before them."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("This repeats log QW 2204/118, so close one.", "QW 2204/118"),
        ("Stolen: a drill, serial ZBK 7710345, from the shed.", "ZBK"),
        ("She waits for her claim TQX 6602114 still.", "TQX"),
        ("The punt bears reg ZBR 440917 on its bow.", "ZBR"),
        ("My badge is PHD 66120, I drive nights.", "PHD 66120"),
        ("Zorbik & Wenna LLP, DX 44021, wrote again.", "44021"),
        ("The lorry was fleet 7719, seen twice.", "7719"),
        ("Stop him only with PC Zorbik (Roads Team, 4417) there.", "4417"),
        ("Stopped K771 CAR (coach, hired) at noon.", "K771 CAR"),
        ("Rent went from 55120934 sort code 30 41 77 monthly.", "sort code"),
    ],
)
def test_a_number_is_masked_with_its_letters(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "5x5x5 / INTELLIGENCE REPORT",
        "The fleet of 2024 was sold.",
        "DX 2024 was the plan.",
        "Her claim AND 2024 papers.",
    ],
)
def test_what_only_looks_like_one_stays(redactor, written):
    assert redactor.redact(written).text == written


def test_the_hour_of_a_call_is_no_part_of_the_number_rung(redactor):
    assert redactor.redact("1300 07700 900128 rung.").text.startswith("1300 [")
    assert redactor.redact("1930 999. He hung up.").text == "1930 999. He hung up."


def test_the_kind_of_vehicle_before_a_mark_stays(redactor):
    assert redactor.redact("The vrm of van AE22 JNU was seen.").text == "The vrm of van [Vehicle mark 1] was seen."
