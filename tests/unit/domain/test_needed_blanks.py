"""Of what no case can do without it is told at once in how many rows nothing stands."""

import pytest

from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.needed_blanks import needed_blanks
from scrutiny_app.domain.uses import Use
from tests.unit.domain.looks import look_at


def told(*values, field="crime_number"):
    look = look_at(["Ref", "Crime no"], *([str(at), value] for at, value in enumerate(values)))
    return list(needed_blanks(look, Mapping({"ref": (Use("case_number"),), "crimeno": (Use(field),)})))


def test_rows_without_a_crime_number_are_told():
    (said,) = told("42/1/26", "", "42/3/26")
    assert said.startswith("Nothing stands under “Crime no” in 1 of 3 rows. Without its crime number no case is loaded")


@pytest.mark.parametrize(("values", "field"), [(("1", "2"), "crime_number"), (("1", ""), "tier"), (("", ""), "area")])
def test_a_column_that_is_filled_or_not_needed_is_not(values, field):
    assert told(*values, field=field) == []


def test_a_case_without_a_day_of_its_disposal_is_not_finalised_and_no_fault():
    assert told("01/02/2026", "", field="disposal_date") == []


def test_a_column_that_fills_two_needed_fields_is_told_of_once():
    look = look_at(["Ref", "Result"], ["1", "CR"], ["2", None], ["3", "CR"])
    (told,) = needed_blanks(look, Mapping({"result": (Use("disposal"), Use("outcome_code"))}))

    assert "in 1 of 3 rows" in told
    assert "its outcome code and its disposal" in told
