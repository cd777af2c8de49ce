"""Of people whose crime several cases share, each case has the offender whom its row names, and everybody else."""

import json
from dataclasses import replace

import pytest

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.offenders_named import USED
from scrutiny_app.domain.uses import Use
from tests.unit.files.reading_files import chunks
from tests.unit.files.test_reading_workbook import VICTIMS, book, good, saved
from tests.unit.files.workbooks import HEADINGS

MAPPING = replace(OURS, parties=OURS.parties | {"crimenumber": (Use("case_number"),)})
OFFENDER = dict.fromkeys(
    ("offender_name", "offender_born", "offender_address", "offender_contact", "offender_number", "offender_vehicle")
)
KIM, LEE = ("42/1/26", "700101", "Offender", "Marsh, Kim"), ("42/1/26", "700102", "Offender", "Ash, Lee")
PEOPLE = [
    KIM,
    LEE,
    ("42/1/26", "700103", "Victim", "Tarn, Joe"),
    ("42/1/26", "700104", "Witness", "Fell, Ivy"),
    ("42/2/26", "700105", "Offender", "Moss, Ann"),
]


def made(people=PEOPLE, named=("700102", "700101", "700105"), heading="Susp pers id", theirs="Pers id"):
    crimes = ("42/1/26", "42/1/26", "42/2/26")
    workbook = book(
        *(good(n, **dict.fromkeys(VICTIMS) | OFFENDER | {"crime_number": one}) for n, one in enumerate(crimes, 1))
    )
    for row, cell in enumerate([heading, *named], 1):
        workbook.active.cell(row, len(HEADINGS) + 1, cell)
    sheet = workbook.create_sheet("Nominals")
    for row in (["Crime number", theirs, "Role", "Name"], *people):
        sheet.append(row)
    return saved(workbook)


def read(*rows, **named):
    chunk, *given_back = chunks(made(*rows, **named), mapping=MAPPING)
    assert bool(given_back) is bool(chunk.rejected)  # the people of rejected cases, for the workbook that mends them
    return [json.loads(bytes(case.record)) for case in chunk.cases], [one.code for one in chunk.problems]


def test_each_case_has_its_own_offender_and_everybody_else():
    cases, problems = read()
    assert problems == []
    assert [case["offender_name"] for case in cases] == ["Ash, Lee", "Marsh, Kim", "Moss, Ann"]
    assert [case.get("victim_1_name") for case in cases[:2]] == ["Tarn, Joe", "Tarn, Joe"]
    assert all("Fell, Ivy" in case["witnesses"] for case in cases[:2])
    assert [party["name"] for party in cases[0]["parties"] if party["role"] == "third_party"] == ["Marsh, Kim"]


def test_the_columns_that_name_the_offenders_are_noted_as_used():
    chunk, *_ = chunks(made(), mapping=MAPPING)
    assert [note.column for note in chunk.notes if USED in note.found] == ["Susp pers id", "sheet “Nominals”: Pers id"]


@pytest.mark.parametrize(
    "named",
    [("700102", "", "700105"), ("700102", "700103", "700105"), ("700102", "700101", "700101")],
    ids=["blank", "a victim", "of another crime"],
)
def test_where_one_case_of_the_file_names_no_offender_nobody_can_say_whose_they_are(named):
    cases, problems = read(named=named)
    assert [case["crime_number"] for case in cases] == ["42/2/26"]
    assert set(problems) == {Fault.SHARED_NUMBER}


def test_whose_officer_somebody_is_the_number_does_not_say():
    cases, problems = read([*PEOPLE, ("42/1/26", "700106", "Supervisor", "Ash, Sue")])
    assert [case["offender_name"] for case in cases] == ["Moss, Ann"]
    assert set(problems) == {Fault.SHARED_NUMBER}


@pytest.mark.parametrize("role", ["Parent or guardian", "Appropriate adult"])
def test_a_parent_of_either_child_is_a_third_party_of_both_cases(role):
    cases, problems = read([*PEOPLE, ("42/1/26", "700106", role, "Ash, Sue")])
    assert problems == []
    assert [case.get("third_parties") for case in cases] == [["Ash, Sue"], ["Ash, Sue"], None]


@pytest.mark.parametrize("heading", ["NRN", "RIN", "PIN", "Nominal"])
def test_a_persons_own_number_may_be_headed_by_letters(heading):
    chunk, *_ = chunks(made(theirs=heading, heading=f"Subj {heading}"), mapping=MAPPING)
    cases = [json.loads(bytes(case.record)) for case in chunk.cases]
    assert [case["offender_name"] for case in cases] == ["Ash, Lee", "Marsh, Kim", "Moss, Ann"]


def test_somebody_who_cannot_be_read_still_keeps_the_cases_back():
    cases, problems = read([*PEOPLE, ("42/1/26", "700106", "Blip", "Ash, Sue")])
    assert [case["offender_name"] for case in cases] == ["Moss, Ann"]
    assert Fault.UNKNOWN_PARTY in problems
