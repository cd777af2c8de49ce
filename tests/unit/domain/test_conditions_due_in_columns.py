"""Conditions that each have a day of their own, in columns of their own: the last day counts."""

from datetime import date

import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.joined_cells import last_day
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.mapping import faults_of
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at

HEADINGS = ["Intervention 1", "Intervention 1 Due", "Intervention 2", "Intervention 2 Due"]
BOTH = [(0, None), (1, None)]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (("19/10/2026", "16/11/2026"), "16/11/2026"),
        (("02/10/2026", "25/09/2026"), "02/10/2026"),
        (("19/10/2026", None), "19/10/2026"),
        (("", "n/a"), None),
        ((date(2026, 10, 19), date(2026, 9, 1)), date(2026, 10, 19)),
        (("19/10/2026", "after the course"), "after the course"),
    ],
)
def test_the_last_of_several_days_counts_and_one_that_cannot_be_read_spoils_them(row, day):
    assert last_day(row, columns=BOTH) == day


def test_numbered_days_of_conditions_are_all_suggested():
    looker = Looker("Cases", 1, HEADINGS)
    for _ in range(6):
        looker.see(["Write a letter of apology", "19/10/2026", "Attend the course on drugs", "16/11/2026"])
    found = [[use.field for use in one.uses] for one in suggest(Look(looker.look()), "")]
    assert found == [["conditions"], ["conditions_due"]] * 2


def test_days_that_are_not_numbered_alike_are_not_put_together():
    looker = Looker("Cases", 1, ["Condition due", "Compliance date"])
    for _ in range(6):
        looker.see(["19/10/2026", "16/11/2026"])
    assert sum(bool(one.uses) for one in suggest(Look(looker.look()), "")) == 1


def test_several_columns_may_say_when_conditions_are_due():
    due = (Use("conditions_due"),)
    mapping = Mapping({fold(heading): due for heading in HEADINGS[1::2]}, {}, {}, {})
    assert not any("Conditions due" in fault for fault in faults_of(mapping))


def _suggested(rows):
    return [use.field for use in _suggestion(rows).uses]


def _suggestion(rows):
    looker = Looker("Cases", 1, ["Conditions", "Conditions Completion Date", "Conditions Outcome"])
    for row in rows:
        looker.see(["Write a letter of apology to the owner of the shop", *row])
    return suggest(Look(looker.look()), "")[1]


def test_a_day_that_stands_beside_conditions_not_kept_is_when_they_were_due():
    rows = [("23/05/2026", "Complied"), ("26/07/2026", "Not complied"), ("14/08/2026", "Ongoing")]
    assert _suggested(rows * 3) == ["conditions_due"]


@pytest.mark.parametrize(("state", "said"), [("Outstanding", "are not met yet"), ("Not complied", "were not kept")])
def test_the_reason_says_whether_those_conditions_were_not_kept_or_are_not_met_yet(state, said):
    assert said in str(_suggestion([("23/05/2026", "Complied"), ("26/07/2026", state)] * 3).reason)


def test_a_day_that_stands_beside_conditions_that_were_kept_alone_is_when_that_was_and_fills_nothing():
    assert _suggested([("23/05/2026", "Complied"), ("", "Not complied"), ("", "Ongoing")] * 3) == []
    assert _suggested([("23/05/2026", "Complied"), ("25/05/2026", "Complied")] * 3) == []


_EACH = [
    ("Condition {}", "Condition {} due", "Condition {} result"),
    ("Cond {}", "Cond {} due", "Cond {} met?"),
    ("Condition {} text", "Condition {} due by", "Condition {} - outcome"),
    ("Requirement {}", "Requirement {} deadline", "Requirement {} status"),
    ("COND{}_TXT", "COND{}_DUE", "COND{}_RES"),
    ("Condition {}", "Condition due {}", "Result {}"),
]


@pytest.mark.parametrize("each", _EACH)
def test_each_condition_with_its_day_and_its_result_is_read_as_what_it_is(each):
    headings = [heading.format(number) for number in (1, 2) for heading in each]
    row = ["Write a letter to the shop", "19/10/2026", "Met", "Pay £40 to the owner", "16/11/2026", "Ongoing"]
    found = suggest(look_at(headings, *[row, [*row[:5], "Not met"], [*row[:3], "", "", ""]] * 3), "")
    assert [[use.field for use in one.uses] for one in found] == [
        ["conditions"],
        ["conditions_due"],
        ["conditions_completed"],
    ] * 2
    assert "the last day counts" in str(found[1].reason)
    assert not any("wants it too" in str(one.reason) for one in found)


def test_columns_that_want_one_field_are_told_in_the_plural_where_they_are_several():
    row = ["19/10/2026", "16/11/2026", "17/11/2026"]
    found = suggest(look_at(["Condition due", "Conditions due by", "Conditions deadline"], *[row] * 6), "")
    (told,) = (str(one.reason) for one in found if one.uses)
    assert told.endswith("” and “Conditions deadline” want it too")


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (("Met", "Met"), "completed"),
        (("Met", "Ongoing"), "in_progress"),
        (("Ongoing", "Not met"), "not_completed"),
        (("Met", ""), None),
        (("", "Not met"), "not_completed"),
        (("Met", "nobody knows"), "nobody knows"),
    ],
)
def test_conditions_were_completed_only_if_each_was_and_one_without_a_result_leaves_it_open(results, said):
    headings = ["Condition 1", "Condition 1 result", "Condition 2", "Condition 2 result"]
    fields = ("conditions", "conditions_completed") * 2
    words = {"met": "completed", "ongoing": "in_progress", "notmet": "not_completed"}
    uses = {fold(heading): (Use(field),) for heading, field in zip(headings, fields, strict=True)}
    mapping = Mapping(uses, {"conditions_completed": words})
    assert not any("Conditions completed" in fault for fault in faults_of(mapping))
    cells = RowMapper(mapping, headings).cells(["Write a letter", results[0], "Pay £40", results[1]])
    assert cells["conditions_completed"] == said


def test_a_case_of_one_condition_is_completed_where_that_one_was():
    headings = ["Condition 1", "Condition 1 result", "Condition 2", "Condition 2 result"]
    fields = ("conditions", "conditions_completed") * 2
    mapping = Mapping({fold(heading): (Use(field),) for heading, field in zip(headings, fields, strict=True)})
    row = ["Write a letter", "Completed", "", ""]
    assert RowMapper(mapping, headings).cells(row)["conditions_completed"] == "completed"


def _by_heading(headings, *rows):
    looker = Looker("Cases", 1, headings)
    for row in rows * 3:
        looker.see(row)
    return {one.heading: [use.field for use in one.uses] for one in suggest(Look(looker.look()), "")}


def test_a_text_and_the_days_of_its_heading_and_by_are_conditions_and_when_they_are_due():
    rows = [["Pay the shop for the glass.", "06/08/2026"], ["Say sorry in a letter.", "30/09/2026"]]
    found = _by_heading(["Strings", "Strings by"], *rows)
    assert found == {"Strings": ["conditions"], "Strings by": ["conditions_due"]}


def test_a_name_and_the_days_of_its_heading_and_by_are_no_conditions():
    found = _by_heading(["Zorb", "Zorb by"], ["Desk", "06/08/2026"], ["Desk", "30/09/2026"])
    assert found["Zorb"] != ["conditions"]


def test_the_final_due_date_is_when_conditions_are_due():
    found = _by_heading(["Conditions", "Final due date"], ["Write a letter to the shop.", "06/08/2026"])
    assert found["Final due date"] == ["conditions_due"]
