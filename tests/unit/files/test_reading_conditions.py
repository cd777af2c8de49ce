"""A workbook's sheet of conditions is joined to its cases, and no sheet about the cases is left out in silence."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from openpyxl import Workbook

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Use
from scrutiny_app.domain.reading_back import first_cases
from tests.unit.files.reading_files import FORCE, TODAY, chunks, looked
from tests.unit.files.test_reading_workbook import good, saved
from tests.unit.files.workbooks import HEADINGS

CONDITIONS = ["Case ref", "CondNo", "ConditionText", "DueDate", "Complied", "Officer note"]
BESIDE = ("Conditions: ConditionText", "Conditions: DueDate", "Conditions: Complied")
FIELDS = ("conditions", "conditions_due", "conditions_completed")
NONE_OF_ITS_OWN = dict.fromkeys(FIELDS)
OWN = {key: () for key, uses in OURS.uses.items() if uses[0].field in FIELDS[1:]}
MAPPING = replace(
    OURS, uses=OURS.uses | OWN | {fold(one): (Use(name),) for one, name in zip(BESIDE, FIELDS, strict=True)}
)
DUE = date(2026, 12, 1)
LETTER = ["NM/1/26", 1, "Write a letter", DUE, "Yes", "rang"]
PAY = ["NM/1/26", 2, "Pay £30", date(2027, 1, 5), "No", None]


def made(conditions=(), cases=((1, {}), (2, {})), **others):
    book = Workbook()
    book.active.title = "Cases"
    for row in (HEADINGS, *(good(number, **(NONE_OF_ITS_OWN | changes)) for number, changes in cases)):
        book.active.append(row)
    sheets = ({"Conditions": [CONDITIONS, *conditions]} if conditions else {}) | others
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def read(data, mapping=MAPPING):
    seen = looked(data)
    return chunks(data, mapping=mapping, conditions=seen.conditions)[0]


def records(chunk):
    return [msgspec.json.decode(case.record) for case in chunk.cases]


def told(chunk, fault):
    return [(note.row, note.column, note.found) for note in chunk.notes if note.code == fault]


def test_the_columns_of_the_sheet_stand_beside_those_of_the_cases():
    seen = looked(made([PAY, LETTER]))
    assert [column.heading for column in seen.cases.columns[-3:]] == list(BESIDE)
    assert (seen.conditions.by, seen.conditions.case, seen.conditions.rows) == ("Case number", "Case ref", 2)
    assert (seen.conditions.not_read, seen.left_out, seen.about_cases) == (("Officer note",), (), ())


def test_each_case_is_given_its_conditions_in_their_order_and_the_last_day():
    first, second = records(read(made([PAY, LETTER])))
    assert first["conditions"] == "1. Write a letter (due 1 December 2026)\n2. Pay £30 (due 5 January 2027)"
    assert (first["conditions_due"], first["conditions_completed"]) == ("2027-01-05", "not_completed")
    assert second.keys().isdisjoint(FIELDS)


def test_conditions_of_no_case_of_the_file_are_told_and_lose_nothing():
    chunk = read(made([LETTER, ["NM/9/26", 1, "Go", DUE, "", ""], [None, 1, "Stay", DUE, "", ""]]))
    assert len(chunk.cases) == 2
    assert told(chunk, Fault.CONDITION_WITHOUT_CASE) == [
        (3, "sheet “Conditions”: case number", "a case number that is not in the file"),
        (4, "sheet “Conditions”: case number", "no case number that can be read"),
    ]


def test_columns_of_the_sheet_that_are_not_read_are_told():
    assert told(read(made([LETTER])), Fault.NOT_LOADED)[-1][1] == "sheet “Conditions”: Officer note"


def test_a_case_whose_own_conditions_differ_is_rejected_and_one_whose_are_the_same_is_not():
    data = made([LETTER, ["NM/2/26", 1, "Go", DUE, "", ""]], [(1, {"conditions": "Pay"}), (2, {"conditions": "go."})])
    chunk = read(data)
    (problem,) = chunk.problems
    assert (problem.row, problem.column, problem.code) == (2, "Conditions", Fault.BROKEN_CELL)
    assert [case["conditions"] for case in records(chunk)] == ["go."]
    preview = first_cases(looked(data), MAPPING, FORCE, TODAY)
    assert [[one.column for one in case.problems] for case in preview] == [["Conditions"], []]


def test_conditions_are_joined_by_a_number_that_is_not_the_case_number_where_no_two_cases_share_it():
    by_crime = ["42/1/26", *LETTER[1:]]
    data = made([by_crime], [(1, {"crime_number": "42/1/26"}), (2, {"crime_number": "42/2/26"})])
    assert looked(data).conditions.by == "Crime number"
    first, second = records(read(data))
    assert (first["conditions"], second.get("conditions")) == ("Write a letter", None)


def test_conditions_of_a_number_that_two_cases_share_load_with_neither():
    cases = [(1, {"crime_number": "42/1/26"}), (2, {"crime_number": "42/1/26"}), (3, {"crime_number": "42/3/26"})]
    chunk = read(made([["42/1/26", *LETTER[1:]], ["42/3/26", *PAY[1:]]], cases))
    assert [case["case_number"] for case in records(chunk)] == ["NM/3/26"]
    assert {(problem.row, problem.code) for problem in chunk.problems} == {
        (2, Fault.SHARED_NUMBER),
        (3, Fault.SHARED_NUMBER),
    }


@pytest.mark.parametrize("heading", ["Custody number", "URN", "DisposalID"])
def test_any_reference_of_the_cases_names_the_case_of_a_condition_though_it_is_not_loaded(heading):
    book = Workbook()
    book.active.title = "Cases"
    for row in ([*HEADINGS, heading], *([*good(n, **NONE_OF_ITS_OWN), f"C{n}"] for n in (1, 2))):
        book.active.append(row)
    sheet = book.create_sheet("Conditions")
    for row in ([heading, *CONDITIONS[1:]], ["C2", *LETTER[1:]]):
        sheet.append(row)
    seen = looked(saved(book))
    assert (seen.conditions.by, seen.conditions.case) == (heading, heading)
    assert [case.get("conditions") for case in records(read(saved(book)))] == [None, "Write a letter"]


def test_a_sheet_of_conditions_that_names_no_case_of_the_file_is_told_as_not_read():
    seen = looked(made([["ZZ/7/26", 1, "Go", DUE, "", ""]]))
    assert (seen.conditions, seen.left_out) == (None, ("The sheet “Conditions” is not read.",))


PROPERTY = [["Case ref", "Item", "Kept at"], ["NM/1/26", "Knife", "Store"], ["NM/2/26", "Bag", "Store"]]


def test_a_sheet_that_is_not_read_and_names_cases_is_a_warning_with_its_columns():
    (sentence,) = looked(made(Property=PROPERTY)).about_cases
    assert sentence.startswith(
        "The sheet “Property” has 2 rows about cases of this file and is not read: its columns are "
    )
    assert "“Case ref”, “Item”, “Kept at”" in sentence


def test_a_sheet_that_names_cases_is_told_apart_from_one_that_does_not():
    chunk = read(made(Property=PROPERTY, Notes=[["Exported", "By"], ["Monday", "IT"]]), OURS)
    assert told(chunk, Fault.SHEET_ABOUT_CASES) == [
        (1, "sheet “Property”", "a sheet with 2 rows about cases of this file")
    ]
    assert told(chunk, Fault.UNREAD_SHEET) == [(1, "sheet “Notes”", "a sheet")]
    assert looked(made(Notes=[["Exported", "By"], ["Monday", "IT"]])).about_cases == ()
