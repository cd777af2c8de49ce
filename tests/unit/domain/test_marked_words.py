"""Words that differ in a mark are words apart: a system's "CC+" may be another thing than its "CC"."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words, word_key
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.word_footings import footings
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at_column


def asked(field, *values):
    (question,) = suggest_words(look_at_column("Kol", *values), Mapping({"kol": (Use(field),)}))
    return question


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("disposal", "Caution", "Caution+"),
        ("disposal", "Zorb", "Zorb *"),
        ("disposal", "Zorb", "Zorb-"),
        ("disposal", "Zorb!", "Zorb?"),
        ("outcome_code", "Zed", "Zed?"),
        ("hate", "x", "x?"),
    ],
)
def test_words_that_differ_in_a_mark_are_asked_apart(field, one, other):
    question = asked(field, one, one, other)
    assert [(word, count) for word, count, _ in question.words] == [(one, 2), (other, 1)]
    assert footings(question)[1] is Footing.ASKED


@pytest.mark.parametrize("word", ["CR*", "CR?", "8*", "Community resolution+", "Simple caution *", "NFA?"])
@pytest.mark.parametrize("field", ["disposal", "outcome_code"])
def test_a_known_word_with_a_mark_is_neither_read_nor_guessed(field, word):
    assert meaning(COLUMN[field], word) is None
    assert asked(field, word).words == ((word, 1, None),)
    assert not ended_otherwise(word)


def test_the_schemas_own_word_with_a_mark_is_not_read_as_that_word():
    read = reader(COLUMN["disposal"])
    assert read("Community  resolution") == read("community-resolution.") == "community_resolution"
    with pytest.raises(Unreadable):
        read("Community resolution*")


def test_what_was_said_of_a_word_is_not_said_of_the_one_with_a_mark():
    said = Mapping({"kol": (Use("disposal"),)}, {"disposal": {word_key("Caution"): "simple_caution"}})
    mapper = RowMapper(said, ["Kol"])
    assert [mapper.cells([word])["disposal"] for word in ("caution.", "Caution+")] == ["simple_caution", "Caution+"]


def test_signs_between_the_letters_of_a_plain_word_still_tell_nothing_apart():
    assert word_key("C.R.") == word_key("C / R") == word_key("(cr)") == word_key("c-r") == "cr"
