"""On the sheet of people an organisation may have a column of its own, which names whoever has no person's name."""

import pytest

from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.people_rows import PartiesMapper
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.wording import meaning

HEADINGS = ["Case number", "Role", "Name", "Organisation"]


def person(name, organisation):
    return PartiesMapper(OURS, HEADINGS).person(2, ["A/1", "Victim", name, organisation])


def test_an_organisation_is_the_name_where_there_is_none():
    found = person("", "Brindle Foods")

    assert found.values["name"] == "Brindle Foods,"
    assert not found.problems


def test_a_persons_name_stands():
    assert person("Marsh, Ann", "Brindle Foods").values["name"] == "Marsh, Ann"


def test_the_crown_as_an_organisation_is_no_victim():
    assert person("", "REGINA").is_no_victim


@pytest.mark.parametrize(("heading", "field"), [("orgname", "organisation"), ("occurn", "case_number")])
def test_their_headings_are_known(heading, field):
    assert PARTY_PHRASES[heading].use.field == field


@pytest.mark.parametrize(
    ("word", "role"),
    [("VICT", "victim"), ("COMP", "victim"), ("WITN", "witness"), ("SUSP", "offender"), ("ACC", "offender")],
)
def test_a_roles_short_forms_are_known(word, role):
    assert meaning(PARTY_COLUMN["role"], word) == role
