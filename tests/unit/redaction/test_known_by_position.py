"""A party's name that is also a word is masked where it stands as a name, and doubted where it does not."""

import pytest

from redaction import Party

ROSE = Party(role="victim", forenames="Rose", surname="May")
POTTER = Party(role="suspect", forenames="Precious", surname="Potter")


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("rose noticed it", "[Victim 1] noticed it"),
        ("spoke to rose may", "spoke to [Victim 1]"),
        ("Then Rose left.", "Then [Victim 1] left."),
        ("5 calls.\n- May\nNo more.", "5 calls.\n- [Victim 1]\nNo more."),
        ("I told Potter so", "I told [Suspect] so"),
        ("told potter so", "told [Suspect] so"),
    ],
)
def test_it_is_masked_where_it_stands_as_a_name(redactor, sentence, redacted):
    assert redactor.redact(sentence, parties=[ROSE, POTTER]).text == redacted


@pytest.mark.parametrize(
    "sentence",
    [
        "prices rose again",
        "he may need it",
        "It was on 5 May.",
        "I have a precious few words",
        "he is a potter by trade",
    ],
)
def test_it_is_doubted_where_it_stands_as_a_word(redactor, sentence):
    result = redactor.redact(sentence, parties=[ROSE, POTTER])
    assert result.text == sentence
    assert result.doubts


@pytest.mark.parametrize("letters", ["DC", "IP", "ID"])
def test_initials_that_mean_something_in_every_file_are_doubted(redactor, letters):
    parties = [Party(role="victim", forenames=letters[0] + "aa", surname=letters[1] + "ozz")]
    result = redactor.redact(f"Then {letters} came.", parties=parties)
    assert result.text == f"Then {letters} came."
    assert [doubt.kind for doubt in result.doubts] == ["name"]


@pytest.mark.parametrize(
    "party",
    [
        Party(role="victim", forenames="Unknown", surname="Not stated"),
        Party(role="victim", forenames="N/K", surname="Withheld"),
        Party(role="victim", forenames="Mr Jo", surname="Blenkinsop Jnr"),
        Party(role="officer", forenames="PC", surname="Blenkinsop"),
    ],
)
def test_remarks_and_titles_in_the_fields_are_no_names(redactor, party):
    sentence = "Mr and PC unknown, name withheld, not stated, the junior one."
    assert redactor.redact(sentence, parties=[party]).text == sentence


@pytest.mark.parametrize("sentence", ["He didn't go.", "didn't see it", '"Ladies, one moment"'])
def test_everyday_words_a_letter_away_from_a_name_stay(redactor, sentence):
    parties = [Party(role="victim", forenames="Dian", surname="Ladiez")]
    assert redactor.redact(sentence, parties=parties).text == sentence


def test_the_first_half_of_a_postcode_is_masked_beside_its_street_and_doubted_elsewhere(redactor):
    party = Party(role="victim", forenames="Jo", surname="Ng", identifiers=("14 Acacia Avenue", "CF5 4QA"))
    result = redactor.redact("Acacia Avenue in the CF5 area. The CF5 sign.", parties=[party])
    assert "CF5 area" not in result.text
    assert result.text.endswith("The CF5 sign.")
    assert "postcode" in [doubt.kind for doubt in result.doubts]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("flat 12 brindley point", "flat 12 brindley pt"),
        ("flat 12 brindley point", "12 Brindley Point"),
        ("room 6 hawthorn hall", "room 6"),
        ("39 Kestrel Tower", "39 KESTREL TWR"),
        ("14 Acacia Avenue, CF5 4QA", "14 Acacia"),
        ("12 Heol Gollen, Rhyl", "Heol Gollen"),
        ("029 2018 4321", "2018 4321"),
        ("07700 900230", "7700 900230 ext 12"),
        ("07700 900230", "O7700 9OO23O"),
        ("AB12 CDE", "ABI2CDE"),
    ],
)
def test_a_part_of_an_identifier_or_one_with_look_alike_letters_is_masked(redactor, given, written):
    party = Party(role="victim", forenames="Jo", surname="Ng", identifiers=(given,))
    result = redactor.redact(f"it says {written} there", parties=[party])
    assert result.text.startswith("it says [")
    assert result.text.endswith("] there")


@pytest.mark.parametrize("terms", [5_000])
def test_thousands_of_terms_are_taken_and_the_one_that_is_written_is_found(redactor, terms):
    many = tuple(f"{number} Blackthorn Lane, CF{number % 90} 4QA" for number in range(terms))
    parties = [
        Party(role="victim", forenames="Jo", surname="Ng", aliases=("Zebedee", "Gandalfus") * 9, identifiers=many)
    ]
    assert "4321" not in redactor.redact("Seen at 4321 Blackthorn Lane.", parties=parties).text
