"""What is left of a name beside its masked part, words where somebody is spoken to, and everyday words in capitals."""

import pytest


def doubted(redactor, written: str) -> list[str]:
    return [written[doubt.start : doubt.end] for doubt in redactor.redact(written).doubts]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Her mum has Brzoza's the florist by the station.", "florist"),
        ("He was at Brzoza Hill stop at five.", "stop"),
        ("She rang from St Brzoza's language café at noon.", "café"),
        ("They got him on E wing at Brzozaford, he said.", "E wing"),
        ("His father went down with the Girl Brzoza in May.", "Girl"),
        ("He is known to her from the gym and nowhere else.", "gym"),
        ("It says that it was on 14 March 1987 at the last.", "14 March 1987"),
        ("He wrote to big_al99 about it.", "big_al99"),
        ("He wrote to zorbo99 about it.", "zorbo99"),
        ("The cat went to Vets4All again.", "Vets4All"),
        ("She met him at the post office on Tuesday morning.", "post office"),
    ],
)
def test_what_may_belong_to_a_masked_name_or_tell_a_place_is_a_doubt(redactor, written, word):
    masked = [written[span.start : span.end] for span in redactor.redact(written).spans]
    assert any(word in each for each in (*doubted(redactor, written), *masked))


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("IN: tell goalpost nice car\nOUT: No I said on Friday that I would not.", "goalpost"),
        ("The man turned up on a red moped shouting pebble u grass at her.", "pebble"),
        ('The text said "thimble didnt mean it" and nothing more was found.', "thimble"),
        ("He had THIMBLE (dtr) with him, so it was a swim.", "THIMBLE"),
    ],
)
def test_an_everyday_word_where_somebody_is_spoken_to_or_of_is_a_doubt(redactor, written, word):
    masked = [written[span.start : span.end] for span in redactor.redact(written).spans]
    assert word in {*doubted(redactor, written), *masked}


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("It was to be done by the 14th of the month.", "14th"),
        ("Her uncle Delphine Brzoza left.", "uncle"),
        ("Rowan Brzoza of Brzozaford left.", "of"),
        ("He drank in The Brzoza Arms, they said.", "The"),
    ],
)
def test_ordinals_and_joining_words_need_no_look(redactor, written, word):
    assert word not in doubted(redactor, written)


def test_a_collar_after_an_everyday_surname_in_capitals_is_masked(redactor):
    written = "1912 ON SCENE PC MERRIMAN 0872 + PC CURRY 2204 AND ONE MALE DETAINED BY THEM."
    assert "2204" not in redactor.redact(written).text


def test_an_initial_after_a_name_before_brackets_is_masked(redactor):
    assert "H" not in redactor.redact("6) Jaspreet H (a disclosure was made).").text.replace("[Person]", "")
