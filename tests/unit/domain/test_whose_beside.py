"""Whose a column of a person is: codes are nobody's name, and headings beside it tell whose letter or "their" it is."""

import pytest

from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.uses import Part
from tests.unit.domain.looks import look_at, look_at_column

CODES = ["P600311", "P600352", "P600393"]


def uses_of(headings, *rows):
    found = suggest(look_at(headings, *rows), "Northmoor Police")
    return [tuple((use.field, use.part) for use in one.uses) for one in found]


def fields_of(headings, *rows):
    return [[field for field, _ in uses] for uses in uses_of(headings, *rows)]


@pytest.mark.parametrize(
    "heading",
    ["Susp PIN", "Suspect", "Suspect name", "Nominal", "Person", "Suspect Nominal", "Victim", "Victim 2", "Witness"],
)
@pytest.mark.parametrize("values", [CODES, ["26/0041", "26/0042", "26/0077"], ["N 12345", "N 12346"]])
def test_codes_are_nobodys_names_whatever_heads_them(heading, values):
    (one,) = suggest(look_at_column(heading, *values), "")
    assert not any(use.field.endswith(("_name", "witnesses")) for use in one.uses)


def test_beside_codes_the_family_name_and_given_names_are_the_name():
    found = uses_of(
        ["Susp PIN", "Susp Family Name", "Susp Given Name(s)", "Susp D.o.B."],
        [CODES[0], "Brindle", "Tracey Ann", "14-May-1979"],
        [CODES[1], "Omotoso", "Daniel", "02-Nov-1994"],
    )
    assert found[:3] == [(), (("offender_name", Part.SURNAME),), (("offender_name", Part.FORENAMES),)]


@pytest.mark.parametrize("values", [["Store 21 Ltd", "4x4 Parts"], ["Marsh, Ann", "P600311", "Kelly, Joe"]])
def test_names_with_figures_or_a_code_among_them_are_still_names(values):
    assert [use.field for use in suggest(look_at_column("Victim", *values), "")[0].uses] == ["victim_1_name"]
