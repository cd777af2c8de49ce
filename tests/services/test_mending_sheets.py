"""What is wrong with a rejected row is marked where it stands: in its own row, or with its people."""

from datetime import date

import pytest

from scrutiny_app.domain.faults import MENDING_HEADING, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mapping import Mapping, Use
from scrutiny_app.files.reading import PEOPLE, RejectedRow
from scrutiny_app.services.looks import Headings
from scrutiny_app.services.mending_sheets import sheets_to_mend

SAID = Mapping(
    {"ref": (Use("case_number"),), "on": (Use("offence_date"),)},
    parties={"ref": (Use("case_number"),), "role": (Use("role"),), "who": (Use("name"),), "born": (Use("born"),)},
)
WHERE = Headings("Cases", 1, ("Ref", "On"), "Nominals", ("Ref", "Role", "Who", "Born"))
KEPT = [
    RejectedRow(2, ["A1", date(2026, 5, 1)]),
    RejectedRow(1, ["Ref", "Role", "Who", "Born"], PEOPLE),
    RejectedRow(7, ["A1", "Victim", "Ash, Mary", date(1990, 1, 2)], PEOPLE),
    RejectedRow(8, ["A1", "Suspect", "Elm, Joan", date(2026, 11, 3)], PEOPLE),
    RejectedRow(9, ["A2", "Suspect", "Oak, Paul", date(1991, 1, 2)], PEOPLE),
]


@pytest.fixture
def mended():
    """Give the sheets of a case whose offender was born after the offence, as the sheet of people says."""
    wrong = Problem(2, "Offender date of birth", Fault.IN_FUTURE, "a date after the offence date", "Correct it.")
    return sheets_to_mend([(2, KEPT[0].cells, [wrong])], KEPT, [wrong], WHERE, SAID)


def test_what_the_sheet_of_people_says_of_the_offender_is_marked_in_the_offenders_row_alone(mended):
    _, (people,) = mended
    assert people.name == "Nominals"
    assert people.columns["People: Date of birth"] == [3]
    assert [[problem.column for problem in found] for _, _, found in people.rows] == [[], ["People: Date of birth"], []]


def test_the_row_of_the_case_says_on_which_sheet_that_is(mended):
    cases, _ = mended
    [told] = cases.rows[0][2]
    assert told.column == "Offender date of birth"
    assert told.advice == "Correct it. Offender date of birth stands on the sheet “Nominals”."


def of_people(code, kept=KEPT, cells=KEPT[0].cells):
    """Give what is wrong with whom on the sheet of people, where the disposal of their case is rejected."""
    wrong = Problem(2, "Disposal", code, "a disposal for children, and an adult", "Correct it.")
    _, (people,) = sheets_to_mend([(2, cells, [wrong])], kept, [wrong], WHERE, SAID)
    return [[problem.column for problem in found] for _, _, found in people.rows]


def test_what_else_the_remedy_names_is_marked_on_the_sheet_of_people_where_it_stands():
    assert of_people(Fault.AGE_CONTRADICTS) == [[], ["People: Date of birth"], []]
    assert of_people(Fault.OUTCOME_CONTRADICTS) == [[], [], []]
    assert of_people(Fault.NOT_OUT_OF_COURT) == [[], [], []]


def test_of_several_offenders_of_a_number_the_one_whom_the_case_names_is_marked():
    theirs = (
        ["A1", "Suspect", f"Elm, {name}", date(1990, 1, 2), number] for name, number in (("Jo", "701"), ("Al", "702"))
    )
    kept = [KEPT[0], RejectedRow(1, ["Ref", "Role", "Who", "Born", "Id"], PEOPLE)]
    kept += [RejectedRow(7 + at, cells, PEOPLE) for at, cells in enumerate(theirs)]
    assert of_people(Fault.AGE_CONTRADICTS, kept, ["A1", date(2026, 5, 1), "702"]) == [[], ["People: Date of birth"]]


def test_what_an_earlier_workbook_said_is_left_out_and_the_cells_in_question_stay_where_they_stand():
    where = Headings("Rows to mend", 1, (MENDING_HEADING, "Ref", "On"), None, ())
    wrong = Problem(2, "Offence date", Fault.NOT_A_DATE, "text, 7 characters", "Write a real date.")
    kept = [RejectedRow(2, ["Row 9 of the file ...", "A1", "31 June"])]

    sheet, _ = sheets_to_mend([(2, kept[0].cells, [wrong])], kept, [wrong], where, SAID)

    assert sheet.headings == ["Ref", "On"]
    assert sheet.rows == [(2, ["A1", "31 June"], [wrong])]
    assert sheet.columns["Offence date"] == [1]
