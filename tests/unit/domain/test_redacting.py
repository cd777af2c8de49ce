"""Words in a text: where they stand, what stands round them, and the tag they are given."""

from typing import NamedTuple

import pytest

from scrutiny_app.domain.redacting import (
    HandKind,
    around,
    hand_kind,
    next_tag,
    occurrences,
    plainly,
    touching,
    trimmed,
)


class At(NamedTuple):
    start: int
    end: int


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rose saw rose.", [(0, 4), (9, 13)]),
        ("Rosemary saw primrose.", []),
        ("Rose's hat", [(0, 4)]),
        ("", []),
    ],
)
def test_words_are_found_whole_and_in_any_case(text, places):
    assert occurrences(text, "Rose") == places


def test_words_are_found_over_a_line_end():
    assert occurrences("Mill\n  Lane", "mill lane") == [(0, 11)]


def test_white_space_is_found_nowhere():
    assert occurrences("a  b", "  ") == []


def test_signs_in_the_words_are_only_signs():
    assert occurrences("a.c abc", "a.c") == [(0, 3)]


def test_a_selection_is_drawn_in_over_white_space():
    assert trimmed("at  Mill Lane \n", 2, 15) == (4, 13)


def test_spans_touch_where_they_share_a_character():
    assert touching([At(0, 3), At(3, 5), At(4, 9)], 3, 4) == [At(3, 5)]


def test_a_new_tag_goes_on_counting():
    assert next_tag(HandKind.NAME, ["[Person 2]", "[Person 1]", "[Place 7]"]) == "[Person 3]"
    assert next_tag(HandKind.OTHER, []) == "[Detail 1]"


@pytest.mark.parametrize(("kind", "said"), [("name", "name"), ("street", "place"), ("phone", "number")])
def test_the_machines_kinds_are_what_a_person_would_call_them(kind, said):
    assert hand_kind(kind) == said


def test_words_are_shown_between_whole_words():
    assert around("one two three four five", At(8, 13), reach=6) == ("… two ", "three", " four …")
    assert around("three", At(0, 5)) == ("", "three", "")


def test_marks_that_turn_words_about_are_shown_by_name_and_letters_of_any_script_stay():
    assert plainly("Lift \u202eevil\u202c it") == "Lift ‹right-to-left override›evil‹pop directional formatting› it"
    assert plainly("مريم, Zoë, 👩‍🌾") == "مريم, Zoë, 👩‍🌾"
