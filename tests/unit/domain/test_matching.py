import pytest

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import nearest_phrase
from scrutiny_app.domain.mapping import Mapping, Part, Use, suggest, suggest_parties
from scrutiny_app.domain.synonyms import PHRASES
from tests.unit.domain.held_out_headings import HELD_OUT
from tests.unit.domain.looks import look_at, look_at_column

FORCE = "Northmoor Police"


def suggested(*headings: str) -> dict[str, tuple[str, bool]]:
    """Give the field suggested for each heading, and whether surely."""
    found = suggest(look_at(headings), FORCE)
    return {one.heading: (one.uses[0].field if one.uses else "", one.sure) for one in found}


def test_likeness_never_mistakes_a_held_out_heading_and_finds_most():
    unseen = {heading: field for heading, field in HELD_OUT.items() if fold(heading) not in PHRASES}
    near = {heading: nearest_phrase(heading) for heading in unseen}
    found = {heading: match[0].use.field for heading, match in near.items() if match}

    right = sum(unseen[heading] == field for heading, field in found.items())
    assert right / len(found) >= 0.98
    assert right / sum(field is not None for field in unseen.values()) >= 0.8


def test_our_own_headings_are_sure():
    found = suggested(*(field.heading for field in FIELDS))

    assert found == {field.heading: (field.name, True) for field in FIELDS}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("OIC", "officer_name"), ("Suspect DOB", "offender_born"), ("Crime Ref", "crime_number")),
        *(("Occurrence Number", "crime_number"), ("Aggrieved DOB", "victim_1_born"), ("IP Name", "victim_1_name")),
        *(("Disposal Type", "disposal"), ("HO code", "offence_code"), ("Date Finalised", "disposal_date")),
        *(("MO", "circumstances"), ("BCU", "area"), ("LPA", "area"), ("Beat", "area"), ("VPS", "victim_views")),
        *(("Ethnicity (Self Defined)", "ethnicity"), ("DA flag", "domestic_abuse"), ("Outcome date", "disposal_date")),
        *(("Victim 2 DOB", "victim_2_born"), ("Supervising officer", "supervisor_name")),
    ],
)
def test_what_british_systems_call_a_field_is_known(heading, field):
    assert suggested(heading)[heading] == (field, True)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date of birth", "offender_born"),
        ("Surname", "offender_name"),
        ("URN", "case_number"),
        ("Outcome", "outcome_code"),
    ],
)
def test_a_heading_that_does_not_say_whose_or_which_is_never_sure(heading, field):
    assert suggested(heading)[heading] == (field, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Victim 1 DOB", "Victim 2 DOB"),
        ("Suspect name", "Victim name"),
        ("Outcome date", "Outcome code"),
        ("Officer", "Supervising officer"),
        ("Suspect surname", "Supervisor surname"),
        ("Decision date", "Decision maker"),
    ],
)
def test_headings_that_look_alike_are_told_apart(one, other):
    found = suggested(one, other)

    assert found[one][0] != found[other][0]
    assert all(field for field, _ in found.values())


def test_what_only_reads_alike_is_suggested_and_never_sure():
    (one,) = suggest(look_at(["Occurrance Number"]), FORCE)

    assert (one.uses, one.sure, one.why) == ((Use("crime_number"),), False, "reads like it")


def test_of_two_headings_for_one_field_neither_is_sure():
    found = suggested("Crime number", "Occurrence number")

    assert found == {"Crime number": ("crime_number", False), "Occurrence number": ("", False)}


def test_an_officers_view_of_ethnicity_is_not_loaded_and_says_why():
    (one,) = suggest(look_at(["IC Code"]), FORCE)

    assert (one.uses, one.why) == ((), "an officer’s view, not self-defined: not loaded")


def test_columns_of_one_address_all_fill_it():
    found = suggested("Suspect Address Line 1", "Suspect Town", "Suspect Postcode")

    assert set(found.values()) == {("offender_address", True)}


def test_a_surname_and_its_forenames_are_parts_of_a_name():
    found = suggest(look_at(["Suspect Surname", "Suspect Forename(s)"]), FORCE)

    assert [one.uses for one in found] == [
        (Use("offender_name", Part.SURNAME),),
        (Use("offender_name", Part.FORENAMES),),
    ]


def test_values_tell_what_a_strange_heading_does_not():
    (one,) = suggest(look_at_column("Kol 7", "Comm Res", "CR", "YCC", "CR"), FORCE)

    assert (one.uses, one.sure) == ((Use("disposal"),), False)
    assert one.why == "its values look like words for disposal"


def test_the_forces_own_name_tells_its_column():
    (one,) = suggest(look_at_column("Kol 7", FORCE, FORCE.upper()), FORCE)

    assert one.uses == (Use("force"),)


def test_values_that_are_no_dates_make_a_date_heading_doubtful():
    (one,) = suggest(look_at_column("Disposal date", "CR", "YC"), FORCE)

    assert not one.sure
    assert one.why == "same heading, but its values do not look like dates"


def test_a_heading_over_two_columns_is_left_to_be_renamed():
    found = suggest(look_at(["Disposal", "disposal "]), FORCE)

    assert [one.uses for one in found] == [(), ()]


def test_the_sheet_of_people_is_known_by_its_own_words():
    look = look_at(["Case number"], people=(["Case ID", "Person Role", "Surname", "Forenames", "DOB", "Postcode"], ()))

    assert [one.uses[0].field for one in suggest_parties(look)] == [
        *("case_number", "role", "name", "name", "born", "address")
    ]


def test_the_sheet_of_people_is_known_by_the_layout_that_was_confirmed():
    look = look_at(["Case number"], people=(["Case number", "Role", "Kol 7"], ()))
    known = Mapping({}, parties={"kol7": (Use("contact"),)})

    *_, found = suggest_parties(look, known)

    assert (found.uses, found.sure) == ((Use("contact"),), True)


def test_headings_that_differ_in_a_sign_alone_are_two():
    found = suggested("Disposal #", "Disposal")

    assert found == {"Disposal #": ("case_number", True), "Disposal": ("disposal", True)}


@pytest.mark.parametrize(("one", "other"), [("Outcome #", "Outcome number"), ("A & B", "A and B"), ("%", "percent")])
def test_a_sign_reads_as_its_word(one, other):
    assert fold(one) == fold(other)
