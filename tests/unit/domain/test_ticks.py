"""A blank in a column of ticks is asked about: it may mean no, or that nobody recorded it."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words, unsaid_blanks
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.totals import column_of_totals
from scrutiny_app.domain.uses import REJECTED, Mapping, Use
from tests.unit.domain.looks import look_at_column


def flag(field="domestic_abuse", **words):
    return Mapping({"daflag": (Use(field),)}, {field: words} if words else {})


def blanks(*values, field="domestic_abuse", **words):
    """Count the blanks that are asked about in a column of those values."""
    asked = suggest_words(look_at_column("DA Flag", *values), flag(field, **words))
    return sum(count for one in asked for word, count, _ in one.words if word == "")


@pytest.mark.parametrize("tick", ["Y", "Yes", "✓", "X", True, 1])
def test_blanks_among_ticks_alone_are_counted_and_asked_about(tick):
    assert blanks(tick, None, tick, "", "-") == 2  # a dash beside blanks is asked about apart


@pytest.mark.parametrize("values", [("Y", "N", None), ("Y", "Y"), (None, None), ("N", None)])
def test_nothing_is_asked_where_no_is_written_or_nothing_is_blank_or_nothing_ticked(values):
    assert blanks(*values) == 0


def test_a_mark_that_is_said_to_mean_yes_raises_the_question_and_one_that_means_no_does_not():
    assert blanks("DV", None, dv="yes") == 1
    assert blanks("DV", None, dv="no") == 0
    assert blanks("DV", None, dv=REJECTED) == 1


def test_an_answer_among_words_that_are_no_ticks_is_not_asked_about():
    assert blanks("Full admission", None, field="admission") == 0
    assert blanks("Y", None, field="admission") == 1
    assert blanks("Yes", None, field="victim_consulted") == 1


def test_the_columns_whose_blanks_nobody_spoke_of_are_listed():
    look = look_at_column("DA Flag", "Y", None)

    assert unsaid_blanks(look, flag()) == ["DA Flag"]
    assert unsaid_blanks(look, flag(**{"": "no"})) == []


@pytest.mark.parametrize(("said", "value"), [("no", "no"), ("", None)])
@pytest.mark.parametrize("blank", [None, "", "  ", "-"])
def test_a_blank_is_read_as_was_said(said, value, blank):
    mapper = RowMapper(flag(**{"": said}), ["DA Flag"])

    assert mapper.cells([blank])["domestic_abuse"] == value
    assert mapper.columns([[blank], ["Y"]])["domestic_abuse"] == [value, "Y"]


def test_a_word_whose_rows_are_to_be_rejected_stands_as_it_is():
    mapper = RowMapper(flag(maybe=REJECTED), ["DA Flag"])

    assert mapper.cells(["Maybe"]) == {"domestic_abuse": "Maybe"}


def test_what_a_layout_makes_of_blanks_hides_no_row_of_totals():
    assert column_of_totals({"case_number": "Total", "gravity_initial": 12, "domestic_abuse": "no"}) == "case_number"


@pytest.mark.parametrize(("values", "suggestion"), [(("X", None), "yes"), (("X", "Q", None), None)])
def test_a_cross_alone_against_blanks_is_suggested_to_mean_yes(values, suggestion):
    (asked,) = suggest_words(look_at_column("DA Flag", *values), flag())

    assert {word: code for word, _, code in asked.words}["X"] == suggestion
