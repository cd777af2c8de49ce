"""What stands after an article is an insult, an office or a thing, and nobody's name; places called so are."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        'He called her a "Muppet" and he was told that he was a "Wasteman".',
        "She spoke to the Librarian and then to a Surveyor. The Brigadier was content.",
        "It was the World Cup and they had watched Top Gun. The dog is a Dobermann.",
        "The Risk Assessment was Medium. He paid by Barclaycard and flew with Ryanair.",
    ],
)
def test_what_stands_after_an_article_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He spoke to the Librarian Zorbik and left.", "Zorbik"),
        ("The landlord of the Volunteer refused to serve him.", "Volunteer"),
        ('Trevor "Tug" Zorbik was there.', "Tug"),
        ("She lives on Coronation Street with him.", "Coronation"),
    ],
)
def test_names_and_pubs_beside_articles_are_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


def test_words_with_which_something_said_begins_stay(redactor):
    written = 'She said "Leave him" and "Get off me". The text was "Hope you rot".'
    assert redactor.redact(written).text == written
    assert "Hope" not in redactor.redact('"Hope did it" she said.').text
