"""Which of several columns is the case number, or has a field that only one can have."""

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.choice_words import means_each
from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at, look_at_column


def filled(headings, *rows, people=None):
    found = suggest(look_at(headings, *rows, people=people), "Northmoor Police")
    return {one.heading: [use.field for use in one.uses] for one in found}


PEOPLE = (["OCC_NO", "ROLE"], [["OCC-7", "Suspect"], ["OCC-8", "Victim"]])
ROWS = (["880001", "OCC-7"], ["880002", "OCC-8"])


def test_the_column_by_which_the_sheet_of_people_is_joined_is_the_case_number():
    assert filled(["OCC_ID", "OCC_NO"], *ROWS, people=PEOPLE)["OCC_NO"] == ["case_number"]


def test_a_column_that_repeats_its_values_is_not():
    rows = (["880001", "OCC-7"], ["880002", "OCC-7"])
    assert "case_number" not in filled(["OCC_ID", "OCC_NO"], *rows, people=PEOPLE)["OCC_NO"]


def test_what_says_that_it_is_the_case_number_stands():
    rows = (["A-1", "OCC-7"], ["A-2", "OCC-8"])
    assert filled(["Case number", "OCC_NO"], *rows, people=PEOPLE)["Case number"] == ["case_number"]


def test_a_column_that_says_one_thing_in_every_row_gives_way():
    rows = (["CRIME", "Theft from shop"], ["CRIME", "Common assault"])
    found = filled(["OCC_TYPE_CD", "OFNC_DESC"], *rows)
    assert (found["OCC_TYPE_CD"], found["OFNC_DESC"]) == ([], ["offence_title"])


def test_a_column_tells_a_field_where_each_of_its_words_may_mean_one():
    field = COLUMN["offence_group"]
    assert means_each(field, look_at_column("Offence", "Theft from shop", "Common assault").cases.columns[0])
    assert not means_each(field, look_at_column("Offence", "Theft from shop", "Zebra").cases.columns[0])
    assert not means_each(field, look_at_column("Offence").cases.columns[0])


def test_the_day_headed_as_the_disposal_is_the_disposals():
    days = [f"{day:02}/03/2026" for day in range(1, 7)]
    later = [f"{day:02}/04/2026" for day in range(1, 7)]
    rows = [
        (day, day, "Community resolution" if at % 2 else "Simple caution", end)
        for at, (day, end) in enumerate(zip(days, later, strict=True))
    ]
    found = filled(["Offence date", "Reported date", "CU Type", "CU Date"], *rows)
    assert (found["CU Type"], found["CU Date"]) == (["disposal"], ["disposal_date"])
