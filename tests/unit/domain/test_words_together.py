"""One word of one column is asked about once, though it says the disposal and its outcome code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.contradictions import COUNTED_AS
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.uses import REJECTED, Mapping, Use
from scrutiny_app.domain.words_together import codes_of, fields_of, said_of_word
from tests.unit.domain.looks import look_at_column

BOTH = Mapping({"outcome": (Use("outcome_code"), Use("disposal"))})


def asked(*words):
    return suggest_words(look_at_column("Outcome", *words), BOTH)


def test_a_word_that_neither_field_reads_is_asked_about_once():
    (one,) = asked("8 - Comm res", "Kolumn eight", "NFA", "3A - Adult Conditional Caution")

    assert fields_of(one) == ("disposal", "outcome_code")
    assert one.title == "the disposal and its outcome code"
    assert {word: code for word, _, code in one.words} == {
        "8 - Comm res": "community_resolution|8",
        "Kolumn eight": None,
        "NFA": REJECTED,
        "3A - Adult Conditional Caution": "conditional_caution|3A",
    }


def test_a_word_that_one_field_reads_is_asked_for_the_other_alone():
    (one,) = asked("Community resolution")

    assert (one.field, one.also, one.words) == ("outcome_code", "", (("Community resolution", 1, "8"),))


def test_every_answer_fills_both_fields_without_contradiction():
    (one,) = asked("Kolumn eight")

    for code, _ in one.choices:
        said = dict(codes_of(one, code))
        assert said["disposal"] in COUNTED_AS.get(said["outcome_code"], {""})


@given(data=st.data())
def test_what_is_said_of_a_word_is_found_again(data):
    (one,) = asked("Kolumn eight")
    code = data.draw(st.sampled_from([*(code for code, _ in one.choices), REJECTED]))
    words = {field: {"kolumneight": own} for field, own in codes_of(one, code)}

    assert said_of_word(one, "Kolumn eight", words) == code
    assert said_of_word(one, "Kolumn eight", {}) is None


@pytest.mark.parametrize(
    "word",
    ["NFA", "Charged", "Postal requisition", "Outcome 20", "9", "Summonsed", "16 - evidential difficulties", "TIC"],
)
def test_what_ended_otherwise_is_rightly_left_out(word):
    assert ended_otherwise(word)


@pytest.mark.parametrize("word", ["Deferred prosecution", "Diverted from court", "Out of court resolution", "YRI"])
def test_what_may_be_out_of_court_is_not_left_out_unasked(word):
    assert not ended_otherwise(word)
