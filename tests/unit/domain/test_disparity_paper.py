"""A relative rate in words: with its range, and honest where the range is too wide to tell anything."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.disparity import Graded, Kind, disparity
from scrutiny_app.domain.disparity_paper import _bare, _method, _rate, _shows, _table, title_of_group
from scrutiny_app.files.writing import Sheet, write_workbook


def of(found: int, every: int, others_found: int, others: int) -> str:
    cases = [Graded({Kind.SEX: "female"}, place < found, Fraction(1)) for place in range(every)]
    cases += [Graded({Kind.SEX: "male"}, place < others_found, Fraction(1)) for place in range(others)]
    return _rate(disparity(cases, {}).groups[0])


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((1, 12, 1, 30), "Too few to say: from under 0.1 to 196"),
        ((20, 100, 10, 100), "2.0 (1.0 to 4.1)"),
        ((2, 12, 0, 30), "None found among the others (at least 0.5 times)"),
        ((0, 12, 0, 30), "None found in either"),
    ],
)
def test_a_rate_in_words(counts, words):
    assert of(*counts) == words


def test_what_is_not_recorded_has_a_row_and_the_paper_says_of_how_many_it_tells_nothing():
    cases = [Graded({Kind.SEX: sex}, False, Fraction(1)) for sex in ("male", "") for _ in range(12)]
    found = disparity(cases, {Kind.SEX: {"male": 30, "": 1}})
    assert (title_of_group(found.groups[-1]), _rate(found.groups[-1])) == ("Not recorded", "In no comparison")
    assert "Nothing is recorded of sex in 1 of 31 eligible cases." in _shows(found)[-1]
    assert _table(Kind.SEX, found).table.rows[-1] == ("All", 31, 24, 0, "–", "–")


def test_as_many_cases_as_it_says_are_enough_to_see_twice_the_rate_and_fewer_are_not():
    def said(half, wrong):
        cases = [Graded({Kind.SEX: sex}, n < wrong, Fraction(1)) for sex in ("male", "female") for n in range(half)]
        return _shows(disparity(cases, {}))[0]

    assert "each group would need about 340 graded" in said(30, 2)  # 4 of 60
    assert "would have to differ by 2.0 times" in said(340, 23)
    assert "would have to differ by 2.1 times" in said(320, 21)


def test_the_paper_names_the_comparisons_that_are_weighed_together_and_what_so_many_cases_show():
    cases = [
        Graded({Kind.SEX: sex, Kind.AREA: area}, place < 4, Fraction(1))
        for sex, area in (("female", "North"), ("male", "South"))
        for place in range(15)
    ]
    found = disparity(cases, {})
    assert any(
        "All 4 on this page, by sex and area, are weighed together as one family" in one for one in _method(found)
    )
    assert "30 graded cases, 8 of them inappropriate" in _shows(found)[0]


def test_a_range_without_a_meaning_is_no_number():
    group = replace(
        disparity([Graded({Kind.SEX: "female"}, False, Fraction(1))], {}).groups[0], rate=(2.0, 0.01, 1.2e13)
    )
    assert _rate(group) == "Too few to say: from under 0.1 to no limit"
    assert _bare(group) == (2.0, 0.01, None)


def test_each_characteristics_sheet_is_told_by_its_name():
    groups = {Kind.SEX: "female", Kind.AGE_GROUP: "adult", Kind.ETHNICITY: "white", Kind.AREA: "North"}
    found = disparity([Graded(groups, place < 20, Fraction(1)) for place in range(40)], {})
    tables = [_table(kind, found).bare for kind in Kind]
    written = write_workbook([Sheet(one.title, one.header, one.rows) for one in tables])
    assert load_workbook(BytesIO(written)).sheetnames == [
        "Inappropriate by sex",
        "Inappropriate by child or adult",
        "Inappropriate by ethnicity",
        "Inappropriate by area",
    ]
