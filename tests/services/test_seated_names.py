"""Who sits on the panel is found in a letter under each form of the name; plain words in small letters are let be."""

import pytest

from scrutiny_app.services.seated_names import is_said, mentions_in

SEATED = ["Cllr Mhairi McAllister-Kent JP", "Will Mark", "Robert Green", "Jo van der Berg", "Łukasz"]


@pytest.mark.parametrize(
    "words",
    [
        "mhairi mcallister thought well of it",
        "The chair, Mhairi, thought well of it",
        "M. McAllister-Kent liked this",
        "kent said so",
        "MCALLISTER liked it",
        "Yesterday Will thought well of it",
        "ms green liked it",
        "Bob liked it",
        "The chair, Berg, liked it",
    ],
)
def test_each_form_of_a_seated_name_is_found(words):
    assert mentions_in(words, SEATED)


@pytest.mark.parametrize(
    "words", ["we will mark the form with green ink", "the van was kept", "a pc and a jp", "Thank you", "Rhys liked it"]
)
def test_plain_words_and_others_names_are_let_be(words):
    assert mentions_in(words, SEATED) == []


def test_a_word_of_ones_own_name_is_let_be_and_the_others_are_not():
    assert mentions_in("Dear Mhairi", SEATED, ["Jones, Mhairi"]) == []
    assert [one.words for one in mentions_in("Mhairi McAllister", SEATED, ["Jones, Mhairi"])] == ["Mhairi McAllister"]


def test_only_a_plain_word_may_be_meant_otherwise():
    found = {one.words: one.is_ordinary for one in mentions_in("It was Green, or McAllister.", SEATED)}
    assert found == {"Green": True, "McAllister": False}


def test_nobody_seated_is_nobody_named():
    assert mentions_in("Mhairi", ["", "JP"]) == []
    assert is_said("mhairi", "Dear Mhairi,")
    assert not is_said("mhairi", "Dear all")
