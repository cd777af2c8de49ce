"""Names of two syllables joined by a hyphen are masked whole, and everyday compounds with a capital stay."""

import pytest

from redaction import Party


@pytest.mark.parametrize(
    "sentence",
    [
        "Spoke to Min-jun who agreed.",
        "Mr Kim Hyun-woo rang.",
        "It was Seo-yeon and Jae-sung.",
        "Jobs: Bettany, landlord. Hyun-woo, call him.",
    ],
)
def test_no_half_of_a_name_of_two_syllables_is_left(redactor, sentence):
    text = redactor.redact(sentence).text
    assert not {"jun", "woo", "yeon", "sung", "Min", "Hyun", "Jae"} & {*text.replace("-", " ").split()}


@pytest.mark.parametrize(
    "sentence",
    ["He stole gin from the Co-op on Monday.", "He is on Pre-charge bail.", "It is a Non-crime entry, some Blu-tack."],
)
def test_an_everyday_compound_with_a_capital_is_no_name(redactor, sentence):
    assert redactor.redact(sentence).text == sentence


def test_a_party_s_name_before_a_word_stays_masked_by_itself(redactor):
    party = Party(role="suspect", forenames="Min", surname="Blenkinsop")
    text = redactor.redact("A Blenkinsop-led row, and Min-led too.", parties=[party]).text
    assert text == "A [Suspect]-led row, and [Suspect]-led too."
