"""A sheet of conditions is known by its columns, and each case's conditions are put together without a guess."""

from datetime import date, datetime

import pytest

from scrutiny_app.domain.cells import FORMULA_CELL
from scrutiny_app.domain.conditions_beside import ConditionsTwice, conditions_suggested
from scrutiny_app.domain.conditions_sheet import CaseConditions, completion_of, conditions_columns
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.looking import ColumnLook, ConditionsSeen, Look, SheetLook
from scrutiny_app.domain.reasons import OTHER_WORD, UNKNOWN
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Use

HEADINGS = ["CaseRef", "CondNo", "ConditionType", "ConditionText", "DueDate", "Complied"]
LATER = datetime(2027, 1, 5, 9)  # noqa: DTZ001  # as a workbook has it
SEEN = ConditionsSeen(
    "Conds", 1, "CaseRef", "Case ref", ("Conds: Text", "Conds: Due"), ("conditions", "conditions_due")
)


def together(*rows):
    held = CaseConditions(conditions_columns("Conditions", HEADINGS))
    for number, kind, text, due, complied in rows:
        held.add(["AB1", number, kind, text, due, complied])
    return held.cells()


@pytest.mark.parametrize(
    ("sheet", "headings", "beside"),
    [
        ("Conditions", HEADINGS, ("Conditions: ConditionText", "Conditions: DueDate", "Conditions: Complied")),
        ("Conds", ["Case no", "No", "Description", "Due", "Met"], ("Conds: Description", "Conds: Due", "Conds: Met")),
        ("Sheet3", ["Crime number", "Condition", "Complete by"], ("Sheet3: Condition", "Sheet3: Complete by")),
        ("Outcome conditions", ["URN", "Requirement"], ("Outcome conditions: Requirement",)),
        (
            "Conditions",
            ["Case ID", "Condition", "Outcome of Condition", "Date Checked"],
            ("Conditions: Condition", "Conditions: Outcome of Condition"),
        ),
        (
            "Interventions",
            ["Case ID", "Seq", "Intervention Type", "Intervention Detail", "Provider", "Due Dt", "Compliance"],
            ("Interventions: Intervention Detail", "Interventions: Due Dt", "Interventions: Compliance"),
        ),
        ("CC", ["Case ID", "Requirement", "End Dt"], ("CC: Requirement", "CC: End Dt")),
    ],
)
def test_a_sheet_of_conditions_is_known_by_its_columns(sheet, headings, beside):
    assert conditions_columns(sheet, headings).beside(sheet) == beside


@pytest.mark.parametrize(
    ("sheet", "headings"),
    [
        ("Property", ["CaseRef", "Item", "Description"]),
        ("Charges", ["CaseRef", "Offence", "Due date"]),
        ("Conditions", ["ConditionText", "DueDate"]),
        ("Conditions", ["CaseRef", "DueDate"]),
        ("Tasks", ["CaseRef", "Task", "Due Dt"]),  # an investigator's, perhaps
    ],
)
def test_a_sheet_of_something_else_is_none_of_conditions(sheet, headings):
    assert conditions_columns(sheet, headings) is None


def test_conditions_are_listed_in_the_order_of_their_numbers():
    due = date(2026, 12, 1)
    text, last, complied = together((2, "", "Pay £30", due, "Y"), (1, "", "Write a letter", due, "Y"))
    assert (text, last, complied) == ("1. Write a letter\n2. Pay £30", due, "Y")


def test_where_days_differ_each_stands_with_its_condition_and_the_last_is_due():
    text, last, _ = together((1, "Reparative", "Write a letter", date(2026, 12, 1), ""), (2, "", "Pay £30", LATER, ""))
    assert text == "1. Write a letter (Reparative; due 1 December 2026)\n2. Pay £30 (due 5 January 2027)"
    assert last == LATER


