"""A confirmed layout does not read a later file in which the people of its columns have changed places."""

import pytest

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.mapping import Mapping, Use
from scrutiny_app.domain.people import Role
from scrutiny_app.services import mapping, receiving
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.services.intake import look_at, read

HEADINGS = {"offender_name": "party1Name", "third_parties": "party1Type"}
SUSPECT, VICTIM = {"third_parties": ["SUS"]}, {"third_parties": ["VIC"]}


def said():
    """Take the first of the parties for the offender."""
    uses = {fold(HEADINGS.get(field.name, field.heading)): (Use(field.name),) for field in FIELDS}
    return Mapping(uses | {fold(HEADINGS["third_parties"]): ()})


@pytest.fixture
def send(session, make):
    lead = make.user(Role.LEAD)

    def send(*rows):
        sent = receiving.receive(session, "app.csv", renamed(extract(*rows), **HEADINGS), key=KEY, by=lead).extract
        look_at(session, sent)
        return sent, lead

    return send


def test_a_file_whose_people_have_changed_places_waits_for_a_person(session, send):
    june, lead = send(SUSPECT)
    mapping.confirm(session, june.id, "App", said(), key=KEY, by=lead)
    read(session, june)
    july, _ = send(SUSPECT, SUSPECT, SUSPECT)
    assert july.stage == Stage.MAPPED
    read(session, july)
    august, _ = send(SUSPECT, VICTIM)
    assert august.stage == Stage.LOOKED


def test_such_a_file_is_not_confirmed_either(session, send):
    sent, lead = send(SUSPECT, VICTIM)
    with pytest.raises(Refused, match="who each row’s people are"):
        mapping.say(session, sent.id, said(), key=KEY, by=lead)
    with pytest.raises(Refused, match="who each row’s people are"):
        mapping.confirm(session, sent.id, "App", said(), key=KEY, by=lead)
