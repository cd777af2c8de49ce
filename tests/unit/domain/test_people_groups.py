"""Groups of columns with a role of their own are known, and nothing else is taken for one."""

import pytest

from scrutiny_app.domain.group_uses import groups_in_words, groups_loaded
from scrutiny_app.domain.mapping import Mapping, Use, drift, faults_of, suggest, suggest_words, without_offender
from scrutiny_app.domain.people_groups import grouped
from tests.unit.domain.looks import look_at

HEADINGS = ["caseRef", "party1Type", "party1FullName", "party1AddressLine2", "party2Type", "party2FullName"]
ONE = ["A-1", "SUS", "Marsh, Ann", "Northmoor", "VIC", "Bond, Joe"]
TWO = ["A-2", "VIC", "Reed, Sam", "Northmoor", "SUS", "Dale, Kim"]


def fills(headings, *rows):
    found = grouped(look_at(headings, *rows).cases)
    return {headings[at]: f"{use.field} {use.part}" for at, one in found.items() for use in one.uses}


def people(*headings):
    """Give what columns fill in which a suspect and then a victim stand."""
    return fills(headings, *([word, *["Marsh, Ann"] * (len(headings) - 1)] for word in ("Suspect", "Victim")))


def test_columns_that_repeat_by_a_number_with_a_role_are_people():
    assert fills(HEADINGS, ONE, TWO) == {
        "party1Type": "Party 1/role whole",
        "party1FullName": "Party 1/name whole",
        "party1AddressLine2": "Party 1/address whole",
        "party2Type": "Party 2/role whole",
        "party2FullName": "Party 2/name whole",
    }


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("Person 1 role", "Person 1 name"),
        ("Role of person 1", "Name of person 1"),
        ("Person 1: Role", "Person 1: Name"),
        ("PERSON_1_ROLE", "PERSON_1_NAME"),
        ("Role 1", "Name 1"),
    ],
)
def test_a_group_may_be_written_in_many_ways(role, name):
    assert people(role, name) == {role: "Person 1/role whole", name: "Person 1/name whole"}


def test_a_shared_word_makes_a_group_without_a_number():
    found = people("Nominal role", "Nominal surname", "Nominal forenames", "Surname")
    assert list(found.values()) == ["Nominal/role whole", "Nominal/name surname", "Nominal/name forenames"]


@pytest.mark.parametrize(
    "headings",
    [("Role", "Name"), ("Victim type", "Victim name"), ("Reported by", "Suspect name"), ("Party 1 role", "Name")],
)
def test_what_shares_no_number_or_word_or_says_whose_it_is_is_no_group(headings):
    assert people(*headings) == {}


def test_columns_that_hold_other_words_are_no_roles():
    assert fills(HEADINGS, ["A-1", "Person", "Marsh, Ann", "", "Firm", "Bond, Joe"]) == {}


def test_of_two_columns_that_may_say_a_role_the_one_that_does_is_it():
    headings = ["party1Type", "party1Role", "party1Name"]
    found = fills(headings, ["Person", "Suspect", "Marsh, Ann"], ["Firm", "Victim", "Reed, Sam"])
    assert found == {"party1Role": "Party 1/role whole", "party1Name": "Party 1/name whole"}


def test_party_1_is_not_party_12():
    assert people("Party 1 role", "Party 12 name", "Party name") == {}


def test_a_number_alone_speaks_only_of_the_columns_beside_it():
    assert people("Role 1", "Name 1", "Area", "Name 1 2", "Telephone 1").keys() == {"Role 1", "Name 1"}


def test_a_group_that_is_empty_in_every_row_goes_with_its_like():
    found = fills(["party1Type", "party1Name", "party2Type", "party2Name"], ["SUS", "Marsh, Ann", "", ""])
    assert found["party2Name"] == "Party 2/name whole"


def test_what_can_be_mistaken_is_asked():
    sure = {one.heading: one.sure for one in suggest(look_at(HEADINGS, ONE, TWO), "")}
    assert sure["party1Type"]
    number_alone = suggest(look_at(["Role 1", "Name 1"], ["Suspect", "Marsh, Ann"], ["Victim", "Dale, Kim"]), "")
    assert not any(one.sure for one in number_alone)


def test_unknown_roles_are_asked_once_for_all_groups():
    look = look_at(HEADINGS, ONE, TWO, ["A-3", "SUS", "Marsh, Ann", "", "Zebra", "Bond, Joe"])
    assert not next(one.sure for one in suggest(look, "") if one.heading == "party2Type")
    (asked,) = [one for one in suggest_words(look, taken(look)) if one.field == "role"]
    assert asked.heading == "party1Type … party2Type"
    assert ("Zebra", 1, "third_party") in asked.words
    assert ("left_out", "Leave these people out") in asked.choices


def taken(look):
    return Mapping({one.heading.casefold(): one.uses for one in suggest(look, "")})


def test_nobody_is_loaded_without_a_role_or_a_name():
    half = Mapping({"party1fullname": (Use("Party 1/name"),), "party2type": (Use("Party 2/role"),)})
    said = [one for one in faults_of(half) if "either" in one]
    assert ["“Party 1: Role”" in said[0], "“Party 2: Name”" in said[1]] == [True, True]


def test_the_offender_may_be_among_them():
    mapping = taken(look_at(HEADINGS, ONE, TWO))
    assert len(without_offender(mapping)) == 1
    assert "date of birth" in without_offender(mapping)[0]


def test_a_kept_layout_knows_its_groups_again():
    mapping = taken(look_at(HEADINGS, ONE, TWO))
    assert not drift(mapping, HEADINGS)
    assert drift(mapping, HEADINGS[:-1]).missing == ("party2fullname",)


def test_it_is_said_in_plain_words():
    assert groups_loaded(taken(look_at(HEADINGS, ONE, TWO))) == ["Party 1", "Party 2"]
    assert groups_in_words(["Party 1", "Party 2", "Party 3"]).startswith("Party 1 … Party 3 are read as people")
    assert groups_in_words(["Party"]).startswith("Party is read as a person")
    assert groups_in_words([]) == ""
