"""Forenames that people of the United Kingdom bear are known as such, whatever comes after them."""

import pytest


@pytest.mark.parametrize(
    "forename", ["Ffion", "Lowri", "Harpreet", "Naveed", "Bartosz", "Oluwaseun", "Tendai", "Eilidh", "Osian", "Xiuying"]
)
def test_a_forename_goes_with_the_everyday_word_after_it(redactor, forename):
    written = f"Kind regards\n{forename} Day\nPerformance Officer"
    assert "Day" not in redactor.redact(written).text
    assert forename not in redactor.redact(written).text


@pytest.mark.parametrize("written", ["A piece of cake and a haf measure.", "He has a gruff voice and a tuba."])
def test_everyday_words_among_them_stay(redactor, written):
    assert redactor.redact(written).text == written
