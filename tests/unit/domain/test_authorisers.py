"""An authorising officer's rank and number stand in the cell of the name: the name alone is kept."""

import pytest

from scrutiny_app.domain.authorisers_numbers import authorisers_numbers_told, number_told, two_made_of_one
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.mapping import Mapping, RowMapper, Use
from scrutiny_app.domain.parting_cells import PARTED
from tests.unit.domain.looks import look_at


@pytest.mark.parametrize(
    ("cell", "name"),
    [("PS 2063 AHMED, Piotr", "AHMED, Piotr"), ("Ahmed, Piotr", "Ahmed, Piotr"), (None, None), ("2063", "2063")],
)
def test_the_name_alone_is_kept(cell, name):
    mapper = RowMapper(Mapping({"approvedby": (Use("authorising_name"),)}), ["Approved by"])
    assert "authorising_name" in PARTED
    assert mapper.cells([cell])["authorising_name"] == name
    assert list(mapper.columns([[cell], ["Seer, Ann"]])["authorising_name"]) == [name, "Seer, Ann"]


def test_numbers_that_are_left_out_of_the_cells_are_told_in_the_report():
    rows = [["PS 1346 N DEAN", "PC 4417 L Hargreaves"], ["PS Lowe", "PC 12 Tate"], ["Sgt Lowe 77", None], [None, None]]
    look = look_at(["Authorised By", "OIC"], *rows)
    uses = {"authorisedby": (Use("authorising_name"),), "oic": (Use("officer_name"),)}
    [told] = authorisers_numbers_told(look.cases, Mapping(uses))
    assert told.column == "Authorised By"
    assert told.found.endswith("in 2 of the first rows: of an authorising officer no number is kept")
    assert "Loaded as “Decision-maker”, the number is kept too" in told.advice
    assert not list(authorisers_numbers_told(look_at(["Authorised By"], ["PS Lowe"]).cases, Mapping(uses)))


def test_at_the_choice_of_such_a_column_it_is_said_as_what_its_number_is_kept():
    one = [Use("authorising_name")]
    said = number_told(one, ["PS 1346 N DEAN"])
    kept = RowMapper(Mapping({"approvedby": (Use("decision_maker_name"),)}), ["Approved by"]).cells(["PS 1346 N DEAN"])

    kept_as = COLUMN["decision_maker_name"].heading
    assert said == f"The number in it is left out: it is kept only if the column is “{kept_as}”."
    assert kept["decision_maker_number"] == "1346"
    assert number_told(one, ["PS Lowe"]) == number_told([Use("officer_name")], ["PS 1346 N DEAN"]) == ""


@pytest.mark.parametrize(
    ("heading", "name", "faults"),
    [
        ("Authorising Officer Collar Number", "authorising_name", 1),
        ("Authorising Officer Collar Number", "decision_maker_name", 0),
        ("Decision Maker Collar Number", "authorising_name", 0),
    ],
)
def test_one_officer_is_not_loaded_as_two_by_the_number(heading, name, faults):
    look = look_at([heading, "Authorising Officer Name"], ["611", "Whitlock, Alan"])
    uses = {fold(heading): (Use("decision_maker_number"),), "authorisingofficername": (Use(name),)}
    told = list(two_made_of_one(look.cases, Mapping(uses)))
    assert len(told) == faults
    assert all("two officers where there is one" in one for one in told)
