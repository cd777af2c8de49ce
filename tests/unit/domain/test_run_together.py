"""Short headings that run together are parted where several of a file begin alike, and are never sure."""

import pytest

from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.run_together import parted_by_neighbours
from scrutiny_app.domain.uses import Part
from tests.unit.domain.looks import look_at
from tests.unit.domain.short_headings import SHORT_HEADINGS

VALUES = {
    "SUSNAME": ("Marsh, Ann", "offender_name"),
    "SUSDOB": ("01-SEP-2011", "offender_born"),
    "SUSSEX": ("M", "sex"),
    "SUSAGE": ("14", "offender_age"),
    "SUSADDR": ("85 Canal Street, Port Ellery ZX2 3BJ", "offender_address"),
    "SUSYOUTH": ("Y", "youth"),
    "SUSACCT": ("I lost my temper.", "suspect_account"),
    "SUSSDE": ("A3", "ethnicity"),
    "VIWNAME1": ("Bond, Joe", "victim_1_name"),
    "VIWDOB1": ("27-JAN-1955", "victim_1_born"),
    "VIWNAME2": ("Kelly, Mary", "victim_2_name"),
    "VIWDOB2": ("27-JAN-1965", "victim_2_born"),
    "OICNAME": ("Virk, Simon", "officer_name"),
    "OICWARR": ("5520MD", "officer_number"),
    "SUPNAME": ("Bell, Andrew", "supervisor_name"),
    "SUPWARR": ("917MD", "supervisor_number"),
    "DMNAME": ("Tranter, Helen", "decision_maker_name"),
    "DMWARR": ("933", "decision_maker_number"),
    "DMRANK": ("DS", "decision_maker_rank"),
    "DECDATE": ("23-MAY-2026", "decision_date"),
    "DECRAT": ("Low harm, and the victim agrees.", "rationale"),
    "VICCONS": ("Y", "victim_consulted"),
    "VICAGR": ("Y", "victim_agreed"),
    "CONDDUE": ("22-SEP-2026", "conditions_due"),
    "CONDRES": ("COM", "conditions_completed"),
}
KNOWN_AS_THEY_STAND = {"OICNAME", "DMNAME", "DMRANK"}


def in_file(headings):
    rows = [[VALUES[heading.upper()][0] for heading in headings]] * 3
    return dict(zip(headings, suggest(look_at(headings, *rows), ""), strict=True))


@pytest.mark.parametrize("written", [str.upper, str.lower])
def test_each_is_suggested_for_what_it_says_and_waits_for_a_person(written):
    found = in_file([written(heading) for heading in VALUES])

    assert {key.upper(): [use.field for use in one.uses] for key, one in found.items()} == {
        key: [field] for key, (_, field) in VALUES.items()
    }
    assert {key.upper() for key, one in found.items() if one.sure} <= KNOWN_AS_THEY_STAND
    assert all(use.part is Part.WHOLE for one in found.values() for use in one.uses)


@pytest.mark.parametrize("heading", ["SUSSEX", "DECRAT", "VICAGR", "SUPRANK", "DEFAGE"])
def test_one_alone_may_be_anything(heading):
    assert parted_by_neighbours([heading, "Case number", "Area"]) == [heading, "Case number", "Area"]


def test_a_word_that_begins_so_and_ends_in_nothing_known_stands():
    headings = ["SUSDOB", "SUSNAME", "SUSPENSION", "SUSNO", "VICARAGE", "SUPPORT", "DECEMBER", "SUSDOB2", "OICNAME2"]

    assert parted_by_neighbours(headings) == ["Suspect DOB", "Suspect name", *headings[2:]]


def test_no_heading_that_is_known_changes():
    assert parted_by_neighbours([*SHORT_HEADINGS]) == [*SHORT_HEADINGS]
    assert parted_by_neighbours(["OICNAME", "oicwarr", "Susdob", "SUSDOB"]) == [
        "OICNAME",
        "OIC warrant number",
        "Susdob",
        "SUSDOB",
    ]
