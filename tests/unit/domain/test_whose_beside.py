"""Whose a column of a person is: codes are nobody's name, and headings beside it tell whose letter or "their" it is."""

import pytest

from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.uses import Part
from scrutiny_app.domain.whose_beside import told_by_headings_beside
from tests.unit.domain.looks import look_at, look_at_column

CODES = ["P600311", "P600352", "P600393"]


def uses_of(headings, *rows):
    found = suggest(look_at(headings, *rows), "Northmoor Police")
    return [tuple((use.field, use.part) for use in one.uses) for one in found]


def fields_of(headings, *rows):
    return [[field for field, _ in uses] for uses in uses_of(headings, *rows)]


@pytest.mark.parametrize(
    "heading",
    ["Susp PIN", "Suspect", "Suspect name", "Nominal", "Person", "Suspect Nominal", "Victim", "Victim 2", "Witness"],
)
@pytest.mark.parametrize("values", [CODES, ["26/0041", "26/0042", "26/0077"], ["N 12345", "N 12346"]])
def test_codes_are_nobodys_names_whatever_heads_them(heading, values):
    (one,) = suggest(look_at_column(heading, *values), "")
    assert not any(use.field.endswith(("_name", "witnesses")) for use in one.uses)


def test_beside_codes_the_family_name_and_given_names_are_the_name():
    found = uses_of(
        ["Susp PIN", "Susp Family Name", "Susp Given Name(s)", "Susp D.o.B."],
        [CODES[0], "Brindle", "Tracey Ann", "14-May-1979"],
        [CODES[1], "Omotoso", "Daniel", "02-Nov-1994"],
    )
    assert found[:3] == [(), (("offender_name", Part.SURNAME),), (("offender_name", Part.FORENAMES),)]


@pytest.mark.parametrize("values", [["Store 21 Ltd", "4x4 Parts"], ["Marsh, Ann", "P600311", "Kelly, Joe"]])
def test_names_with_figures_or_a_code_among_them_are_still_names(values):
    assert [use.field for use in suggest(look_at_column("Victim", *values), "")[0].uses] == ["victim_1_name"]


@pytest.mark.parametrize(("one", "other"), [("Vict A", "Vict B"), ("IP A", "IP B"), ("VicA_", "VicB_")])
def test_lettered_victims_are_numbered_where_several_letters_stand(one, other):
    headings = [f"{one} Name", f"{one} DOB", f"{other} Name", f"{other} DOB"]
    rows = [["Keating, Liam", "21/02/1990", "Naylor, Kian", "14/05/1988"]] * 2
    assert fields_of(headings, *rows) == [["victim_1_name"], ["victim_1_born"], ["victim_2_name"], ["victim_2_born"]]


@pytest.mark.parametrize(
    "headings", [["Victim B Name"], ["Victim Name", "Vict B Name"], ["Susp A Name", "Susp B Name"], ["Vict A Mother"]]
)
def test_a_letter_alone_and_another_suspects_is_nobody(headings):
    rows = [["Keating, Liam", "Naylor, Kian"][: len(headings)], ["Bond, Ann", "Kelly, Joe"][: len(headings)]]
    fields = fields_of(headings, *rows)
    assert fields[-1] == []
    assert not any("victim_2_name" in found for found in fields)


THEIRS = ["Their date of birth", "Their gender", "Their home address", "Their phone number"]
OF_THEM = ["28/4/2003", "Female", "72 Brewery Lane, Aldersby, AQ1 5GS", "07700900600"]


@pytest.mark.parametrize("heading", ["Name of person dealt with", "Suspect name", "Subject"])
def test_their_is_of_whoever_was_named_just_before(heading):
    found = fields_of([heading, *THEIRS], ["Rance, Chloe", *OF_THEM], ["Loft, Ethan", *OF_THEM])
    assert found == [["offender_name"], ["offender_born"], ["sex"], ["offender_address"], ["offender_contact"]]


