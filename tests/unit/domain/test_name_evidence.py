"""A column of names whose values contradict its heading is asked about; one that they bear out is not."""

import pytest

from redaction.lexicon import load
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.name_evidence import held_against_names, perhaps_organisations
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Part, Use
from tests.unit.domain.looks import look_at, look_at_column

KNOWN = load()


def suggested(heading, *values):
    look = look_at_column(heading, *values)
    [one] = held_against_names(suggest(look, "Northmoor Police"), look.cases, KNOWN)
    return one


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Suspect Name", ("Brontel, Kwame", "Wexcombe, Leanne", "Bond, Joe")),
        ("Suspect Name", ("Garcia Lopez, Maria Jose", "Bond, Joe", "Grant, James")),
        ("Suspect Surname", ("Lee", "Grant", "James", "Brontel")),
        ("Suspect Forenames", ("Kwame", "Leanne Ann", "Lee")),
    ],
)
def test_names_that_bear_their_heading_out_are_sure(heading, values):
    assert suggested(heading, *values).sure


def test_two_people_to_a_cell_under_surname_and_forenames_are_read_forenames_first_and_asked_about():
    one = suggested("Aggrieved Name", "Kwame Brontel, Leanne Wexcombe", "Ann Marsh, Joe Bond")

    assert not one.sure
    assert one.uses == (Use("victim_1_name", style=Style.FORENAMES_FIRST),)
    assert "several people" in one.why


def test_a_few_cells_of_two_people_are_told_and_leave_the_rest_as_they_are():
    one = suggested("Aggrieved Name", "Kwame Brontel, Leanne Wexcombe", "Marsh, Ann", "Bond, Joe", "Wexcombe, Leanne")

    assert not one.sure
    assert one.uses == (Use("victim_1_name"),)
    assert "two people" in one.why


@pytest.mark.parametrize(
    ("values", "style"),
    [
        (("Brontel Kwame", "Marsh Ann", "Wexcombe Leanne"), Style.SURNAME_FIRST),
        (("Kwame Brontel", "Ann Marsh", "Leanne Wexcombe"), Style.FORENAMES_FIRST),
        (("Walker N", "Lloyd O", "Barker U"), Style.SURNAME_FIRST),
        (("N Walker", "O Lloyd", "U Barker"), Style.FORENAMES_FIRST),
    ],
)
def test_known_forenames_tell_the_order_of_names_without_a_comma(values, style):
    assert suggested("Suspect Name", *values).uses == (Use("offender_name", style=style),)


def test_names_in_both_orders_are_asked_about():
    assert "some the forenames" in suggested("Suspect Name", "Brontel Kwame", "Ann Marsh").why


@pytest.mark.parametrize(
    ("heading", "values", "said"),
    [
        ("Suspect Surname", ("Kwame", "Joe", "Leanne"), "look like forenames"),
        ("Suspect Forenames", ("Brontel", "Szymczyk", "Wexcombe"), "look like surnames"),
        ("Suspect Name", ("Kwame, Brontel", "Leanne, Wexcombe"), "forenames before the comma"),
        ("Aggrieved Name", ("Brightwater Gathering", "Ann Marsh", "Joe Bond"), "organisations"),
    ],
)
def test_what_contradicts_a_heading_is_said(heading, values, said):
    one = suggested(heading, *values)

    assert said in one.why
    assert not one.sure


