"""Folding shows what a reader sees, and keeps the way back to the original."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.normalising import fold, fold_letters, normalise

# Text with many of the characters that are folded away, to several letters, or over the end of a line.
PIECES = (
    "Hug",
    "hes",
    "-\n",
    "-\r\n  ",
    "\n",
    "\u200b",
    "\u00ad",
    "ﬁ",
    "ß",
    "é",
    "e\u0301",
    "Ｈ",
    "𝐇",
    "Н",
    "ı",
    "①",
    "\x00",
    " ",
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)
thorough = settings(max_examples=400, derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Zoë", "zoe"),
        ("Мaria", "maria"),
        ("ﬁeld", "field"),
        ("Yıldız", "yildiz"),
        ("İbrahim", "ibrahim"),
        ("Straße", "strasse"),
        ("H\u200bi", "hi"),
        ("H\x08i", "hi"),
        ("H\u0336u\u0336", "hu"),
        ("Ｊｏ", "jo"),
        ("O’Neill", "o'neill"),
        ("𝓗𝓾𝓰𝓱𝓮𝓼", "hughes"),
        ("🅷🅸", "hi"),
        ("ᴊᴏ", "jo"),
        ("Ηυɡһеѕ", "hughes"),
        ("Ꭻօ", "jo"),
        ("٠٧７𝟕", "0777"),
        ("17⁄30∗25", "17/30*25"),
        ("a\u2028b", "a\nb"),
    ],
)
def test_disguises_are_folded_away(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize("written", ["Blen-\nkinsop", "Blen-\r\n  kinsop", "BLEN-\nKINSOP", "Blen\u2010\nkinsop"])
def test_a_word_hyphenated_at_a_line_s_end_is_one_word(written):
    normal = normalise(f"{written} left")
    assert fold(normal.text) == "blenkinsop left"
    assert normal.original(0, 10) == (0, len(written))


def test_a_double_name_that_ends_a_line_at_its_hyphen_stays_two_words():
    assert normalise("Smith-\nJones").text == "Smith-\nJones"


@thorough
@given(texts)
def test_every_folded_character_comes_from_a_place_in_order(text):
    normal = normalise(text)
    places = [normal.original(at, at + 1)[0] for at in range(len(normal.text))]
    assert places == sorted(places)
    assert all(letter in fold_letters(text[place]) for letter, place in zip(normal.text, places, strict=True))


@thorough
@given(texts, st.integers(0, 80), st.integers(1, 20))
def test_a_stretch_leads_back_to_whole_characters_that_fold_to_it(text, start, length):
    normal = normalise(text)
    end = min(len(normal.text), start + length)
    if start < end:
        begin, stop = normal.original(start, end)
        assert 0 <= begin < stop <= len(text)
        assert normal.text[start:end] in normalise(text[begin:stop]).text or "-" in text[begin:stop]


@thorough
@given(texts, st.integers(0, 80))
def test_what_lies_between_two_stretches_next_to_each_other_belongs_to_one_of_them(text, middle):
    normal = normalise(text)
    if 0 < middle < len(normal.text):
        (_, left), (right, _) = normal.original(0, middle), normal.original(middle, len(normal.text))
        assert left >= right


@thorough
@given(texts)
def test_folding_twice_is_folding_once(text):
    once = normalise(text).text
    assert normalise(once).text == once


@thorough
@given(texts)
def test_how_accents_are_encoded_makes_no_difference(text):
    assert fold_letters(unicodedata.normalize("NFC", text)) == fold_letters(unicodedata.normalize("NFD", text))


def test_every_character_folds_to_what_folds_to_itself():
    characters = (chr(code) for code in range(0x1FFFF) if not 0xD800 <= code < 0xE000)
    assert [character for character in characters if fold(fold(character)) != fold(character)] == []
