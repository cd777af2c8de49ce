"""Before loading it is said in one line which columns that are left out look like what panels need."""

import pytest

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.perhaps_lost import perhaps_lost
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at

DAYS = ("Offence date", "Given", "Blorp")
OFFENCE, DISPOSAL = {"offencedate": (Use("offence_date"),)}, {"given": (Use("disposal_date"),)}
NEEDED = ("decision_date", "conditions_completed", "admission", "officer_name", "decision_maker_name")


def told(heading, values, *without):
    """Say what is told of one column that is left out, where a file has all that panels need but some."""
    uses = {f"c{at}": (Use(name),) for at, name in enumerate(NEEDED) if name not in without}
    look = look_at(
        (*uses, *DAYS[:2], heading),
        *([*[None] * len(uses), f"{at}/03/2026", f"{at + 9}/04/2026", value] for at, value in enumerate(values, 1)),
    )
    return list(perhaps_lost(Mapping({**uses, **OFFENCE, **DISPOSAL}), look))


BETWEEN = [f"{at + 2}/03/2026" for at in range(1, 9)]
KEPT = ["All done", "Completed", "Failed", "Completed", "Still running", "", "", "Completed"]
ADMITTED = ["Full admission", "Denied", "No comment", "Full admission"] * 2
OFFICERS = ["PC Tate", "Sgt Howe", "PC Lunt", "PC Pike", "Insp Reed", "PC Tate", "PC Amis", "PC Bell"]


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("decision_date", BETWEEN, "Decision date"),
        ("conditions_completed", KEPT, "Conditions completed"),
        ("admission", ADMITTED, "Admission"),
        ("officer_name", OFFICERS, "Officer in the case"),
        ("decision_maker_name", OFFICERS, "Decision-maker"),
    ],
)
def test_a_column_that_looks_like_what_nothing_is_loaded_as_is_named(name, values, said):
    assert told("Blorp", values, name) == [f"Not loaded: “Blorp” looks like {said}. Go back to the columns if so."]
    assert told("Blorp", values) == []


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Blorp", [f"{at}/06/2026" for at in range(1, 9)]),  # after the disposal
        ("Date of arrest", BETWEEN),
        ("Logged date", BETWEEN),
        ("Offence end date", BETWEEN),
        ("Record status", KEPT),
        ("Form scanned", ["Yes", "No"] * 4),
        ("Is drugs", ["1", "0"] * 4),
        ("Retention review", BETWEEN),
        ("Ward", ["North", "Harbour"] * 4),
    ],
)
def test_days_of_else_and_answers_to_anything_are_not_named(heading, values):
    assert told(heading, values, *NEEDED) == []


def test_an_officer_is_told_before_who_decided_unless_the_heading_says_so():
    both = ("officer_name", "decision_maker_name")
    assert "looks like Officer in the case" in told("Blorp", OFFICERS, *both)[0]
    assert "looks like Decision-maker" in told("Authd", OFFICERS, *both)[0]


@pytest.mark.parametrize(
    ("name", "values"), [("decision_date", BETWEEN), ("conditions_completed", KEPT), ("admission", ADMITTED)]
)
def test_what_would_be_said_of_it_before_loading_is_suggested_already_and_asked(name, values):
    rows = [(f"{at}/03/2026", f"{at + 9}/04/2026", value) for at, value in enumerate(values, 1)]
    look = look_at(("Offence date", "Disposal date", "Blorp"), *rows)
    one = suggest(look, "")[2]
    assert [use.field for use in one.uses] == [name]
    assert footing_of(one, look.cases.columns[2]) is Footing.ASKED
