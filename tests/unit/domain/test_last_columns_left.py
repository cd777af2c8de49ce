"""What a needed field lacks is offered from what is left over; a reason names the column that is suggested instead."""

import pytest

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.reasons import Ground
from tests.unit.domain.looks import look_at, look_at_column

ROWS = [[f"{day}/05/2026", f"{day + 1}/05/2026", f"{day + 3}/05/2026"] for day in range(13, 23)]
HEADINGS = ["Offence date", "Reported date"]


def last_of(heading):
    return suggest(look_at([*HEADINGS, heading], *ROWS), "")[-1]


@pytest.mark.parametrize("heading", ["Wound Up On", "Detected On"])
def test_the_one_day_after_all_others_is_asked_about_as_the_disposals_where_none_is(heading):
    one = last_of(heading)
    assert [use.field for use in one.uses] == ["disposal_date"]
    assert footing_of(one) is Footing.ASKED


@pytest.mark.parametrize("heading", ["Last Refreshed", "Next Review", "Arrest On", "Victim Letter On", "Target Day"])
def test_a_day_of_something_else_is_not(heading):
    assert not last_of(heading).fills("disposal_date")


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Live/Done", ("Done", "Live")),
        ("Where We Are", ("Finalised", "In progress")),
        ("Where is it", ("Closed", "Charged")),
        ("Where is it", ("NFA", "Open")),
    ],
)
def test_words_of_how_far_a_case_is_are_asked_about_as_its_status(heading, values):
    look = look_at(["Conditions completed", heading], *zip(("Yes", "No"), values, strict=True))
    one = suggest(look, "")[-1]
    assert [use.field for use in one.uses] == ["status"]
    assert footing_of(one, look.cases.columns[-1]) is Footing.ASKED


@pytest.mark.parametrize(
    ("heading", "values"),
    [("Property", ("Open", "Closed")), ("Mum Visit", ("Closed", "Open")), ("Yes/No", ("Yes", "No"))],
)
def test_such_words_of_something_else_are_no_status(heading, values):
    (one,) = suggest(look_at_column(heading, *values), "")
    assert not one.fills("status")


def test_the_reason_names_the_column_that_is_suggested_instead():
    found = suggest(look_at(["Disposal", "Disposal given"], *[["Community resolution", "Caution"]] * 3), "")
    out = next(one for one in found if one.reason.ground is Ground.TAKEN)
    best = next(one for one in found if one.uses)
    assert out.why.startswith(f"“{best.heading}” is suggested for the field")
