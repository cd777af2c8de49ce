"""Words written short, posts and deeds beside a name are no part of it."""

import pytest

from redaction import Party

PRIYA = Party(role="suspect", forenames="Priya", surname="Lark")


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("Nbr Gwendolen saw it all from her step.", "Nbr "),
        ("Sgd Gwendolen Achebe, deputy manager.", "Sgd "),
        ("Last seen walking twds Gwendolen and her dog.", "twds "),
        ("NO REPLY. NBR GWENDOLEN SHOUTING AT HIM. CLR TO ATTEND.", "NBR "),
        ("Present were the pupil and LSW Gwendolen Achebe.", "LSW "),
        ("Collects Gwendolen Achebe from the station daily.", "Collects "),
        ("Licensee Gwendolen Achebe pointed him out.", "Licensee "),
        ("Signed by PC Achebe\nRead by the sergeant later.", "Read "),
        ("He is in no work. Works Brindle Scaffolding at times.", "Works "),
    ],
)
def test_what_is_written_short_or_done_is_no_part_of_a_name(redactor, written, stays):
    text = redactor.redact(written).text
    assert stays in text
    assert not any(name in text for name in ("Gwendolen", "GWENDOLEN", "Achebe"))


@pytest.mark.parametrize(
    "written",
    [
        "Caller wants an update. She rang twice. 16:15 Caller says it can wait.",
        "F crying at the scene. F located near the gate.",
        "He put 2 x Dolcivo inside his coat.",
        "Q. And then? A. Legged it home. Q. Why? A. Scared.",
        "He was offered a Stepwise session, which he took.",
        "Occurence 12 was closed.",
        "It was dealt with under Operation Marmoset.",
    ],
)
def test_shorthand_makes_and_courses_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    "written",
    [
        "Then Lark was calm. There was lark on the menu.",
        "Then Lark left. Had lark pie for lunch that day.",
        "She met Lark here for two larks in the grass.",
    ],
)
def test_a_name_in_small_letters_is_the_word_where_the_text_gives_the_name_its_capital(redactor, written):
    result = redactor.redact(written, parties=[PRIYA])
    assert "lark" in result.text
    assert any("lark" in written[doubt.start : doubt.end] for doubt in result.doubts)


@pytest.mark.parametrize(
    "written", ["Statement done. LARK handed himself in.", "Dates of birth: Lark 30/01/1999, others to follow."]
)
def test_an_everyday_surname_in_capitals_or_before_a_birth_is_the_party(redactor, written):
    party = Party(role="suspect", forenames="Priya", surname="Bond" if "LARK" not in written else "Cash")
    told = written.replace("LARK", "CASH").replace("Lark", "Bond")
    text = redactor.redact(told, parties=[party]).text
    assert "CASH" not in text
    assert "Bond" not in text


def test_a_firm_is_told_by_what_is_taught_there_and_a_law_by_its_section(redactor):
    written = "Lessons with Brindle School of Motoring ended. He was dealt with under s47 OAPA 1861."
    assert redactor.redact(written).text == "Lessons with [Venue 1] ended. He was dealt with under s47 OAPA 1861."


def test_an_irish_particle_leads_on_and_an_insurance_number_does_not(redactor):
    text = redactor.redact("Her friend M\u00e1ire N\u00ed Chonaill stayed. Siobhan Achebe NI refused.").text
    assert text.startswith("Her friend [Person 1] stayed.")
    assert text.endswith("NI refused.")


def test_a_word_of_policy_in_capitals_is_not_a_party_of_like_name(redactor):
    party = Party(role="victim", forenames="Zsa", surname="Maras")
    assert "MARAC check" in redactor.redact("The bank knows. MARAC check done.", parties=[party]).text
