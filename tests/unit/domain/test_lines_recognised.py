"""A number that stands on several lines which differ only in the conditions is recognised by what stands there."""

import pytest

from scrutiny_app.domain.conditions_each_row import CaseLines
from scrutiny_app.domain.lines_read import LinesRead
from scrutiny_app.domain.lines_recognised import lines_of
from scrutiny_app.domain.uses import Mapping, Use

HEADINGS = ("Referral ID", "Suspect name", "Disposal", "Victim name", "Intervention", "Deadline", "Status", "Provider")
FIRST = ["R-01", "Marsh, Kim", "CR", "Tarn, Joe", "Apologise", "07/08/2026", "Completed", "Divert"]
ROWS = [
    FIRST,
    [*FIRST[:4], "Pay £40", "08/07/2026", "Completed", "Council"],
    ["R-02", "Ash, Lee", "CR", "Fell, Ivy", "Apologise", "07/08/2026", "Completed", "Divert"],
]


def seen(rows, headings=HEADINGS, known=None):
    return lines_of(headings, rows, known)


def with_last(place, value):
    return [*ROWS[:2], [*FIRST[:place], value, *FIRST[place + 1 :]]]


def test_the_number_and_the_columns_in_which_its_lines_differ_are_named():
    found = seen(ROWS)
    assert (found.number, found.numbers, found.unlike) == ("Referral ID", 1, 0)
    assert found.differing == ("Intervention", "Deadline", "Provider")


@pytest.mark.parametrize("place", [1, 2])
def test_lines_of_several_people_or_disposals_are_several_cases(place):
    assert seen([[*row[:place], f"Other {at}", *row[place + 1 :]] for at, row in enumerate(ROWS)]) is None


def test_lines_that_differ_in_no_condition_are_none():
    assert seen([FIRST, FIRST, ROWS[2]]) is None
    assert seen([FIRST, [*FIRST[:7], "Council"], ROWS[2]]) is None


def test_rows_that_another_reference_numbers_are_cases():
    numbered = [[f"NM/26/{at * 7}", *row] for at, row in enumerate(ROWS)]
    assert seen(numbered, ("Case number", *HEADINGS)) is None


def test_rows_of_people_are_no_conditions():
    assert seen([[*row, "Suspect"] for row in ROWS], (*HEADINGS, "Role")) is None


def test_what_a_layout_knows_stands_where_no_number_has_several_lines():
    known = LinesRead("referralid", ("intervention", "deadline"))
    found = seen([FIRST, ROWS[2]], known=known)
    assert (found.number, found.differing, found.apart) == ("Referral ID", (), ("Intervention", "Deadline"))


USES = {
    "referralid": (Use("case_number"),),
    "intervention": (Use("conditions"),),
    "deadline": (Use("conditions_due"),),
    "status": (Use("conditions_completed"),),
}
LINES = LinesRead("referralid", ("intervention", "deadline", "status", "provider"))


def joined(rows, uses=USES, lines=LINES):
    by = CaseLines(lines, HEADINGS, Mapping(uses))
    return dict(zip(HEADINGS, by.joined(rows), strict=True)), by.wrong_with(rows)


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        (("Completed", "Completed"), "Completed"),
        (("Completed", "Non-compliant"), "Non-compliant"),
        (("In progress", "Completed"), "In progress"),
        (("Completed", ""), "(blank); Completed"),
    ],
)
def test_conditions_are_completed_only_if_those_of_every_line_are(statuses, whole):
    row, wrong = joined([[*FIRST[:6], status, "Divert"] for status in statuses])
    assert (row["Status"], wrong) == (whole, "")


def test_a_word_means_what_somebody_said_and_one_that_nobody_knows_is_asked_about():
    rows = [[*FIRST[:6], status, "Divert"] for status in ("Done late", "In progress")]
    said = {"conditions_completed": {"donelate": "not_completed"}}
    assert CaseLines(LINES, HEADINGS, Mapping(USES, said)).joined(rows)[6] == "Done late"
    assert CaseLines(LINES, HEADINGS).joined([rows[0], [*FIRST[:6], "Abandoned", ""]])[6] == "Abandoned; Done late"


def test_the_last_day_is_read_as_it_was_said_to_be_written():
    assert str(joined(ROWS[:2])[0]["Deadline"]) == "2026-08-07"
    month_first = USES | {"deadline": (Use("conditions_due", style="month first"),)}
    row, _ = joined(ROWS[:2], month_first)
    assert str(row["Deadline"]) == "2026-08-07"
    assert row["Intervention"] == "1. Apologise (due 8 July 2026)\n2. Pay £40 (due 7 August 2026)"


def test_the_same_condition_on_two_lines_is_told_once():
    row, wrong = joined([FIRST, [*FIRST[:7], "Council"]])
    assert (row["Intervention"], row["Provider"], wrong) == ("Apologise", "Council; Divert", "")


def test_lines_that_differ_elsewhere_are_no_case():
    assert "“Victim name”" in joined(with_last(3, "Fell, Ivy"))[1]
    assert "“Provider”" in joined(ROWS[:2], USES | {"provider": (Use("third_parties"),)})[1]
    assert "“Intervention”" in joined(ROWS[:2], lines=LinesRead("referralid", ()))[1]
