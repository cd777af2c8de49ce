"""What stands in the file for a field of somebody who has columns, or a sheet, that are no field's own."""

from datetime import date

from scrutiny_app.domain.mapping import Mapping, Part, Use
from scrutiny_app.domain.reading_back import ReadField, first_cases
from scrutiny_app.web.force.read_back import first_case
from tests.unit.domain.looks import look_at

TODAY = date(2026, 11, 21)
HEADINGS = ["Role", "Surname", "Given", "DOB", "Sex", "Outcome date"]
USES = {
    "role": (Use("Nominal/role"),),
    "surname": (Use("Nominal/name", Part.SURNAME),),
    "given": (Use("Nominal/name", Part.FORENAMES),),
    "dob": (Use("Nominal/born"),),
    "sex": (Use("Nominal/sex"),),
    "outcomedate": (Use("disposal_date"),),
}
ROW = ["Suspect", "SEER", "Colin", "04/05/1990", "M", "Kol 7"]


def fields() -> dict[str, ReadField]:
    [case] = first_cases(look_at(HEADINGS, ROW), Mapping(USES), "Northmoor Police", TODAY)
    return {field.name: field for field in case.fields}


def test_an_offender_of_several_columns_shows_what_stands_in_each():
    found = fields()
    assert (found["offender_name"].headings, found["offender_name"].stands) == (("Surname", "Given"), "SEER | Colin")
    assert (found["offender_born"].headings, found["offender_born"].stands) == (("DOB",), "04/05/1990")
    assert found["sex"].stands == "M"


def test_somebody_of_the_sheet_of_people_is_shown_to_stand_there():
    people = (["Case", "Role", "Name"], [["D1", "Suspect", "Seer, Colin"]])
    said = Mapping(
        {"case": (Use("case_number"),)},
        parties={"case": (Use("case_number"),), "role": (Use("role"),), "name": (Use("name"),)},
    )
    [case] = first_cases(look_at(["Case"], ["D1"], people=people), said, "Northmoor Police", TODAY)
    [name] = [field for field in case.fields if field.name == "offender_name"]
    assert (name.headings, name.stands) == (("The sheet of people",), "Seer, Colin")


def test_a_value_that_cannot_be_read_is_shown_on_the_page_in_place_of_its_length():
    [case] = map(first_case, first_cases(look_at(HEADINGS, ROW), Mapping(USES), "Northmoor Police", TODAY))
    [told] = [problem for problem in case.problems if problem.startswith("Disposal date")]
    assert "“Kol 7”" in told
    assert "characters" not in told


def test_a_number_that_stands_in_an_officers_name_is_shown_there():
    said = Mapping({"oic": (Use("officer_name"),)})
    [case] = first_cases(look_at(["OIC"], ["PC 6111 Tate, Dominic"]), said, "Northmoor Police", TODAY)
    found = {field.name: (field.headings, field.stands) for field in case.fields}
    assert found["officer_number"] == (("OIC",), "PC 6111 Tate, Dominic")
