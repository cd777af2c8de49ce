"""Pubs of policy words, venues with a number, the owner before a trade, and a make's own premises."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("The landlord of the Crown refused to serve him.", "Crown"),
        ("He had been drinking in the Prince of Wales since midday.", "Prince of Wales"),
        ("The store is at Centre 27 and was shut.", "Centre 27"),
        ("The glass came from the Nag's Head.", "Nag"),
        ("he drinks in the new beehive and has a lockup behind the station which we looked at", "beehive"),
        ("1904 MALE WAS DRINKING IN THE BULL UNTIL 7 AND WILL NOT LEAVE THE CAR PARK NOW", "BULL"),
        ("He works as a chef in Bistro 21 on nights.", "Bistro 21"),
        ("Her mum has Baker's the florist by the crossing.", "florist"),
        ("He is a Saturday lad at Coopers the ironmongers.", "Coopers the ironmongers"),
        ("He came off shift at the Cadbury factory at ten.", "Cadbury"),
        ("He is a driver for Vauxhall and is on nights.", "Vauxhall"),
        ("She has just started at ISS on shifts.", "ISS"),
        ("We had gone into Party World and he was there.", "Party World"),
        ("Pupils from Bishop Challoner were seen throwing stones.", "Bishop"),
        ("She was on Keats ward when he came.", "Keats ward"),
        ("The owner of Mum's Kitchen has the footage.", "Kitchen"),
        ("He ran across the Levels to the shops.", "Levels"),
    ],
)
def test_what_is_done_there_tells_a_place(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The case was sent to the Crown for a decision.",
        "The back door of the pub was open and the glass was on the bar.",
        "They were stood at junction 9 of the motorway.",
        "He spoke to the butcher and the barber.",
        "she went to the back door and he was sat on the step with a can and would not go home",
    ],
)
def test_the_crown_roads_and_trades_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize("name", ["Flying Horse", "Running Stag", "Laughing Fish"])
def test_a_pub_is_not_kept_for_the_beast_on_its_sign(redactor, name):
    assert name not in redactor.redact(f"They were outside the {name} at ten.").text