@pytest.mark.parametrize(
    "heading",
    [
        "Appropriate adult name",
        "Reported by",
        "Caller",
        "Parent or guardian",
        "Name of contact",
        "Officer name",
        "Witness",
        "Referred by",
    ],
)
def test_after_somebody_else_their_is_never_the_offenders(heading):
    row = ["Rance, Chloe", "Bond, Ann", *OF_THEM]
    for found in fields_of(["Suspect name", heading, *THEIRS], row, row)[2:]:
        assert found == []


def test_after_the_victim_their_birth_is_the_victims_and_their_sex_nobodys():
    row = ["Rance, Chloe", "Bond, Ann", *OF_THEM]
    found = fields_of(["Suspect name", "Name of victim", *THEIRS], row, row)
    assert found[2:] == [["victim_1_born"], [], ["victim_1_address"], ["victim_1_contact"]]


NAMES = ["Holdsworth, Peter", "Akhtar, Nadeem"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Decided By", "decision_maker_name"),
        ("Outcome Decided By", "decision_maker_name"),
        ("Decider’s name", "decision_maker_name"),
        ("Officer completing - name", "officer_name"),
        ("Completing officer", "officer_name"),
        ("Submitting Officer’s name", "officer_name"),
        ("Officer completing form", "officer_name"),
        ("Approver's name", "authorising_name"),
    ],
)
def test_an_officer_is_told_by_the_deed(heading, field):
    assert [use.field for use in suggest(look_at_column(heading, *NAMES), "")[0].uses] == [field]


@pytest.mark.parametrize(
    "heading", ["Officer completing VPS", "Officer completing review", "Form completed by", "Arresting Officer"]
)
def test_an_officer_of_another_deed_is_none_of_the_cases(heading):
    assert suggest(look_at_column(heading, *NAMES), "")[0].uses == ()


@pytest.mark.parametrize("values", [["Panel", "Police", "Court"], ["Inspector", "Sgt"], ["YJS", "Supervisor"]])
def test_bodies_and_ranks_are_no_decision_makers_name(values):
    assert suggest(look_at_column("Decided By", *values), "")[0].uses == ()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Decider Force No", "decision_maker_number"),
        ("Deciding Officer FIN", "decision_maker_number"),
        ("Supervisor Force No", "supervisor_number"),
        ("Reviewing Supervisor PIN", "supervisor_number"),
        ("OIC Force ID", "officer_number"),
        ("Officer completing - collar", "officer_number"),
        ("Submitting Officer Collar", "officer_number"),
    ],
)
def test_an_officers_number_by_whatever_the_force_calls_it(heading, field):
    assert [use.field for use in suggest(look_at_column(heading, "804", "917"), "")[0].uses] == [field]


@pytest.mark.parametrize(
    "heading", ["Approver's collar", "Authoriser Force ID", "Arresting Officer Collar", "Interpreter Collar"]
)
def test_the_number_of_an_officer_without_a_field_is_left_out(heading):
    assert suggest(look_at_column(heading, "804", "917"), "")[0].uses == ()


@pytest.mark.parametrize(
    "heading",
    ["Harmed Person", "Harmed Party’s Name", "Person Harmed", "Harmed Person / Business", "Victim or organisation"],
)
def test_whoever_was_harmed_is_the_victim(heading):
    row = ["Wain, Holly", "Firth, Gareth"]
    assert uses_of(["Suspect name", heading], row, row[::-1])[1] == (("victim_1_name", Part.WHOLE),)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Harmed Person Contacted", "victim_consulted"),
        ("Harmed Person In Favour", "victim_agreed"),
        ("Person Harmed Agrees", "victim_agreed"),
    ],
)
def test_what_was_asked_of_the_harmed_person_was_asked_of_the_victim(heading, field):
    assert [use.field for use in suggest(look_at_column(heading, "Yes", "No victim"), "")[0].uses] == [field]


@pytest.mark.parametrize("heading", ["Harmed Person’s Parent", "Harmed Person Solicitor", "Harmed Person Vulnerable"])
def test_what_is_of_the_harmed_persons_people_is_nobodys(heading):
    assert suggest(look_at_column(heading, "Firth, Gareth", "Bond, Ann"), "")[0].uses == ()


