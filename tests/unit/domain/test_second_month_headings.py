"""Headings and words of a second month's files: authority's grounds, a state of a disposal, days of clearing up."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at, look_at_column

DAYS = ("01/06/2026", "14/06/2026")
YES_NO = ("Yes", "No")
TEXTS = (
    "He said that he had been drinking since noon and was sorry for what had happened to her.",
    "She has no previous for the offence, and a caution would be out of all proportion to it.",
)


def fields_of(heading, *values):
    (one,) = suggest(look_at_column(heading, *values), "")
    return [use.field for use in one.uses]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Decision Grounds", TEXTS, "rationale"),
        ("Authorisation Rationale", TEXTS, "rationale"),
        ("Authorising Reasons", TEXTS, "rationale"),
        ("AUTH_REASONS", TEXTS, "rationale"),
        ("Disp State", ("Finalised", "In progress", "Withdrawn"), "status"),
        ("Disposal Stage", ("Closed", "Open"), "status"),
        ("LPD", ("Easton", "Weston"), "area"),
        ("VCOP Consulted", YES_NO, "victim_consulted"),
        ("VCOP Agrees", YES_NO, "victim_agreed"),
        ("CLEARED UP ON", DAYS, "disposal_date"),
        ("CLEAR UP NO", ("8", "3", "3A"), "outcome_code"),
        ("Occ Rep’d", DAYS, "reported_date"),
    ],
)
def test_a_heading_is_read(heading, values, field):
    assert fields_of(heading, *values) == [field]


@pytest.mark.parametrize("heading", ["Grounds for arrest", "Grounds of appeal", "Authority to Search Reason"])
def test_grounds_of_something_else_are_no_rationale(heading):
    assert "rationale" not in fields_of(heading, *TEXTS)


@pytest.mark.parametrize("word", ["NO IDENT VICTIM", "No individual victim", "no actual victim"])
def test_no_victim_of_whatever_kind_is_no_identifiable_victim(word):
    assert meaning(COLUMN["victim_consulted"], word) == "no_victim"


def test_a_victim_who_did_not_answer_was_not_without_a_name():
    assert meaning(COLUMN["victim_consulted"], "No victim contact") != "no_victim"


def test_who_defaulted_did_not_complete():
    assert meaning(COLUMN["conditions_completed"], "DEFAULTED") == "not_completed"


def test_a_day_of_report_is_not_put_out_by_that_of_the_offence():
    found = suggest(look_at(["Occ From", "Occ Rep’d"], *([day, "20/06/2026"] for day in DAYS)), "")
    assert [use.field for one in found for use in one.uses] == ["offence_date", "reported_date"]
