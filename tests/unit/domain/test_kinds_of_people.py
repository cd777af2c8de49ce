"""On a sheet of people too a column of what each is says which of the names are organisations'."""

import pytest

from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.kinds_aside import kinds_unread
from scrutiny_app.domain.matching import suggest_parties
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.people_beside import PeopleBeside
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Part, Use
from scrutiny_app.web.forms.filling import fields_offered
from tests.unit.domain.looks import look_at

NAMES = ["Corner Pantry", "Ann Marsh", "Joe Bond"]


def of_people(heading, kinds, name="Full name"):
    """Look at a sheet of people with a column of what each is."""
    headings = ["Case number", "Role", name, heading]
    rows = [[f"NM/{n}", "Victim", *one] for n, one in enumerate(zip(NAMES, kinds, strict=True))]
    return look_at(["Case number"], ["NM/0"], ["NM/1"], ["NM/2"], people=(headings, rows))


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Kind", ["Shop", "Adult", "Child"]),
        ("Kind", ["Club", "", ""]),
        ("Party type", ["School", "Person", "Person"]),
        ("Person or organisation", ["O", "P", "P"]),
        ("Is business", ["Y", "N", "N"]),
        ("Entity", ["NHS Trust", "Individual", "Individual"]),
    ],
)
def test_on_a_sheet_of_people_what_says_who_is_an_organisation_is_suggested(heading, kinds):
    assert suggest_parties(of_people(heading, kinds))[3].uses == (Use("name", Part.KIND),)


@pytest.mark.parametrize(
    ("name", "heading", "kinds"),
    [
        ("Full name", "Kind", ["Adult", "Adult", "Child"]),
        ("Full name", "Type", ["O", "C", "C"]),
        ("Full name", "Type", ["Shop", "School", "Pub"]),
        ("Full name", "Address type", ["Shop", "School", ""]),
        ("Surname", "Kind", ["Shop", "Adult", "Child"]),
    ],
)
def test_ages_roles_in_letters_and_kinds_of_places_are_not(name, heading, kinds):
    assert suggest_parties(of_people(heading, kinds, name))[3].uses == ()


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (["Shop", "Zorg", "Child"], ["“Kind” says whether somebody is an organisation, but"]),
        (["Club", "Adult", ""], []),
    ],
)
def test_words_that_are_not_known_are_said(kinds, told):
    said = Mapping({}, parties={"fullname": (Use("name"),), "kind": (Use("name", Part.KIND),)})
    found = list(kinds_unread(said, of_people("Kind", kinds).parties, parties=True))
    assert [one[: len(begins)] for one, begins in zip(found, told, strict=True)] == told


def test_of_people_in_groups_of_columns_too_where_it_is_said():
    said = Mapping(
        {
            "name": (Use("Party 1/name", style=Style.FORENAMES_FIRST),),
            "kind": (Use("Party 1/name", Part.KIND),),
            "role": (Use("Party 1/role"),),
        }
    )
    headings = ["Kind", "Name", "Role"]
    cells = RowMapper(said, headings).cells(["Club", "Zorbridge Rovers JFC", "Victim"])
    (person,) = PeopleBeside(said, headings).take(2, cells)
    assert (person.values["name"], person.problems) == ("Zorbridge Rovers JFC,", ())


def test_it_is_among_the_choices_for_a_column_of_the_sheet():
    offered = {choice.value: choice.label for choice in fields_offered(PARTY_COLUMNS)}
    assert offered["name:kind"] == "Name: whether an organisation"
