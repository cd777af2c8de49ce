"""Folding keeps the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaction.normalising import fold, normalise


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Zoë", "zoe"),
        ("Мaria", "maria"),
        ("ﬁeld", "field"),
        ("Yıldız", "yildiz"),
        ("Straße", "strasse"),
        ("H\u200bi", "hi"),
        ("Ｊｏ", "jo"),
        ("O’Neill", "o'neill"),
    ],
)
def test_disguises_are_folded_away(written, folded):
    assert fold(written) == folded


def test_a_word_hyphenated_at_a_line_s_end_is_one_word():
    normal = normalise("Blen-\nkinsop left")
    assert normal.text == "Blenkinsop left"
    assert normal.original(0, 10) == (0, 12)


@given(st.text(max_size=60))
def test_every_folded_character_comes_from_a_place_in_order(text):
    normal = normalise(text)
    places = [normal.original(at, at + 1)[0] for at in range(len(normal.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
