"""Initials that are shorthand too are somebody where they act or are a party's, and shorthand in a box."""

import pytest

from redaction import Party


@pytest.mark.parametrize(
    ("forename", "surname"),
    [
        ("Neha", "Kaur"),
        ("Lena", "Patel"),
        ("Paul", "Ford"),
        ("Neha", "Patel"),
        ("Vera", "Adams"),
        ("Dilys", "Morgan"),
        ("Jonah", "Price"),
        ("Petra", "Eze"),
        ("Mona", "Grant"),
    ],
)
def test_a_partys_initials_are_masked_throughout_where_they_speak(redactor, forename, surname):
    letters = forename[0] + surname[0]
    party = Party(role="victim", forenames=forename, surname=surname)
    told = redactor.redact(f"{letters} stated that he hit {letters}. Spoke with {letters}.", parties=[party])
    assert told.text == "[Victim 1] stated that he hit [Victim 1]. Spoke with [Victim 1]."


@pytest.mark.parametrize("letters", ["NK", "LP", "PF"])
def test_a_party_is_masked_though_the_letters_say_nothing(redactor, letters):
    party = Party(role="victim", forenames=letters[0] + "wenna", surname=letters[1] + "orbik")
    assert redactor.redact(f"He hit {letters} twice.", parties=[party]).text == "He hit [Victim 1] twice."


@pytest.mark.parametrize(
    "written",
    [
        "Victim NK said he hit her.",
        "NK told the officer she was hit.",
        "I spoke to NK about it.",
        "Mr NK attended.",
        "Suspect NK pushed him.",
        "Victim: LP. LP said he fell.",
        "PF told her that he was sorry.",
    ],
)
def test_strangers_initials_are_masked_where_they_act(redactor, written):
    letters = next(each for each in ("NK", "LP", "PF") if each in written)
    assert letters not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "Suspect known as nickname NK. Address NK.",
        "Surname NK, forename NK.",
        "DOB NK. Phone NK.",
        "PF form done. PF issued by post.",
        "CID and the DV unit came. The QS was told.",
    ],
)
def test_shorthand_stays(redactor, written):
    assert redactor.redact(written).text == written


def test_letters_of_offices_stay_though_they_are_a_partys(redactor):
    party = Party(role="suspect", forenames="Ivo", surname="Pemberton")
    assert redactor.redact("The IP said he ran. IP upset.", parties=[party]).text == "The IP said he ran. IP upset."
