import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.halved_names import with_forenames
from scrutiny_app.domain.layouts import LAYOUTS, OURS
from scrutiny_app.domain.mapping import Mapping, Part, Use, faults_of
from scrutiny_app.domain.reasons import LIKE
from scrutiny_app.domain.suggestions import Suggestion

SUSPECT = (
    "The surname of “Offender name” would be loaded without its forenames. “Suspect Forename 1” and “Suspect "
    "Forename 2” read like them: say that they are its forenames."
)


def halved(heading, name, *others):
    """Say the faults of a good mapping whose offender, or another, has the surname alone of a file."""
    uses = {key: its for key, its in OURS.uses.items() if its[0].field != name}
    uses[fold(heading)] = (Use(name, Part.SURNAME),)
    headings = [heading, *(key for key in uses if key != fold(heading)), *others]
    return faults_of(Mapping(uses), headings)


def test_a_surname_whose_forenames_are_left_out_is_told():
    found = halved("Suspect Surname", "offender_name", "Suspect Forename 1", "Suspect Forename 2", "Shoe size")

    assert found == [SUSPECT]


@pytest.mark.parametrize(
    ("surname", "forename"),
    [
        ("NOMINAL_SURNAME", "NOMINAL_FORENAMES"),
        ("Offender Last Name", "Offender First Name"),
        ("OffenderSurname", "OffenderFirstName"),
        ("Surname", "Forename(s)"),
        ("Accused surname", "Suspect given names"),
        ("Kol surname", "Kol middle name"),
    ],
)
def test_forenames_are_known_by_the_words_of_their_surname(surname, forename):
    assert len(halved(surname, "offender_name", forename)) == 1


@pytest.mark.parametrize(
    ("surname", "other"),
    [
        ("Victim 1 Surname", "Victim 2 Forenames"),
        ("Victim 1 Surname", "Suspect Forename"),
        ("Victim 1 Surname", "Victim 1 name"),
        ("Victim 1 Surname", "Date named"),
    ],
)
def test_the_forenames_of_somebody_else_are_not_asked_for(surname, other):
    assert halved(surname, "victim_1_name", other) == []


def test_a_name_whose_forenames_are_loaded_is_whole():
    uses = {key: its for key, its in OURS.uses.items() if key != "offendername"}
    uses |= {"suspectsurname": (Use("offender_name", Part.SURNAME),)}
    uses |= {"suspectforename1": (Use("offender_name", Part.FORENAMES),), "suspectforename2": ()}

    assert faults_of(Mapping(uses), list(uses)) == []


def test_the_sheet_of_people_is_held_to_the_same():
    people: dict[str, tuple[Use, ...]] = {"ref": (Use("case_number"),), "role": (Use("role"),)}
    people["lastname"], people["firstnames"] = (Use("name", Part.SURNAME),), ()
    found = faults_of(Mapping(OURS.uses, parties=people, spelt={"firstnames": "First Name(s)"}), list(OURS.uses))

    assert found == [
        "The surname of “Name” would be loaded without its forenames. “First Name(s)” reads like them: "
        "say that they are its forenames."
    ]


@pytest.mark.parametrize("key", LAYOUTS)
def test_no_layout_of_the_product_halves_a_name(key):
    assert faults_of(LAYOUTS[key].mapping, [heading for heading, _ in LAYOUTS[key].columns]) == []


def test_forenames_that_a_whole_name_set_aside_are_suggested_beside_the_surname_that_it_was():
    surname = Suggestion("Susp Surname", (Use("offender_name", Part.SURNAME),), LIKE)
    found = [surname, Suggestion("Susp Given Name(s)", (), LIKE), Suggestion("Victim Given Name(s)", (), LIKE)]

    assert [one.uses for one in with_forenames(found)] == [
        surname.uses,
        (Use("offender_name", Part.FORENAMES),),
        (),
    ]
    whole = Suggestion("Susp Name", (Use("offender_name"),), LIKE)
    assert with_forenames([whole, *found[1:]]) == [whole, *found[1:]]
