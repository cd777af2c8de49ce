"""Two columns that tell the disposal only together are found, and each pair of their words is a word."""

from itertools import cycle, islice

import pytest

from scrutiny_app.domain.cells import ERROR_CELL
from scrutiny_app.domain.looking import Looker
from scrutiny_app.domain.paired_columns import cell_of, heading_of, known_pairs, meaning_of_pair, of_pair, pairs_in
from scrutiny_app.domain.uses import REJECTED

CODES = (("3", "S"), ("3", "C"), ("2", "S"), ("8", ""), ("22", ""), ("1", ""))
WORDS = (("Caution", "Y"), ("Caution", "N"), ("Community Resolution", "N"), ("Charged", "N"))


def seen(headings, *rows):
    looker = Looker("Sheet", 1, headings)
    for row in islice(cycle(rows), 40):
        looker.see([*row, "10/03/2026"])
    return looker.look()


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("CLR_CD", "CLR_SUB", "Day"), CODES),
        (("Outcome", "Conditional (Y/N)", "Day"), WORDS),
        (("HO outcome", "Cond?", "Day"), (("3", "Y"), ("3", ""), ("8", ""))),
        (("Result", "Form of it", "Day"), (("Adult caution", "Conditional"), ("Adult caution", "Simple"), ("CR", ""))),
    ],
)
def test_they_are_found_by_what_one_leaves_open_and_the_other_says(headings, rows):
    assert pairs_in(seen(headings, *rows)) == (headings[:2],)


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("Outcome", "Hate crime", "Day"), WORDS),
        (("Outcome", "Conditions met", "Day"), WORDS),
        (("Outcome", "Conditional", "Day"), (("Conditional caution", "Y"), ("Caution", "N"), ("CR", "N"))),
        (("Outcome", "Disposal", "Day"), (("3", "Simple caution"), ("3", "Conditional caution"), ("8", "CR"))),
        (("Code", "Sub code", "Day"), (("17", "A"), ("19", "B"))),
        (("CONDDUE", "CONDRES", "Day"), (("22-SEP-2026", "BRE"), ("20-SEP-2026", "COM"), ("", ""))),
        (("HO code", "Cond?", "Day"), (("3-JUL-2026", "Y"), ("8-JUL-2026", "N"))),
    ],
)
def test_columns_of_which_one_tells_it_alone_or_that_tell_something_else_are_no_pair(headings, rows):
    assert pairs_in(seen(headings, *rows)) == ()


def test_where_a_column_is_the_disposal_already_no_two_stand_for_it():
    pair = ("3", "Y"), ("3", ""), ("8", ""), ("8", "")
    words = "CCAU", "CAU", "CR", "CRES"

    rows = [(*two, word) for two, word in zip(pair, words, strict=True)]
    assert pairs_in(seen(("HO outcome", "Cond?", "DISPCODE", "Day"), *rows)) == ()
    assert pairs_in(seen(("HO outcome", "Cond?", "Remark", "Day"), *rows)) == (("HO outcome", "Cond?"),)


def test_a_cell_is_both_words_and_blank_where_the_first_is():
    assert cell_of(3.0, " C ") == "3 and C"
    assert cell_of("CR", "-") == "CR"
    assert cell_of("", "C") == ""
    assert cell_of("3", ERROR_CELL) is ERROR_CELL


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("3 and Y", "conditional_caution"),
        ("3A and No", "simple_caution"),
        ("2 and Yes", "youth_conditional_caution"),
        ("Youth caution and N", "youth_caution"),
        ("8 and N", "community_resolution"),
        ("3 and ?", None),
        ("3", None),
    ],
)
def test_an_answer_under_conditional_tells_the_kind_of_caution(word, means):
    assert meaning_of_pair("Outcome with Cond?", word) == means


def test_a_system_s_own_letter_tells_nobody_what_it_means():
    assert meaning_of_pair("CLR_CD with CLR_SUB", "3 and C") is None
    assert meaning_of_pair("Result with Form", "Caution and Conditional") == "conditional_caution"


def test_a_layout_that_knows_two_together_has_them_so():
    assert known_pairs(("CLR_SUB", "Ref", "CLR_CD"), frozenset({"clrcdwithclrsub"})) == (("CLR_CD", "CLR_SUB"),)
    assert heading_of(("CLR_CD", "CLR_SUB")) == "CLR_CD with CLR_SUB"


def test_every_word_is_to_be_confirmed_and_what_ended_otherwise_is_left_out():
    looker = Looker("Sheet", 1, ["O with Cond?"])
    for word in ("Adult caution", "1 and N"):
        for _ in range(6):
            looker.see([word])
    assert set(of_pair(looker.look().columns[0])) == {("Adult caution", 6, None), ("1 and N", 6, REJECTED)}
