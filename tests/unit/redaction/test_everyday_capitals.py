import pytest


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Our postwoman Goalpost heard all of it.", "Goalpost"),
        ("The friend downstairs Ardour Pencil holds a key.", "Ardour"),
        ("He said the other male (Gasket) was not traced.", "Gasket"),
        ("We waited by the Squeegee until ten.", "Squeegee"),
        ("The waiter, Gasket, saw nothing of it.", "Gasket"),
        ("He has been called names on the Rattan bus.", "Rattan"),
        ("She asked Sprocket and Ceridwen Ashdown to wait.", "Sprocket"),
        ("I have worked for D. J. Fallow a'i Quanta since May.", "Quanta"),
        ("An appointment was made at Student Medical Practice for him.", "Student"),
        ("Her partner Scouse gambled it, as he says.", "Scouse"),
        ("The note was signed G. Judge at the end.", "Judge"),
    ],
)
def test_an_everyday_word_whose_capital_only_a_name_explains_is_masked(redactor, sentence, kept):
    assert kept not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("NO CHILDREN AT HOME BUT TORTURE (12) AND SOOT (9) WERE THERE.", ("TORTURE", "SOOT")),
        ("BABY HANDED TO PARTNERS SISTER REVIVAL WHO ATTENDED FROM WORK.", ("REVIVAL",)),
        ("The van belongs to the gangmaster Terence 'Gore' HATCHET of the yard.", ("HATCHET",)),
        ("GASKET: I saw it.\nRATTLE: No.\nGASKET: I did so.\nRATTLE: You did not.", ("GASKET", "RATTLE")),
        ("SEEN BY PC KIND 1519 AND BROUGHT IN AT ONCE.", ("KIND",)),
    ],
)
def test_a_name_told_by_how_a_text_is_set_out_is_masked(redactor, text, kept):
    redacted = redactor.redact(text).text
    assert [word for word in kept if word in redacted] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The offence under the Assaults on Emergency Workers Act was considered.",
        "The rating was Year (7) of the plan, and no more.",
        "He was seen at Gate 6, and in Physics on the Weds after.",
        "There was a question about the Crown Court in May.",
    ],
)
def test_capitals_of_process_and_numbers_stay(redactor, sentence):
    assert redactor.redact(sentence).text == sentence


def test_a_word_that_the_tagger_hardly_calls_a_name_is_a_doubt_where_capitals_tell_nothing(redactor):
    text = (
        "he told half the mart. ask wharton alfresco about it, ask anyone. "
        "she thought it was sugary the vet coming back"
    )
    result = redactor.redact(text)
    seen = [(span.start, span.end) for span in (*result.spans, *result.doubts)]
    at = text.index("alfresco")
    assert any(start <= at < end for start, end in seen)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Store: FALLOW, 3 High Street\nDate: 3 May", ("FALLOW",)),
        ("Fee-earner: Sprocket Lantern\nClient: see file", ("Sprocket", "Lantern")),
        ("Supervisor|Welkin|agrees", ("Welkin",)),
        ("To: Mitten neighbourhood team\nFrom: the office", ("Mitten",)),
        ("22/05 Greggs, Trellis at noon.", ("Greggs", "Trellis")),
    ],
)
def test_what_fills_a_box_of_a_form_is_masked(redactor, text, kept):
    redacted = redactor.redact(text).text
    assert [word for word in kept if word in redacted] == []


def test_what_a_voice_says_after_its_part_stays(redactor):
    text = "MALE: Get your hands off me.\nOFFICER: Nobody is touching you."
    assert redactor.redact(text).text == text
