"""The one disposal that a file's name, titles, sheets and headings name is offered first; several name none."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.named_disposal import NamedDisposal, named_disposal
from scrutiny_app.domain.pointed_headings import TopRow
from scrutiny_app.web.forms.needing import about_needed, same_in_every_row
from tests.unit.domain.looks import look_at


def named(file_name, *headings, title=""):
    look = look_at(headings, ["1"] * len(headings))
    top = (TopRow(1, (title,)), TopRow(3, ("Conditional caution",)))
    return named_disposal(replace(look, cases=replace(look.cases, heading_row=3), top=top), file_name)


@pytest.mark.parametrize(
    ("file_name", "heading", "title"),
    [("CR_log.xlsx", "Ref", ""), ("log.xlsx", "CR date", ""), ("log.xlsx", "Ref", "COMMUNITY RESOLUTIONS - JUNE")],
)
def test_a_disposal_is_named_by_the_files_name_a_heading_or_a_title_above_the_headings(file_name, heading, title):
    found = named(file_name, heading, title=title)

    assert found is not None
    assert found.is_file_name == (file_name == "CR_log.xlsx")
    assert (found.disposal, found.outcome_code) == ("community_resolution", "8")


def test_none_is_named_by_words_of_several_or_of_none():
    assert named("CR log.xlsx", "Cannabis warning date") is None
    assert named("log.xlsx", "Ref") is None
    assert named("log.xlsx", "CR No") is None  # a crime's number


def test_a_heading_over_cells_of_which_half_are_blank_names_what_some_rows_have_and_not_the_file():
    look = look_at(["Ref", "CR level"], ["1", "Level 1"], ["2", ""])
    assert named_disposal(look, "book.xlsx") is None


def test_what_is_named_is_offered_first_with_the_words_that_name_it_and_not_chosen():
    one = NamedDisposal("cannabis_warning", "7", "CW list")

    assert [same_in_every_row(COLUMN[name], "", one)[0].value for name in ("disposal", "outcome_code")] == [
        "value-cannabis_warning",
        "value-7",
    ]
    assert "“CW list” stands in the file: its value is first of those for every row" in about_needed(
        COLUMN["disposal"], one
    )
    assert "“CW list” is the file’s name:" in about_needed(COLUMN["disposal"], replace(one, is_file_name=True))
    assert about_needed(COLUMN["offence_date"], one) == COLUMN["offence_date"].about
