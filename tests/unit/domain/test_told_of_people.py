"""On a sheet of people a column of roles is the role whatever heads it, and one of homes the address."""

import pytest

from scrutiny_app.domain.matching import suggest_parties
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at

HOMES = ["40 Pinfold Lane, Upper Lath, ZL2 4GH", "109 Moorside Way, Kelderby, ZL4 4DQ"]


def filled(heading, values, *others):
    """Give the fields suggested for a column of people that has these values over and over."""
    headings = ["Case number", "Full name", heading, *others]
    rows = [
        [f"NM/{row // 2}", f"Name{row}, Ann", values[row % len(values)], *["Victim"] * len(others)] for row in range(12)
    ]
    look = look_at(["Case number"], *[[f"NM/{row}"] for row in range(6)], people=(headings, rows))
    return [use.field for use in suggest_parties(look)[2].uses]


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("Part played", ["Young person", "Victim"], "role"),
        ("What they are", ["Suspect", "Aggrieved", "Witness"], "role"),
        ("Home", HOMES, "address"),
        ("Lives", HOMES, "address"),
    ],
)
def test_roles_and_homes_are_told_by_what_stands_there(heading, values, name):
    assert filled(heading, values) == [name]


@pytest.mark.parametrize(
    ("heading", "values"), [("Part played", ["Lead", "Follower"]), ("Home", ["Owned", "Rented"]), ("Seen by", HOMES)]
)
def test_other_words_and_other_places_are_not(heading, values):
    assert filled(heading, values) == []


def test_a_second_column_of_roles_is_not_taken_for_the_role():
    assert filled("Part played", ["Young person", "Victim"], "Role") == []


def test_a_young_person_is_the_offender_among_roles():
    assert meaning(PARTY_COLUMN["role"], "Young person") == "offender"