def test_a_name_of_everyday_words_is_given_where_it_would_be_turned_round():
    look = look_at_column("Victim", "Brightwater Gathering", "Ann Marsh", "Kwame Brontel")
    turned = Mapping({"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),)})

    assert list(perhaps_organisations(look, turned, KNOWN)) == ["Brightwater Gathering"]
    assert list(perhaps_organisations(look, Mapping({"victim": (Use("victim_1_name"),)}), KNOWN)) == []


def test_a_column_of_many_names_is_held_against_its_first():
    values = [
        f"{first} Marsh{letter}{other}"
        for first in ("Ann", "Joe")
        for letter in "abcdefghijklmn"
        for other in "abcdefghijklmno"
    ]
    one = suggested("Suspect Name", *values)
    assert (one.sure, one.uses[0].style) == (True, Style.FORENAMES_FIRST)


def test_an_order_that_a_few_names_tell_or_one_speaks_against_is_asked_about():
    many = [f"Ann Brontel{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert suggested("Suspect Name", *many).sure
    assert not suggested("Suspect Name", *many[:9]).sure
    assert not suggested("Suspect Name", *many, "Brontelx Leanne").sure


def test_a_heading_that_does_not_say_whose_the_names_are_is_asked_about_however_sure_their_order():
    assert not suggested("Name", *[f"Ann Brontel{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]).sure


def test_names_of_one_word_each_are_taken_for_surnames_alone_and_asked_about():
    one = suggested("Sgt", "Farrow", "Marsh")

    assert one.uses == (Use("supervisor_name", Part.SURNAME),)
    assert not one.sure
    assert "surnames alone" in one.why


def test_an_initial_before_a_word_that_is_a_thing_too_is_a_person():
    look = look_at_column("Victim", "H Sandalwood", "B. Gathering", "Brightwater Gathering", "Ann Marsh")
    turned = Mapping({"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),)})

    assert list(perhaps_organisations(look, turned, KNOWN)) == ["Brightwater Gathering"]


@pytest.mark.parametrize(
    "name",
    [
        "Mark Church",
        "WH Marsh",
        "Odds n Brontel",
        "John Lewis",
        "Gathering Hall",
        "Christ the King",
        "St Thomas More",
        "Red Cross",
        "Ivy House",
        "Yr Hen Lew",
        "Sir Brontel's",
        "Ravelby BC",
    ],
)
def test_a_name_that_may_be_somebodys_or_a_firms_is_given_before_loading(name):
    look = look_at_column("Victim", name, "Ann Marsh", "Kwame Brontel")
    turned = Mapping({"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),)})

    assert list(perhaps_organisations(look, turned, KNOWN)) == [name]


@pytest.mark.parametrize(
    "name", ["Ann MARSH", "Ms Brightwater Gathering", "Kwame Brontel", "H Gathering", "Wendy Scrimshaw"]
)
def test_a_name_cased_or_titled_as_a_persons_is_not(name):
    look = look_at_column("Victim", name)
    turned = Mapping({"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),)})

    assert list(perhaps_organisations(look, turned, KNOWN)) == []


def test_a_name_that_ends_with_an_area_of_the_file_is_given_unless_a_forename_begins_it():
    rows = [["Brontel Ravelby", "Ravelby"], ["Ann Ravelby", "Ravelby"], ["Brontel Marsh", "Ravelby"]]
    look = look_at(["Victim", "Area"], *rows)
    uses = {"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),), "area": (Use("area"),)}

    assert perhaps_organisations(look, Mapping(uses), KNOWN) == ["Brontel Ravelby"]
    assert perhaps_organisations(look, Mapping({"victim": uses["victim"]}), KNOWN) == []


PEOPLE = ["Marsh, Ann", "Peel, PC Robert", "Castle, B.", "LE PEN, Yann", "BROWN SMITH, Dee"]


def test_an_organisation_with_its_place_after_a_comma_is_given_and_a_person_is_not():
    firms = ["The Surgery, Mill Lane", "Brightwater Gathering, Thornby", "BESTMART, Tolling Road"]
    look = look_at_column("Victim", *firms, *PEOPLE)
    mapping = Mapping({"victim": (Use("victim_1_name"),)})

    assert sorted(perhaps_organisations(look, mapping, KNOWN)) == sorted(firms)


def test_a_comma_at_an_organisations_end_is_not_told_as_one_after_a_surname():
    one = suggested("Victim 1 name", "Ann Marsh", "Kwame Brontel", "Brightwater Gathering,", "Joe Bond")

    assert one.uses[0].style == Style.FORENAMES_FIRST
    assert "have a comma after the surname" not in one.why


def test_after_ranks_and_numbers_forenames_that_may_be_surnames_too_speak_for_no_second_order():
    one = suggested("Referred by", "PC 2217 Sam Okello", "DC 1893 Priya Sandhu", "PCSO 7710 Ria Tandy")

    assert one.uses == (Use("officer_name", style=Style.FORENAMES_FIRST),)
    assert "forenames seem to come first" in one.why
    assert "some of its names seem to have the surname first" not in one.why


def test_officers_whose_forenames_plainly_stand_last_are_still_turned_round():
    names = ("Sandhu Priya", "Brontel Leanne", "Wexcombe Kwame", "Sandhu Leanne", "Brontel Priya", "Sandhu Kwame")
    one = suggested("Referred by", *(f"PC {2217 + at} {name}" for at, name in enumerate(names)))

    assert one.uses == (Use("officer_name", style=Style.SURNAME_FIRST),)
