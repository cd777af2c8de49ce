"""Headings that a clerk would read at once are suggested for what they say, and none for a field that they do not."""

import pytest

from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.offence_ends import is_last_day
from tests.unit.domain.looks import look_at


def suggested(headings, *rows):
    return {one.heading: one for one in suggest(look_at(headings, *rows), "Northmoor Police")}


def fields(headings, *rows):
    return {heading: [use.field for use in one.uses] for heading, one in suggested(headings, *rows).items()}


def dated(*days, times=6):
    return [days] * times


@pytest.mark.parametrize("heading", ["OCC_END_DT", "Offence Committed To", "Committed To", "Offence end date"])
def test_the_last_day_of_an_offence_is_no_other_field(heading):
    found = fields(["OCC_START_DT", heading, "DISP_DT"], *dated("01/02/2026", "02/02/2026", "05/03/2026"))
    assert found[heading] == []
    assert found["DISP_DT"] == ["disposal_date"]


@pytest.mark.parametrize("heading", ["Conditions end date", "Offence to victim", "Allocated to", "Disposal end date"])
def test_other_ends_are_no_last_day_of_an_offence(heading):
    assert not is_last_day(heading)


def test_a_location_is_no_address_of_the_offender():
    assert nearest_phrase("LOC_TXT") is None
    assert nearest_phrase("LOC") is None


def test_an_outcome_of_conditions_is_whether_they_were_complied_with_and_no_condition():
    rows = [("Pay £40", "Complied"), ("Write a letter", "Not complied")] * 3
    assert fields(["Conditions Imposed", "Conditions Outcome"], *rows) == {
        "Conditions Imposed": ["conditions"],
        "Conditions Outcome": ["conditions_completed"],
    }


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Other Aggrieved", "victim_2_name"),
        ("Additional victim name", "victim_2_name"),
        ("What was agreed", "conditions"),
        ("CR date", "disposal_date"),
        ("Outcome Decision Date", "decision_date"),
        ("Victim Consulted re Outcome", "victim_consulted"),
        ("ETH_SD_CD", "ethnicity"),
    ],
)
def test_a_plain_heading_is_suggested_and_never_taken_unseen(heading, field):
    near = nearest_phrase(heading)
    assert near is not None
    assert near[0].use.field == field
    assert not suggested([heading], ["x"])[heading].sure


def test_days_in_numbers_stand_under_what_was_finalised():
    rows = [("NB/0204/26", "46263"), ("NB/0205/26", "46141"), ("NB/0206/26", "46155")]
    found = suggested(["Crime number", "Finalised"], *rows)["Finalised"]
    assert [use.field for use in found.uses] == ["disposal_date"]
    assert "its dates are numbers" in found.why


def test_an_age_of_no_day_is_left_out_beside_a_date_of_birth():
    rows = [("03/02/1990", "36"), ("04/02/1991", "35")]
    assert fields(["DOB", "Age"], *rows)["Age"] == []
    assert fields(["Crime number", "Age"], ("42/1/26", "36"), ("42/2/26", "35"))["Age"] == ["offender_age"]
    assert fields(["DOB", "Age at offence"], *rows)["Age at offence"] == ["offender_age"]


def test_an_area_said_plainly_leaves_no_question_about_a_narrower_one():
    found = suggested(["BCU", "Ward"], ("North", "Castle"), ("South", "Minster"))
    assert [(one.sure, [use.field for use in one.uses]) for one in found.values()] == [(True, ["area"]), (True, [])]
    found = suggested(["Station", "Sector"], ("North", "ST01"), ("South", "HA01"))
    assert not any(one.sure for one in found.values())


_TOWNS = ("Eastgate", "Riverside", "Northfold")
_HUBS = "Hub|Locality|Base|Sector|Patch|Policing team|Cluster|Zone|Local hub|Home station|Hub name|Area hub|Where based"


@pytest.mark.parametrize("heading", _HUBS.split("|"))
def test_a_place_from_which_officers_work_is_the_area(heading):
    rows = [[f"OOC{at}", _TOWNS[at % 3], "Community resolution"] for at in range(9)]
    assert fields(["Case no", heading, "Disposal"], *rows)[heading] == ["area"]


def test_a_locality_beside_an_address_or_of_many_places_is_still_the_address():
    rows = [[f"OOC{at}", f"{at} Mill Lane", _TOWNS[at % 3]] for at in range(9)]
    assert fields(["Case no", "Offender address", "Locality"], *rows)["Locality"] == ["offender_address"]
    rows = [[f"OOC{at}", f"{'ABCDEFGHI'[at]}thorpe"] for at in range(9)]
    assert fields(["Case no", "Locality"], *rows)["Locality"] == ["offender_address"]


_WHYS = (
    "Why out of court|Why OOC|Reason for OOCD|Why this way|Reason for out of court|Why dealt with this way|"
    "Why diverted|Why this pathway|Why this route"
)


@pytest.mark.parametrize("heading", _WHYS.split("|"))
def test_why_a_case_was_kept_out_of_court_is_the_rationale(heading):
    text = "A first offence, at once admitted; the owner of the shop agreed to a letter, and no more is needed here."
    rows = [[f"OOC{at}", f"{text} {at}", "Community resolution"] for at in range(9)]
    assert fields(["Case no", heading, "Disposal"], *rows)[heading] == ["rationale"]


def test_where_a_case_stands_on_a_desk_is_its_status_and_its_pathway_the_disposal():
    pathways = ("Restorative Pathway", "Youth Caution", "Reset Diversion")
    rows = [[f"OOC{at}", pathways[at % 3], ("Signed off", "Awaiting panel")[at % 2], "2"] for at in range(9)]
    found = fields(["Case no", "Pathway", "Desk position", "GM start"], *rows)
    assert found["Pathway"] == ["disposal"]
    assert found["Desk position"] == ["status"]
    assert found["GM start"] == ["gravity_initial"]