@pytest.mark.parametrize("asked", ["Who or what is the victim?", "Is the victim a person or a business?"])
@pytest.mark.parametrize("name", ["Name of victim or business", "Name of victim", "Victim / business"])
def test_the_question_of_what_the_victim_is_tells_the_kind_and_the_name_beside_it_is_whole(asked, name):
    rows = [["Business", "Penny Wise Stores"], ["No victim", ""], ["Person", "Asif Dar"]]
    assert uses_of([asked, name], *rows) == [(("victim_1_name", Part.KIND),), (("victim_1_name", Part.WHOLE),)]


@pytest.mark.parametrize("heading", ["Weapon Related", "Weapon Carried", "Blade", "Blade Involved", "Knife Carried"])
@pytest.mark.parametrize("ticks", [["No", "Yes"], ["x", ""], ["FALSE", "TRUE"]])
def test_a_tick_for_a_blade_beside_the_others_is_the_weapons(heading, ticks):
    rows = [["Yes", ticks[0], "No"], ["No", ticks[1], "Yes"]]
    assert fields_of(["DA", heading, "Hate"], *rows) == [["domestic_abuse"], ["weapon"], ["hate"]]


@pytest.mark.parametrize("heading", ["Weapon Seized", "Weapons Awareness", "Blade Amnesty", "Armed Officer", "Related"])
def test_a_tick_for_something_else_is_no_weapon(heading):
    assert suggest(look_at_column(heading, "Yes", "No"), "")[0].uses == ()


ADDRESSES = ["131 Mill Bank Road, Harthwaite, HQ4 7LW", "45 Spring Gardens, Harthwaite, HQ6 1AB"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Susp Abode", "offender_address"),
        ("Suspect Home", "offender_address"),
        ("Accused Usual Residence", "offender_address"),
        ("Offender Place of Abode", "offender_address"),
        ("Nominal Postal Address", "offender_address"),
        ("Susp Resides At", "offender_address"),
        ("IP Home", "victim_1_address"),
        ("Victim 2 Abode", "victim_2_address"),
    ],
)
def test_a_home_over_addresses_is_the_address_of_whoever_lives_there(heading, field):
    assert [use.field for use in suggest(look_at_column(heading, *ADDRESSES), "")[0].uses] == [field]


@pytest.mark.parametrize(
    "heading",
    [
        *("Home", "Witness Home", "Person Witness Home", "Parent Home", "Susp Arrested At", "Suspect Workplace"),
        *("Suspect Home School", "Susp Bail Address", "Victim and Suspect Home", "Suspect 2 Home", "Care Home"),
    ],
)
def test_another_place_or_anothers_home_is_nobodys_address(heading):
    assert suggest(look_at_column(heading, *ADDRESSES), "")[0].uses == ()


@pytest.mark.parametrize("values", [["Yes", "No"], ["Leeds", "York"]])
def test_a_home_over_anything_else_is_no_address(values):
    assert suggest(look_at_column("Suspect Home", *values), "")[0].uses == ()


@pytest.mark.parametrize("between", ["Is the suspect under 18?", "Does the suspect admit it?"])
def test_a_question_of_the_same_person_between_leaves_their_theirs(between):
    row = ["Rance, Chloe", "Yes", "28/4/2003"]
    assert fields_of(["Suspect name", between, "Their date of birth"], row, row)[2] == ["offender_born"]


@pytest.mark.parametrize("heading", ["Custody Sgt Collar", "Custody Sergeant Collar", "Arresting Officer Number"])
def test_the_custody_sergeant_and_the_arresting_officer_have_no_field(heading):
    assert suggest(look_at_column(heading, "804", "917"), "")[0].uses == ()


def test_what_begins_with_child_is_the_offenders_where_that_alone_names_the_offender():
    headings = ["Child's Name", "Child DOB", "Child Involved"]
    assert told_by_headings_beside(headings) == ["Child's Name", "Offender DOB", "Child Involved"]
    assert told_by_headings_beside(["Suspect Name", *headings]) == ["Suspect Name", *headings]
