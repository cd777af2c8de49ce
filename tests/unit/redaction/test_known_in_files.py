"""Names of parties in names of files, and beside the name that another sentence ends with; references beside those."""

import pytest

from redaction import Party

BILL = Party(role="witness", forenames="Bill", surname="Kingfield")
TOBI = Party(role="victim", forenames="Tobi", surname="Marland")
OTHER = Party(role="suspect", forenames="Tobi", surname="Abara")


@pytest.mark.parametrize(
    "written",
    [
        "Bill-interview.mp4 was there.",
        "".join(chr(ord(letter) + 0xFEE0) for letter in "Bill-interview.mp4") + " was kept.",
        "He opened bill_account_2.pdf twice.",
    ],
)
def test_an_everyday_forename_in_a_files_name_is_the_party(redactor, written):
    text = redactor.redact(written, parties=[BILL]).text
    assert "bill" not in text.lower()
    assert "\uff22" not in text


def test_a_name_that_ends_a_line_is_apart_from_the_next(redactor):
    text = redactor.redact("It was T. Marland.\n- Tobi A;\nNothing more.", parties=[TOBI, OTHER]).text
    assert text == "It was [Victim 1].\n- [Victim 1 or Suspect];\nNothing more."


def test_i_am_after_a_name_stays(redactor):
    party = Party(role="victim", forenames="Isla", surname="Ingram")
    assert redactor.redact("Tell Isla I'm sorry.", parties=[party]).text == "Tell [Victim 1] I'm sorry."


@pytest.mark.parametrize("written", ["da\nvid", "da\r\nvid"])
def test_a_short_name_parted_by_a_lines_end_is_known_though_its_halves_are_abbreviations(redactor, written):
    david = Party(role="suspect", forenames="David", surname="Marland")
    assert redactor.redact(f"They told us (see {written}) already.", parties=[david]).text == (
        "They told us (see [Suspect]) already."
    )


@pytest.mark.parametrize("name", ["Smith", "Tutu"])
def test_a_name_that_is_seldom_a_word_is_the_party_in_small_letters_unless_an_article_stands_before(redactor, name):
    party = Party(role="suspect", surname=name)
    assert redactor.redact(f"They rang us {name.lower()}.", parties=[party]).text == "They rang us [Suspect]."
    assert redactor.redact(f"It was a {name.lower()}.", parties=[party]).text == f"It was a {name.lower()}."
    met = f"He met {name}. They rang us {name.lower()}."
    assert redactor.redact(met, parties=[party]).text == "He met [Suspect]. They rang us [Suspect]."


def test_an_initial_behind_a_surname_and_a_comma_goes_with_it_whoever_has_it(redactor):
    parties = [Party("professional", "Wei", "Marland"), Party("victim", "Mohammed", "Marland")]
    assert redactor.redact("Then MMarland, W. went home.", parties=parties).text == "Then [Victim 1]. went home."


def test_a_reference_that_begins_with_what_may_end_a_postcode_is_masked_whole(redactor):
    party = Party(role="victim", forenames="Mab", surname="Quillet", identifiers=("3 Larkspur Way, M24 6EB",))
    text = "Seen by Mab M.; - 24\\495043X is the file."
    assert redactor.redact(text, parties=[party], references=("24/495043X",)).text.endswith(
        "- [Reference 1] is the file."
    )
