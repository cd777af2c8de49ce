"""What a form asks of an officer is read as the field that the answer is kept in, and is never sure."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at, look_at_column

DAYS = ("2/5/2026", "16/5/2026")
YES_NO = ("Yes", "No")
TEXTS = (
    "She was stopped at the door with makeup in her bag and had not paid for any of it.",
    "He kicked a panel out of the fence behind the shops and ran when the owner came out.",
)


def field(heading, values):
    (one,) = suggest(look_at_column(heading, *values), "")
    assert not one.sure
    return one.uses[0].field if one.uses else ""


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("Slip number (printed in red, top right of the CR slip)", ("CG-0417", "NF-0233"), "case_number"),
        ("What is the crime reference on the system?", ("61/2214/26", "61/2298/26"), "crime_number"),
        ("What offence is on the crime? (as worded on the system)", ("Theft from a shop", "Assault"), "offence_title"),
        ("Which kind of offence is that? (pick the nearest)", ("Damage", "Drugs"), "offence_group"),
        ("Surname of the person getting the resolution", ("Hallam", "Okoro"), "offender_name"),
        (
            "Who is the victim? (person or business, put NONE if there is not one)",
            ("Sheila Crowther",),
            "victim_1_name",
        ),
        ("Have you asked the victim what they want?", YES_NO, "victim_consulted"),
        ("Have you spoken to the victim?", YES_NO, "victim_consulted"),
        ("Is the victim happy for it to be dealt with this way?", YES_NO, "victim_agreed"),
        ("Does the victim agree to the resolution?", YES_NO, "victim_agreed"),
        ("Does the person accept that they did it?", ("Yes, all of it", "No"), "admission"),
        ("Did they admit it?", YES_NO, "admission"),
        ("Has the young person accepted responsibility for the offence?", YES_NO, "admission"),
        ("How many times have they been dealt with before? (cautions and CRs)", ("0", "2"), "previous_outcomes"),
        ("Tell us what happened, in your own words", TEXTS, "circumstances"),
        ("What did the person say about it?", TEXTS, "suspect_account"),
        ("Why is a resolution the right answer here?", TEXTS, "rationale"),
        ("When must they have done it by?", DAYS, "conditions_due"),
        ("Date the crime was closed on the system", DAYS, "disposal_date"),
        ("Who agreed it, and on what date? - Date agreed", DAYS, "decision_date"),
        ("Where is this form up to?", ("Finished - agreed", "Waiting for supervisor"), "status"),
    ],
)
def test_a_question_is_read_as_what_it_asks_for(heading, values, name):
    assert field(heading, values) == name


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("Have you asked the victim for a statement reference?", ("S1", "S2"), "victim_consulted"),
        ("Does the victim accept that they did it?", YES_NO, "admission"),
        ("Does the person accept it?", YES_NO, "admission"),
        ("Does the offender agree to it?", YES_NO, "admission"),
        ("Is the victim happy with the service?", YES_NO, "victim_agreed"),
        ("What did the victim say about it?", TEXTS, "suspect_account"),
        ("Date the complaint was closed on the system", DAYS, "disposal_date"),
        ("When must they go to the interview by?", DAYS, "conditions_due"),
    ],
)
def test_a_question_about_something_else_is_not(heading, values, name):
    assert field(heading, values) != name


def test_their_things_are_those_of_whom_the_question_before_names():
    headings = ["Surname of the person getting the resolution", "Their first name(s)", "Their date of birth"]
    found = suggest(look_at(headings, ["Hallam", "Jodie", "17/9/1999"], ["Okoro", "Daniel", "3/2/2011"]), "")
    assert [one.uses[0].field for one in found] == ["offender_name", "offender_name", "offender_born"]


def test_what_the_forms_tool_adds_is_left_out_and_whoever_filled_it_in_is_the_officer():
    headings = ["ID", "Completion time", "Email", "Name", "Slip number", "Surname of the person getting the resolution"]
    rows = [[str(n), "05/05/2026 14:12:40", f"{name}@a.example", f"{name} Pole", f"CG-{n}", "Hallam"]
            for n, name in enumerate(("Gemma", "Wayne", "Ellie"), 101)]  # fmt: skip
    found = {one.heading: one for one in suggest(look_at(headings, *rows), "")}
    assert not any(found[heading].uses for heading in headings[:3])
    assert "the form’s own tool" in found["ID"].why
    assert [use.field for use in found["Name"].uses] == ["officer_name"]
    assert not found["Name"].sure


def test_without_another_number_the_tools_own_numbers_the_cases():
    rows = [[str(n), "05/05/2026 14:12:40", "Gemma Pole"] for n in range(101, 105)]
    first, *_ = suggest(look_at(["ID", "Completion time", "Name"], *rows), "")
    assert [use.field for use in first.uses] == ["case_number"]


def test_in_a_file_of_no_form_such_headings_mean_what_they_did():
    one, _ = suggest(look_at(["Name", "Offence"], ["Gemma Pole", "Assault"]), "")
    assert [use.field for use in one.uses] == ["offender_name"]


def test_yes_to_some_of_it_is_partial():
    assert [meaning(COLUMN["admission"], word) for word in ("Yes, some of it", "Yes, all of it")] == ["partial", "full"]
