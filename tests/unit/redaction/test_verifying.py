"""Verifying finds what was left, and nothing in what was put in."""

from datetime import date

from redaction import Party, Span, render

PARTY = Party(
    role="victim", forenames="Ceridwen", surname="Blenkinsop", born=date(1990, 1, 2), identifiers=("07700 900444",)
)
TEXT = "Ceridwen Blenkinsop (2/1/90), 07700900444, her mum Olwen and PC 771 Ruffe of 3 Tanyard Lane, ref 12/345678/26."


def test_an_untouched_text_is_full_of_leaks(redactor):
    kinds = {leak.kind for leak in redactor.verify(TEXT, parties=[PARTY], references=("12/345678/26",))}
    assert {"name", "birth", "phone", "reference"} <= kinds


def test_the_tags_themselves_are_no_leaks(redactor):
    text = redactor.redact(TEXT, parties=[PARTY], references=("12/345678/26",), offence_date=date(2026, 1, 1)).text
    assert redactor.verify(text, parties=[PARTY], references=("12/345678/26",)) == []


def test_a_name_in_brackets_is_a_leak_all_the_same(redactor):
    assert [leak.kind for leak in redactor.verify("[Blenkinsop] left", parties=[PARTY])] == ["name"]


def test_what_a_person_lifted_is_found_again(redactor):
    result = redactor.redact(TEXT, parties=[PARTY])
    lifted = render(TEXT, [span for span in result.spans if span.kind != "phone"])
    assert [leak.kind for leak in redactor.verify(lifted, parties=[PARTY])] == ["phone"]


def test_rendering_takes_a_person_s_own_spans():
    span = Span(4, 8, "name", "[Person 1]", "human", 1.0, "added by hand")
    assert render("the Bard sang", [span]) == "the [Person 1] sang"


def test_an_everyday_word_that_was_left_as_the_word_blocks_nothing(redactor):
    party = Party(role="suspect", forenames="Priya", surname="Frost")
    text = redactor.redact("Then Frost left. There was frost on the step.", parties=[party]).text
    assert text == "Then [Suspect] left. There was frost on the step."
    assert redactor.verify(text, parties=[party]) == []
