"""The registrar's page of the trail: read, verified, taken away."""

import hashlib
import json

import pytest
from sqlalchemy import text

from scrutiny_app.domain.people import Role
from scrutiny_app.domain.trail import GENESIS
from scrutiny_app.services import trail


@pytest.fixture
def registrar(making, sign_in):
    with making() as make:
        user = make.user(Role.REGISTRAR)
    return sign_in(user)


def test_the_registrar_reads_the_trail_and_the_reading_is_recorded(registrar, database):
    page = registrar.get("/force/trail")
    assert "Signed in" in page.text
    with database.reading() as db:
        assert trail.newest(db)[0].event == "TrailRead"


def test_verifying_says_that_the_trail_holds(registrar):
    assert "The trail holds" in registrar.post("/force/trail/verify", page="/force/trail").text


def test_a_changed_entry_is_found_on_the_next_view(registrar, database):
    with database.transaction() as db:
        db.execute(text("DROP TRIGGER trail_refuses_update"))
        db.execute(text("UPDATE trail SET actor = 'user:999' WHERE position = 1"))
    assert "does not hold at entry 1" in registrar.get("/force/trail").text
    assert "does not hold at entry 1" in registrar.post("/force/trail/verify", page="/force/trail").text


def test_the_export_can_be_verified_by_anyone(registrar):
    entries = [json.loads(line) for line in registrar.get("/force/trail.jsonl").text.splitlines()]
    previous = GENESIS
    for entry in entries:
        said = "\n".join(
            (str(entry["position"]), entry["at"], entry["actor"], entry["event"], entry["facts"], previous)
        )

        assert hashlib.sha256(said.encode()).hexdigest() == entry["digest"]
        previous = entry["digest"]
    assert len(entries) >= 2


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REGISTRAR])
def test_the_whole_trail_is_the_registrars_alone(making, sign_in, role):
    with making() as make:
        person = make.user(role)
    assert sign_in(person).get("/force/trail").status_code == 404


def test_everyone_reads_their_own_deeds(making, sign_in):
    with making() as make:
        member = make.user(Role.MEMBER)
    assert "Signed in" in sign_in(member).get("/my-trail").text
