"""People's names are offered, and taken by, the fields of people alone."""

import pytest

from scrutiny_app.domain.cases import COLUMN, COLUMNS, Kind
from scrutiny_app.domain.clear_names import names_in_words, reads_like_a_name
from scrutiny_app.domain.mapping import Mapping, Use
from scrutiny_app.domain.offering import may_hold
from tests.unit.domain.looks import look_at_column


@pytest.mark.parametrize("heading", ["first_name", "subject.name.last", "NOM_FNM", "contact.first_name", "owner.name"])
def test_a_heading_of_a_name_is_offered_the_fields_of_people_alone(heading):
    column = look_at_column(heading, "Priya", "Owen", "Maureen").cases.columns[0]

    assert {field.kind for field in COLUMNS if may_hold(field, column)} == {Kind.PERSON, Kind.PEOPLE}


@pytest.mark.parametrize("heading", ["Area name", "LPA name", "Offence name", "Disposal name", "Tier"])
def test_the_name_of_a_thing_is_no_person_s(heading):
    assert not reads_like_a_name(heading)


@pytest.mark.parametrize("field", ["area", "tier", "offence_title"])
def test_names_that_plain_words_would_take_are_told(field):
    look = look_at_column("Blorp", "Hale, Ann", "Pike, Jo")

    (told,) = names_in_words(look, Mapping({"blorp": (Use(field),)}))

    assert COLUMN[field].heading in told


def test_places_and_addresses_are_no_names():
    look = look_at_column("Blorp", "North, Area 2", "South, Area 1")
    assert not list(names_in_words(look, Mapping({"blorp": (Use("area"),)})))
    addresses = look_at_column("Blorp", "Hale, Ann")
    assert not list(names_in_words(addresses, Mapping({"blorp": (Use("offender_address"),)})))
