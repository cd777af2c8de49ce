"""What stands in boxes of a table, in a bus's number, in a group's name, and what only looks like somebody there."""

import pytest

from redaction import Party, Redactor
from redaction.shaped.strips import Strips


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("3 | Zorbik, Wenna | 04/04/66 | no answer", "04/04/66"),
        ("3 | Zorbik, Wenna | 1971-02-09 | - |", "1971-02-09"),
        ("3 | Zorbik, Ron; Zorbik, Wenna | 1/6/59; 2/6/61 | - |", "2/6/61"),
        ("The driver was Wenna ZORBIK 1 March 1953, who stayed.", "1 March 1953"),
        ("She was pushed off the P19 bus by him.", "P19"),
        ("He got on the 907, and sat down.", "907"),
        ("She can get the number 81 from the square.", "81"),
        ('All of it is in the group chat "year 9 weasels" still.', "weasels"),
        ("Called 07700-900-128 | Dashcam! Parked AE22 JNU. Kept.", "AE22 JNU"),
        ("Pursued YB02 ASK for a mile.", "YB02"),
        ("Custody BX 0418/25 applies.", "BX"),
        ("He owns the flat in 14 Rue des Zorbiks there.", "Rue des Zorbiks"),
        ("They stay in caravan 17, Zorbiholme until May.", "caravan 17"),
        ("Keep away from the neighbour's door at 37 or leave.", "37"),
        ("She is on an apprenticeship at Nails by Wenna now.", "Nails by Wenna"),
        ("Paid to s/c 49-23-33 a/c 21433238 twice.", "s/c"),
        ("We met outside Quillet nightclub at two.", "Quillet nightclub"),
    ],
)
def test_it_is_masked(redactor, text, hidden):
    assert hidden not in redactor.redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Seen on 12 March at 1930.",
        "He took the 3 to court papers home.",
        "Sent to the Magistrates' Court at once.",
        "ABE interview to follow.",
        "Escorted by a DDO to the exit.",
        "Complaint to Professional Standards made.",
    ],
)
def test_it_stays(redactor, text):
    assert redactor.redact(text).text == text


def test_an_address_that_says_there_is_none_masks_nothing(redactor):
    party = Party(role="suspect", forenames="Wenna", surname="Zorbik", identifiers=("NFA",))
    assert (
        redactor.redact("ZORBIK, Wenna - NFA. Outcome: NFA.", parties=[party]).text == "[Suspect] - NFA. Outcome: NFA."
    )


@pytest.mark.parametrize("between", range(1, 60))
def test_no_strip_of_digits_cuts_a_number_in_two(between):
    text = "07700900128 " + ("x" * 7 + " ") * 9
    text = text[: 12 + between].rstrip() + " AE22 JNU"
    assert "AE22 JNU" in Strips(text).text


def test_a_policy_word_that_the_tagger_takes_for_a_firm_is_at_most_a_doubt():
    text = "She took her off Facebook and told the college."
    assert "Facebook" in Redactor().redact(text).text
