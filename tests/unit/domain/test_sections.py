"""A heading that stands alone in its row over other rows: no case, no sample, and not among the first three."""

import pytest

from scrutiny_app.domain.totals import is_section
from tests.unit.domain.looks import look_at

HEADINGS = ["No.", "Name", "DOB", "Offence"]
CASE = ["001/26", "Seer, Colin", "04/05/2008", "Shoplifting"]


@pytest.mark.parametrize("words", ["FEBRUARY", "March", "May 2026", "Week 3", "2026", "Youths"])
def test_one_text_in_an_otherwise_empty_row_is_a_section(words):
    assert is_section([words, None, "", None])


@pytest.mark.parametrize("row", [["001/26", "", "", ""], ["MAY", "Seer", "", ""], ["MAY"], [7, "", "", ""], [""] * 4])
def test_what_may_be_a_case_is_no_section(row):
    assert not is_section(row)


def test_sections_are_neither_counted_nor_shown():
    rows = [["MAY", "", "", ""], CASE, ["JUNE", "", "", ""], *[["002/26", *CASE[1:]]] * 6]
    sheet = look_at(HEADINGS, *rows).cases
    assert sheet.rows == 7
    assert sheet.columns[0].samples == ("001/26", "002/26")
    assert sheet.first[0][0] == "001/26"
