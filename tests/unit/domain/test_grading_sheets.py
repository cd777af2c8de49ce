"""The grading sheet: what it holds, what of it may change, and what its answers mean."""

import pytest

from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.grading_sheets import (
    ANSWERS,
    FIRST_ROW,
    HEADER,
    HEADER_ROW,
    Other,
    Row,
    SheetRefused,
    answer_of,
    as_made,
    changes,
    rows_of,
)
from tests.unit.files.packed import MARKS, pack

MADE = as_made(pack(), MARKS)


def made(**changed: str):
    """Give the sheet as it was made but for some cells, such as F9="Appropriate"."""
    cells = [list(row) for row in MADE]
    for name, value in changed.items():
        cells[int(name[1:]) - 1][ord(name[0]) - 65] = value
    return cells


def row(answer="", comment="") -> Row:
    return Row(9, "NP-00001", 1, answer, comment)


def test_its_rows_are_the_cases_under_the_header():
    assert MADE[HEADER_ROW - 1] == list(HEADER)
    assert MADE[FIRST_ROW - 1] == ["1", "NP-00001", "1", "Community resolution", "Violence without injury", "", ""]


def test_answers_may_change_and_nothing_else():
    assert list(changes(made(F9="Appropriate", G10="Because."), MADE)) == []
    assert list(changes(made(B9="NP-00009", F8="Marks", B3="AAAA"), MADE)) == ["B3", "F8", "B9"]


def test_rows_and_cells_that_were_added_are_changes():
    assert list(changes([*MADE, ["3", "NP-00003"]], MADE)) == ["A11", "B11"]
    assert list(changes([[*MADE[0], "", "more"], *MADE[1:]], MADE)) == ["I1"]


def test_a_row_that_was_taken_out_is_a_change():
    assert "B10" in list(changes(MADE[:-1], MADE))


def test_each_word_of_the_list_is_an_answer_in_capitals_or_not():
    assert [answer_of(row(title.upper(), "")) for title in ANSWERS] == [*Grade, *Other]


def test_an_empty_row_is_no_answer():
    assert answer_of(row()) is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (row("Splendid"), "not on the list"),
        (row("", "Why."), "a comment and no grade"),
        (row("Cannot grade", "Why."), "clear the comment"),
    ],
)
def test_an_answer_that_means_nothing_is_refused_by_its_row_and_never_quoted(given, told):
    with pytest.raises(SheetRefused, match=told) as refused:
        answer_of(given)
    assert "Row 9" in refused.value.message
    assert "Splendid" not in refused.value.message


def test_rows_are_read_with_their_versions():
    assert list(rows_of(made(F10="Appropriate"))) == [row(), Row(10, "NP-00002", 1, "Appropriate", "")]


@pytest.mark.parametrize("changed", [{"C9": "one"}, {"C9": ""}, {"B9": ""}, {"C9": "9" * 20}, {"C9": "²"}])
def test_a_row_without_its_case_or_version_is_refused(changed):
    with pytest.raises(SheetRefused, match="Row 9"):
        list(rows_of(made(**changed)))
