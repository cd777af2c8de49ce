"""Words of policy and deeds go on with a place's name only where nothing that goes on with them follows."""

import pytest


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("In Leeds stop and search was used.", "stop and search was used."),
        ("They met in Wigan common assault followed.", "common assault followed."),
        ("He left Wigan crossing the road.", "crossing the road."),
        ("In Bolton ground floor flat was let.", "ground floor flat was let."),
        ("In Swindon block payments were made.", "block payments were made."),
        ("From Leeds tip offs came in.", "tip offs came in."),
        ("At Wigan ward councillors spoke.", "ward councillors spoke."),
        ("In Crewe stop signs were stolen.", "stop signs were stolen."),
        ("In Derby ground rules were set.", "ground rules were set."),
        ("In Wigan stop notices were given.", "stop notices were given."),
        ("In Leeds stop searches rose.", "stop searches rose."),
    ],
)
def test_policy_beside_a_place_stays(redactor, written, left):
    assert redactor.redact(written).text.endswith(f"] {left}")


@pytest.mark.parametrize(
    ("written", "redacted"),
    [
        ("He waited at the Leigh stop.", "He waited at the [Place 1]."),
        ("At Swindon shops he fell.", "At [Place 1] he fell."),
        ("It was at the Leeds tip and then home.", "It was at the [Place 1] and then home."),
        ("On Wigan common, a dog bit her.", "On [Town 1], a dog bit her."),
        ("He was at the Quexby common near a tree.", "He was at the [Place 1] near a tree."),
        ("At Wigan bus stop he hit her.", "At [Place 1] he hit her."),
        ("He was on Bolton ward when it happened.", "He was on [Town 1] when it happened."),
    ],
)
def test_a_place_goes_on_to_its_end_and_is_no_person(redactor, written, redacted):
    assert redactor.redact(written).text == redacted


def test_derby_branch_office_keeps_its_office(redactor):
    assert "branch office of a union" in redactor.redact("The Derby branch office of a union wrote.").text