def test_days_in_words_are_compared_as_days_and_what_is_none_is_left_to_be_refused():
    assert together((1, "", "A", "05/01/2027", ""), (2, "", "B", "01/12/2026", ""))[1] == "05/01/2027"
    assert together((1, "", "A", "05/01/2027", ""), (2, "", "B", "in due course", ""))[1] == "05/01/2027; in due course"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("Yes", "Yes"), "Yes"),
        (("Yes", "No"), "No"),
        (("Yes", "Pending"), "Pending"),
        (("Yes", ""), "(blank); Yes"),
        (("Breached", "Met"), "Breached"),
        (("Complied", "Outstanding", "Not complied"), "Not complied"),
        (("Complied", "Outstanding"), "Outstanding"),
        (("Complied", "Waived"), "Complied; Waived"),
        (("Not complied", ""), "Not complied"),
        (("", ""), None),
    ],
)
def test_compliance_is_that_of_all_or_is_asked_about(words, made):
    assert together(*((at, "", "A", "", word) for at, word in enumerate(words)))[2] == made


def test_whether_a_condition_was_kept_never_stands_in_its_text():
    text, _, _ = together((1, "", "A", "", "Breached"), (2, "", "B", "", "Met"))
    assert text == "1. A\n2. B"


def test_a_cell_that_cannot_be_relied_on_makes_all_of_the_case_so():
    assert together((1, "", FORMULA_CELL, "", ""), (2, "", "B", "", "")) == [FORMULA_CELL] * 3


def test_one_condition_bears_no_number_and_numbers_that_repeat_are_not_believed():
    assert together((4, "", "A", "", ""))[0] == "A"
    assert together((4, "", "A", "", ""), (4, "", "B", "", ""))[0] == "1. A\n2. B"


def test_conditions_that_differ_from_the_rows_own_cannot_be_read():
    mapping = Mapping({"outcome": (Use("conditions"),), "condstext": (Use("conditions"),)})
    twice = ConditionsTwice(mapping, ["Case ref", "Outcome", "Conds: Text", "Conds: Due"], SEEN)
    assert twice.told(["1", "", "A", None])[2] == "A"
    assert twice.told(["1", "a.", "A", None])[2] is None
    assert twice.told(["1", "B", "A", None])[2].what == "conditions that differ from those on the sheet of conditions"
    assert twice.told(["1", "B", None, None]) == ["1", "B", None, None]


@pytest.mark.parametrize(
    ("filled", "suggested"),
    [
        (3, [(Use("conditions_due"),), (Use("conditions"),), ()]),
        (0, [(), (Use("conditions"),), (Use("conditions_due"),)]),
    ],
)
def test_its_columns_are_suggested_unless_those_of_the_cases_hold_something(filled, suggested):
    columns = tuple(ColumnLook(heading, (), filled, None, {}) for heading in ("Due", *SEEN.headings))
    look = Look(SheetLook("Cases", 1, columns, 0), conditions=SEEN)
    found = [Suggestion("Due", (Use("conditions_due"),), OTHER_WORD, True)]
    found += [Suggestion(heading, (), UNKNOWN) for heading in SEEN.headings]
    assert [one.uses for one in conditions_suggested(found, look)] == suggested


def test_a_row_that_says_nil_is_no_condition():
    assert together((1, None, "Apology letter", None, None), (2, None, "nil", None, "N/A"))[0] == "Apology letter"
    assert together((1, None, "N/A", LATER, None))[0] is None


def test_what_somebody_said_of_a_word_counts_before_what_it_seems_to_mean():
    columns = conditions_columns("Conditions", HEADINGS)
    held = CaseConditions(columns, lambda word: completion_of(word, {"waived": "completed", "closed": "!reject"}))
    for word in ("Waived", "Outstanding"):
        held.add(["AB1", 1, "", "A", "", word])
    assert held.cells()[2] == "Outstanding"
    held.add(["AB1", 2, "", "B", "", "Closed"])
    assert held.cells()[2] == "Closed; Outstanding; Waived"


def test_what_we_add_to_a_sheet_that_is_to_be_mended_is_not_told_as_not_read():
    assert conditions_columns("Conditions", [MENDING_HEADING, *HEADINGS, "Checked"]).not_read == ("Checked",)
