"""People whose role changes by the row are never taken for the offender, nor for a victim."""

from scrutiny_app.domain.mapping import Mapping, Use
from scrutiny_app.domain.roles_beside import roles_beside
from tests.unit.domain.looks import look_at

HEADINGS = ["party1Type", "party1FullName", "party2Type", "party2FullName"]
TAKEN = Mapping({"party1fullname": (Use("offender_name"),), "party2fullname": (Use("victim_1_name"),)})
ONE = ["SUS", "Marsh, Ann", "VIC", "Bond, Joe"]


def test_people_who_change_places_from_row_to_row_are_refused_with_what_to_do():
    look = look_at(HEADINGS, ONE, ["VIC", "Reed, Sam", "SUS", "Dale, Kim"])
    said = roles_beside(look, TAKEN)
    assert ["party1FullName" in one for one in said] == [True, False]
    assert ["party2FullName" in one for one in said] == [False, True]
    assert "sheet named “Parties”" in said[0]


def test_people_who_are_in_every_row_what_was_said_of_them_are_taken():
    assert roles_beside(look_at(HEADINGS, ONE, ONE), TAKEN) == []


def test_a_blank_role_says_nothing():
    assert roles_beside(look_at(HEADINGS, ONE, [*ONE[:2], "", ""]), TAKEN) == []


def test_a_column_of_other_words_is_no_column_of_roles():
    look = look_at(["party1Type", "party1FullName"], ["SUS", "Marsh, Ann"], ["Zebra", "Reed, Sam"])
    assert roles_beside(look, TAKEN) == []


def test_a_role_without_a_number_speaks_of_every_column_that_says_of_nobody_else_whose_it_is():
    look = look_at(["Role", "Name", "OIC name"], ["Suspect", "Marsh, Ann", "x"], ["Victim", "Reed, Sam", "x"])
    mapping = Mapping({"name": (Use("offender_name"),), "oicname": (Use("officer_name"),)})
    assert "“Name”" in roles_beside(look, mapping)[0]
    assert "OIC" not in roles_beside(look, mapping)[0]


def test_who_reported_it_says_nothing_of_whose_the_other_columns_are():
    look = look_at(["Reported by", "Suspect name"], ["Victim", "Marsh, Ann"], ["Witness", "Reed, Sam"])
    assert roles_beside(look, Mapping({"suspectname": (Use("offender_name"),)})) == []


def test_columns_that_say_of_somebody_else_whose_they_are_stand_whatever_number_they_bear():
    look = look_at(["party1Type", "Victim 1 name"], ["SUS", "Marsh, Ann"], ["VIC", "Reed, Sam"])
    assert roles_beside(look, Mapping({"victim1name": (Use("victim_1_name"),)})) == []


def test_a_column_that_is_loaded_itself_speaks_of_no_roles_though_its_words_could():
    look = look_at(["Ethnicity", "Offender name"], ["W1", "Marsh, Ann"], ["W2", "Reed, Sam"])
    loaded = Mapping({"ethnicity": (Use("ethnicity"),), "offendername": (Use("offender_name"),)})
    assert roles_beside(look, loaded) == []
