"""A sheet of people names its cases by their number, or by any other reference that no two cases share."""

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.matching import suggest_parties
from scrutiny_app.domain.reading_back import first_cases
from scrutiny_app.domain.trial import trial_of
from scrutiny_app.domain.uses import Use
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import VICTIMS, book, good, saved
from tests.unit.files.workbooks import HEADINGS

MAPPING = replace(
    OURS, parties=OURS.parties | {"crimenumber": (Use("case_number"),), "custodyno": (Use("case_number"),)}
)
MARY = ("Victim", "Ash, Mary", date(1990, 1, 2))


def made(people, heading="Crime number", crimes=("42/1/26", "42/2/26"), custody=None):
    workbook = book(*(good(n, **dict.fromkeys(VICTIMS) | {"crime_number": one}) for n, one in enumerate(crimes, 1)))
    if custody:
        for row, cell in enumerate(["Custody no", *custody], 1):
            workbook.active.cell(row, len(HEADINGS) + 1, cell)
    sheet = workbook.create_sheet("Nominals")
    for row in ([heading, "Role", "Name", "Date of birth"], *people):
        sheet.append(row)
    return saved(workbook)


def read(data):
    return chunks(data, mapping=MAPPING)[0]


def test_people_are_joined_by_the_crime_number_where_the_sheet_has_no_other():
    data = made([("42/2/26", *MARY)])
    assert looked(data).people_by == ("Crime number", "Crime number")
    first, second = read(data).cases
    assert b"Ash, Mary" not in bytes(first.record)
    assert b'"victim_1_name":"Ash, Mary"' in bytes(second.record)


def test_people_of_a_crime_of_two_cases_load_with_neither_and_the_reason_is_told():
    chunk = read(made([("42/1/26", *MARY), ("42/3/26", *MARY)], crimes=("42/1/26", "42/1/26", "42/3/26")))
    assert [case.case_number for case in chunk.cases] == ["NM/3/26"]
    assert [(problem.row, problem.column, problem.code, problem.found) for problem in chunk.problems] == [
        (row, "People: Case number", Fault.SHARED_NUMBER, "1 person of a number that several cases share")
        for row in (2, 3)
    ]


def test_the_same_case_twice_does_not_share_its_number_with_another():
    workbook = made([("42/1/26", *MARY)], crimes=("42/1/26", "42/2/26"))
    assert not [one for one in read(workbook).problems if one.code == Fault.SHARED_NUMBER]


def test_people_are_joined_by_a_reference_that_is_not_loaded():
    data = made([("C/2", *MARY)], heading="Custody no", custody=("C/1", "C/2"))
    first, second = read(data).cases
    assert b"Ash, Mary" not in bytes(first.record)
    assert b"Ash, Mary" in bytes(second.record)


def test_the_people_of_no_crime_of_the_file_are_told():
    chunk = read(made([("42/1/26", *MARY), ("42/9/26", *MARY)]))
    assert [note.row for note in chunk.notes if note.code == Fault.PARTY_WITHOUT_CASE] == [3]


@pytest.mark.parametrize("heading", ["Crime No", "Custody no"])
def test_the_column_by_which_they_are_joined_is_suggested_and_said(heading):
    data = made([("C/2" if heading == "Custody no" else "42/2/26", *MARY)], heading=heading, custody=("C/1", "C/2"))
    suggested = {one.heading: one for one in suggest_parties(looked(data))}
    assert suggested[heading].uses == (Use("case_number"),)
    assert "on the sheet of cases" in suggested[heading].why


def by_nominals(*people):
    """Two suspects of one investigation, whom the cases name by a number of their own."""
    workbook = book(*(good(n, **dict.fromkeys(VICTIMS) | {"crime_number": "42/1/26"}) for n in (1, 2)))
    for row, cell in enumerate(["Suspect nominal no", "N881", "N882"], 1):
        workbook.active.cell(row, len(HEADINGS) + 1, cell)
    sheet = workbook.create_sheet("Nominals")
    for one in (["Crime number", "Nominal no", "Role", "Name", "Date of birth"], *people):
        sheet.append(one)
    return saved(workbook)


PEOPLE = (
    ("42/1/26", "N881", "Offender", "Elm, Ada", date(1991, 1, 2)),
    ("42/1/26", "N882", "Offender", "Oak, Ben", date(1992, 1, 2)),
    ("42/1/26", "N883", *MARY),
)


def test_people_are_not_joined_by_the_number_of_suspects_for_victims_have_none_in_the_cases():
    assert looked(by_nominals(*PEOPLE)).people_by == ("Crime number", "Crime number")


@pytest.mark.parametrize(("nominal", "in_no_case"), [("nominalno", 1), ("crimenumber", 0)])
def test_how_many_people_would_be_in_no_case_is_counted_before_anything_is_loaded(nominal, in_no_case):
    said = replace(OURS, parties=OURS.parties | {nominal: (Use("case_number"),)})
    chunk = chunks(by_nominals(*PEOPLE), mapping=said)[0]
    assert trial_of(2, 2, [], chunk.notes, is_all=True).people_in_no_case == in_no_case


def test_the_first_cases_have_the_people_of_the_join_that_was_said_and_not_of_that_suggested():
    look = looked(made([("42/2/26", *MARY)]))
    swapped = replace(look, people_by=("Name", "Sex"))
    first, second = first_cases(swapped, MAPPING, "Northmoor Police", date(2026, 11, 1))
    assert (first.people, second.people) == ((), (("Victim", "Ash, Mary"),))
