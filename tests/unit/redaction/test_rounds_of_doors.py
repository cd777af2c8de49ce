"""Bare numbers are doors in a round of neighbours and by who speaks there; other numbers beside them stay."""

import re

import pytest

ROUNDS = [
    ("Knocked in Quarry Fold. 2 nothing. 4 nothing. 6 Barbara. 8 dog. 10 no reply.", ("2", "4", "6", "8", "10")),
    ("At each door: 1 is Hetty, 2 is a void, 3 is Desmond and 4 is a lad.", ("1", "2", "3", "4")),
    ("Flats visited: 1 - Mr & Mrs Duffield, 3 - no answer, 5 - vacant.", ("1", "3", "5")),
    ("I did my visits:\n- 3, Mr Plum, asleep\n- 7, Mrs Achebe, upset\n- 11, n/r", ("3", "7", "11")),
    ("H2H NELSON ROAD 7 MR BA, 8 NR, 9 SUSP, 10 MISS STAR, 11 HOA.", ("7", "8", "9", "10", "11")),
    ("Larch Road, evens: 2 Jo, 4 Mr Ode, 6 refused. Odds: 1 Mrs Pat, 3 no reply.", ("2", "4", "6", "1", "3")),
    ("Visited the almshouses. 1 Miss Amory, blind. 2 Mrs Doris Ames. 5 & 6 empty.", ("1", "2", "5", "6")),
]
SPEAKING = [
    ("Blossom Way. No 3, 5, 7 and 11 have all been hit. 9 has not.", ("3", "5", "7", "11", "9")),
    ("A row in Marl Street. Storm at 5 says it was kids.", ("5",)),
    ("Cut on Poplar Rise. No 35, Mr Fountain, saw it. No 31 (Ebele) did not.", ("35", "31")),
    ("The noise in Weir Road goes on. 16 says he throws stones, but 25 say nobody does.", ("16", "25")),
    ("Victim says that 88 and 92 on Tamworth Road lost parcels.", ("88", "92")),
    ("At 3 Mere Court a child answered. At 5 nobody came.", ("3", "5")),
    ("Plaster from Fern next door, 56.", ("56",)),
    ("In Maple Grove 12's fence is down.", ("12",)),
    ("Answered in Sorrel Street: 4. Answered: 1, 9, 17.", ("1", "9", "17")),
]
OF_A_KIND = [
    ("Traders spoken with: Unit 1 Sew What, Unit 2 shut, Unit 3 Derwent Dogs.", ("Unit 1", "Unit 2", "Unit 3")),
    ("Berth 4 is empty and berth 7 is the suspect's.", ("4", "7")),
]


@pytest.mark.parametrize(("written", "doors"), [*ROUNDS, *SPEAKING, *OF_A_KIND])
def test_each_door_is_masked(redactor, written, doors):
    masked = {written[span.start : span.end] for span in redactor.redact(written).spans}
    assert all(re.search(rf"\b{door}\b", " ".join(masked)) for door in doors), masked


@pytest.mark.parametrize(
    "written",
    [
        "House searched. Exhibits: 1 is empty, 2 is locked, 3 no trace.",
        "Q1 no. Q2 yes. 3 is no. 4 is yes. 5 no reply. He was at home.",
        "The neighbours came. 1 male seen. 2 females in a car. 3 vehicles checked. 5 youths moved on.",
        "Enquiries at the flats took 3 officers 45 minutes, and 12 of them said no.",
        "The house costs £16.40 has been paid, of £34.40 was owed.",
        "Minutes. 2 Nothing heard. 3 Road safety. 4 No reply from council. 5 AOB.",
        "Stopped on the road: 1 was driving, 2 was in the back, 3 was sleeping.",
        "The home visit. 11:30 said nothing. 14:52 refused. 16:55 no reply.",
        "Interview room 2 and interview room 3 at the police station were full.",
    ],
)
def test_other_numbers_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize("number", ["45 messages", "3 more", "18 carat"])
def test_what_is_counted_behind_a_street_and_a_colon_stays(redactor, number):
    assert number in redactor.redact(f"Cooper Street: 2 nothing. 4 nothing. {number} to do.").text
