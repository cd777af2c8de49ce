"""One person, one tag: by role, in the order met, readable, and telling nothing of the name."""

import pytest

from redaction import Party, Redactor
from redaction.tags import TAG

ANN = Party(role="victim", forenames="Ffion", surname="Probert", identifiers=("07700 900444",))
BEN = Party(role="victim", forenames="Gwilym", surname="Treharne")
SUE = Party(role="suspect", forenames="Blodwen", surname="Skellorn")


def test_tags_are_numbered_within_the_role_in_the_order_given(redactor):
    text = "Treharne, Skellorn and Probert met."
    assert redactor.redact(text, parties=[ANN, BEN, SUE]).text == "[Victim 2], [Suspect] and [Victim 1] met."


def test_two_suspects_are_numbered(redactor):
    other = Party(role="suspect", forenames="Idwal", surname="Hathersage")
    assert redactor.redact("Skellorn hit Hathersage.", parties=[SUE, other]).text == "[Suspect 1] hit [Suspect 2]."


def test_strangers_are_numbered_in_the_order_met_and_keep_their_number_in_every_text(redactor):
    results = redactor.redact_case({"a": "Mr Hathersage ran to Mrs Openshaw.", "b": "Openshaw and Hathersage fell."})
    assert results["a"].text == "Mr [Person 1] ran to Mrs [Person 2]."
    assert results["b"].text == "[Person 2] and [Person 1] fell."


def test_a_party_s_own_things_are_tagged_as_theirs(redactor):
    assert redactor.redact("Rang 07700 900444.", parties=[ANN]).text == "Rang [Victim 1's phone number]."


def test_a_relative_is_tagged_by_whose_relative_they_are(redactor):
    text = "IP's mother Gwenllian came."
    assert redactor.redact(text, parties=[ANN]).text == "IP's mother [Victim 1's mother] came."


@pytest.mark.parametrize(("written", "read"), [("Probert's coat", "[Victim 1]'s coat"), ("Probert’s", "[Victim 1]’s")])
def test_a_possessive_reads_well(redactor, written, read):
    assert redactor.redact(written, parties=[ANN]).text == read


def test_a_tag_tells_nothing_of_the_name():
    first = Redactor().redact("Probert left with Mr Openshaw.", parties=[ANN]).text
    second = Redactor().redact("Treharne left with Mr Hathersage.", parties=[BEN]).text
    assert first == second == "[Victim 1] left with Mr [Person 1]."


def test_the_same_thing_has_one_tag_and_another_has_the_next(redactor):
    text = "Crime 2600123456 and 2600123457; 2600123456 again."
    assert redactor.redact(text).text == "Crime [Reference 1] and [Reference 2]; [Reference 1] again."


@pytest.mark.parametrize(
    "tag",
    [
        "[Victim 1]",
        "[Suspect's employer]",
        "[Victim 1 or Suspect]",
        "[Town 2]",
        "[25 to 34]",
        "[3 days after the offence]",
        "[the month of the offence]",
        "[Detail]",
    ],
)
def test_a_tag_is_known_as_one(tag):
    assert TAG.fullmatch(tag)


@pytest.mark.parametrize("words", ["[Probert]", "[Victim Probert]", "[sic]", "[2010]"])
def test_other_words_in_brackets_are_no_tag(words):
    assert TAG.fullmatch(words) is None
