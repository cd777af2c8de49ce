"""Everyday words as surnames told by their capitals, what opens an entry before a place, and shorthand that stays."""

import pytest


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("I know her to be Soon HATCHET 11/11/1995.", "HATCHET"),
        ("He was pointed out; det. Ester ASSIST (21) had it.", "ASSIST"),
        ("05/03/25 0750 RIVERS 4460 - house to house.", "RIVERS"),
        ("She left it there. Art Guest told us on Monday.", "Guest"),
        ("There was a crash. Is Biscuit alright?", "Biscuit"),
        ("17:10 PD RAZOR deployed at the gate.", "RAZOR"),
    ],
)
def test_a_surname_or_name_told_by_its_capitals_is_masked(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "Very LOUD noise was heard by them.",
        "The FLO rang him and the ABE was booked.",
        "FTA at court; ETA of the HCP not known. LPA seen, NRCU told, HO asked.",
        "Fare not paid. Car parked. Heard nothing else. Known to staff.",
        "1907 A/V RESPONDING",
        "The Ocado driver wore a Wimpy cap and drove a Scirocco.",
    ],
)
def test_shorthand_makes_and_loud_words_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("Then on.\n2314 Brzozaford taxi rank, driver seen.", "Then on.\n2314 ["),
        ("He drank in The Brzoza Arms, they said.", "He drank in The ["),
    ],
)
def test_what_leads_up_to_a_place_stays(redactor, written, begins):
    assert redactor.redact(written).text.startswith(begins)
