"""Codes of things: letters and figures anywhere, five figures or more, and what follows the word for a thing."""

import pytest

from .marking import covered, uncovered


@pytest.mark.parametrize(
    "marked",
    [
        "My staff badge there is «E-119» and it is new.",
        "Treated by crew «C204» then.",
        "They ran the audit («SQP-AUD-118») and rang us.",
        "Two launches, boat numbers «K417» and «K420», were cut.",
        "It is on hire, agreement «MC20771», excess paid.",
        "Sales, loyalty number «0093», fit.",
        "Two pickers, clock numbers «0718» and «0745», said so.",
        "The form gives works no. «118» and a pay date.",
        "She is a receptionist, clock card «061».",
        "He wore a lanyard with a number, «0664», and a jacket.",
        "An envelope from the chapel no «0147».",
        "PLATE «SMBC 4419» WAS SEEN.",
        "The sticker, asset «PH 6631».",
        "A lifeguard, card «HLP 206», said so.",
        "The claim «CL 2291 04 K» is open.",
        "Her licence «CRUMP 912292 A9» was shown.",
        "The lease «BLH/W/07» ends.",
        "The lift is lift «HH2».",
        "No marks were noted, visit «88204».",
        "They were told, «ENQ 991273».",
        "The log «55:14 231125» says so.",
        "She got most of it, «Y N 6 6 P».",
        "The DOB on charge sheet «25/08/1978» is wrong.",
        "She is at Flat 16, not «61».",
        "He is shown as «27781» on the page.",
        "Endorsed «4471».",
        "Steward «4471» put him out.",
        "Her badge read «0412» and no more.",
        "The form is numbered «B 4471».",
        "Spoke with «4412», who agreed. Tasked «5512».",
        "Paid by card «5412 75** **** 4412».",
    ],
)
def test_a_things_code_is_found(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "text",
    [
        "It cost 12000 pounds and 50000 people came; he has 23417 followers.",
        "The A470 and the B1234, form MG11 and MG6C, s.136, S136 and CJA 1988.",
        "There was no 999 call and no 101 call. In no 2024 report was it told.",
        "SECOND CALL FROM 2 MEN. HE PAID 12000 FOR IT AND WAS SEEN AT 0225.",
        "The job was done by 1430. On till 0300 he slept. Order 1 of 2.",
        "He took 2000 cigarettes and 10000 steps. The year 2025 and the day 231125.",
        "T-shirt, U-16, COVID-19 and PS5.",
        "ISO 27001, ICD-10, form N244 and SA100.",
        "Number 10 and no 8 of 12. No 500 notes were found.",
        "A B C of it all. I A M.",
        "Spoke to 12 people and tasked 30. Marked 2019. WARRANT CARD ISSUED.",
        "It was ** 12 XX 34 ** then.",
        "The claim was heard in 2019 and the policy ended in 2020.",
    ],
)
def test_amounts_times_laws_and_forms_stay(text):
    assert covered(text) == []
