"""What other sheets hold of rejected rows is given back with them."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from scrutiny_app.files.reading import PEOPLE, RejectedRow, rejected_from_json
from tests.unit.files.reading_files import chunks
from tests.unit.files.test_reading_people_joined import MAPPING, MARY, made
from tests.unit.files.test_reading_workbook import saved

ELM = ("Victim", "Elm, Joan", date(1991, 2, 3))
HEADS = ["Crime number", "Role", "Name", "Date of birth"]


def given_back(data, **order):
    rows = [row for chunk in chunks(data, mapping=MAPPING, **order) for row in chunk.rejected]
    return [row for row in rows if row.sheet]


def without(data, heading):
    """Empty the first case's cell under a heading."""
    workbook = load_workbook(BytesIO(data))
    sheet = workbook.worksheets[0]
    sheet.cell(2, [cell.value for cell in sheet[1]].index(heading) + 1).value = None
    return saved(workbook)


def test_nothing_is_given_back_where_nothing_was_rejected():
    assert given_back(made([("42/1/26", *MARY)])) == []


def test_the_people_of_a_rejected_row_are_given_back_under_their_headings():
    data = without(made([("42/1/26", *MARY), ("42/2/26", *ELM)]), "Disposal")
    assert given_back(data) == [
        RejectedRow(1, HEADS, PEOPLE),
        RejectedRow(2, ["42/1/26", *MARY], PEOPLE),
    ]


def test_whom_a_person_said_to_be_an_organisation_is_given_back_as_one():
    data = without(made([("42/1/26", "Victim", "Lathmoor Rovers JFC", None)]), "Disposal")
    _, found = given_back(data, organisations=("Lathmoor Rovers JFC",))
    assert found.cells[2] == "Lathmoor Rovers JFC,"


def test_of_a_row_without_a_number_those_are_given_back_of_whom_no_case_is_in_the_file():
    data = without(made([("42/1/26", *MARY), ("42/2/26", *ELM)]), "Crime number")
    assert [row.row for row in given_back(data)] == [1, 2]


def test_many_come_in_chunks_of_their_own_of_no_rows_of_cases():
    data = without(made([("42/1/26", *MARY)] * 4), "Disposal")
    read = chunks(data, mapping=MAPPING, chunk=2)
    assert [(chunk.total, len(chunk.rejected)) for chunk in read] == [(2, 1), (0, 2), (0, 2), (0, 1)]
    assert [chunk.number for chunk in chunks(data, mapping=MAPPING, chunk=2, skip=2)] == [2, 3]


def test_rows_that_were_kept_before_there_were_others_are_of_the_cases():
    assert rejected_from_json(b'[[2,["x"]]]') == [RejectedRow(2, ["x"])]
