"""Objects that a program wrote into cells are read as columns of their own, and people among them by their roles."""

import json

import msgspec
import pytest

from scrutiny_app.domain.cell_words import Broken
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, suggest
from scrutiny_app.domain.object_cells import MOST_PEOPLE, values_of
from tests.unit.files.reading_files import FORCE, chunks, looked
from tests.unit.files.test_reading_each_row import NONE
from tests.unit.files.test_reading_groups import as_csv
from tests.unit.files.test_reading_workbook import good
from tests.unit.files.workbooks import HEADINGS

MARY = {"role": "SUSPECT", "familyName": "Ash", "givenNames": ["Mary", "Ann"], "address": {"town": "Northwick"}}
TOM = {"role": "VICTIM", "familyName": "Birch", "givenNames": ["Tom"], "partyId": 7}
OFFICER = {"name": "K Marsh", "collar": "3306"}


def made(*parties):
    rows = ([*good(n, **NONE), json.dumps(OFFICER), cell] for n, cell in enumerate(parties, 1))
    return as_csv([[*HEADINGS, "dealtBy", "parties"], *rows])


def columns(data):
    return [column.heading for column in looked(data, "cases.csv").cases.columns][len(HEADINGS) :]


def test_each_key_has_a_column_at_the_end_and_each_person_a_number():
    assert columns(made(json.dumps([TOM]), json.dumps([MARY, TOM]))) == [
        "dealtBy",
        "parties",
        "dealtBy name",
        "dealtBy collar",
        "parties 1 role",
        "parties 1 familyName",
        "parties 1 givenNames",
        "parties 1 partyId",
        "parties 1 address town",
        "parties 2 role",
        "parties 2 familyName",
        "parties 2 givenNames",
        "parties 2 partyId",
    ]


def test_the_columns_of_objects_are_left_out_and_their_people_suggested_by_their_roles():
    found = {one.heading: one for one in suggest(looked(made(json.dumps([MARY, TOM])), "cases.csv"), FORCE)}
    assert (found["parties"].uses, found["parties"].sure) == ((), True)
    assert found["parties 2 familyName"].uses[0].field == "Parties 2/name"


def test_people_of_a_list_join_their_case_and_a_list_that_is_cut_off_rejects_it():
    data = made(json.dumps([MARY, TOM]), json.dumps([MARY, TOM])[:-9])
    uses = {fold(one.heading): one.uses for one in suggest(looked(data, "cases.csv"), FORCE) if "/" in str(one.uses)}
    (chunk,) = chunks(data, "cases.csv", mapping=Mapping(OURS.uses | uses))
    (case,) = (msgspec.json.decode(one.record) for one in chunk.cases)
    assert (case["offender_name"], case["victim_1_name"]) == ("Ash, Mary Ann", "Birch, Tom")
    assert {problem.row for problem in chunk.problems} == {3}


@pytest.mark.parametrize("cell", ["Apology letter", "[no list]", '["A", "B"]', '[{"text": "Go"}]', "[]", None, 7])
def test_what_is_no_object_and_no_list_of_people_stays_as_it_is(cell):
    assert values_of(cell) is None


def test_what_cannot_be_read_whole_is_broken():
    assert isinstance(values_of('{"name": "K'), Broken)
    assert isinstance(values_of("[{" * 20_000), Broken)
    assert isinstance(values_of(json.dumps([TOM] * (MOST_PEOPLE + 1))), Broken)


def test_a_file_without_objects_is_read_as_it_was():
    assert columns(as_csv([HEADINGS, good(1)])) == []
