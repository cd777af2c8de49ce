"""How wide a table's columns are."""

import pytest

from scrutiny_app.files.column_widths import PAGE, fitted

# What Arial Bold of 9.5 points takes of a line, in cm, measured with a word processor.
INAPPROPRIATE = 2.2
EDGES = 0.38
HEADS = ("Disposal", "Appropriate", "Appropriate with observations", "Inappropriate", "Not agreed", "More information")
ROWS = [("Outcome 22 (diversion, education or intervention)", "6", "6", "0", "0", "12"), ("Caution", *"12345")]


def test_columns_fill_the_page():
    assert sum(fitted(HEADS, ROWS)) == pytest.approx(PAGE)


def test_a_heading_that_is_one_long_word_is_given_the_room_for_it():
    assert fitted(HEADS, ROWS)[3] >= INAPPROPRIATE + EDGES


def test_a_long_word_among_rows_is_given_the_room_for_it_beside_columns_of_many_words():
    widths = fitted(("Draw", "What was said"), [("Northmoorshire", "a few words " * 200)])
    assert widths[0] >= 2.5
    assert widths[1] > 3 * widths[0]


def test_a_column_of_many_words_is_given_more_than_one_of_few():
    few, many = fitted(("Result", "Remarks"), [("Appropriate", "it was well done " * 12)] * 20)
    assert many > 2 * few


def test_words_that_no_page_could_hold_give_way_and_short_ones_do_not():
    widths = fitted(("Draw", "Address"), [("Northmoor", "x" * 400)])
    assert sum(widths) == pytest.approx(PAGE)
    assert widths[0] > 1.5


def test_a_table_without_rows_fills_the_page():
    assert sum(fitted(("Reason", "Cases"), [])) == pytest.approx(PAGE)


def test_words_that_a_no_break_space_holds_together_are_given_the_room_for_all_of_them():
    many = ["a few words " * 60] * 6
    held = fitted(("Day", *"ABCDEF"), [("13\u00a0February\u00a02026", *many)])[0]
    assert held > fitted(("Day", *"ABCDEF"), [("13 February 2026", *many)])[0] + 1
