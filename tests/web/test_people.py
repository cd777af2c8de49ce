"""People: who adds them, who shuts them out, and what that is worth at once."""

import re

import pytest

from scrutiny_app.domain.people import Role
from scrutiny_app.services import people
from tests.making import PASSWORD


def test_an_administrator_adds_a_person_who_can_then_sign_in(making, sign_in, visitor):
    with making() as make:
        administrator = make.user(Role.ADMINISTRATOR)
    page = sign_in(administrator).post(
        "/force/people/new", {"name": "Ada Osei", "username": "aosei", "role": "lead", "supervisor": "0", "body": ""}
    )
    password = re.search(r"\b(?:[a-z2-9]{4}-){4}[a-z2-9]{4}\b", page.text)
    assert password, page.text
    assert "Sign out" in visitor.post("/sign-in", {"username": "aosei", "password": password[0]}).text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_adds_people(making, sign_in, role):
    with making() as make:
        person = make.user(role)
    assert sign_in(person).get("/force/people/new").status_code == 404


def test_shutting_a_person_out_ends_their_session_at_once(making, sign_in):
    with making() as make:
        administrator, lead = make.user(Role.ADMINISTRATOR), make.user(Role.LEAD)
    hers = sign_in(lead)
    sign_in(administrator).post(f"/force/people/{lead.id}/disable", page="/force/people")
    assert "Sign in" in hers.get("/").text
    assert "Sign out" not in hers.get("/").text


def test_an_administrator_cannot_shut_themselves_out(making, sign_in):
    with making() as make:
        administrator = make.user(Role.ADMINISTRATOR)
    browser = sign_in(administrator)
    refused = browser.post(f"/force/people/{administrator.id}/disable", page="/force/people")
    assert refused.status_code == 409
    assert "your own account" in refused.text
    assert "Sign out" in browser.get("/").text


def test_a_taken_username_is_refused_and_the_form_kept(making, sign_in):
    with making() as make:
        administrator = make.user(Role.ADMINISTRATOR)
    page = sign_in(administrator).post(
        "/force/people/new",
        {"name": "Again", "username": administrator.username, "role": "lead", "supervisor": "0", "body": ""},
    )
    assert "That username is taken" in page.text
    assert "<title>Error:" in page.text
    assert 'value="Again"' in page.text


def test_a_changed_password_ends_every_session_and_is_the_only_one_that_opens(making, sign_in, visitor):
    with making() as make:
        lead = make.user(Role.LEAD)
    first, second = sign_in(lead), sign_in(lead)
    new = "harbour-lantern-quiet-92"
    page = first.post("/account", {"old": PASSWORD, "new": new, "again": new})
    assert "Your password was changed" in page.text
    assert "Sign out" not in second.get("/").text
    assert visitor.post("/sign-in", {"username": lead.username, "password": PASSWORD}).status_code == 401
    assert "Sign out" in visitor.post("/sign-in", {"username": lead.username, "password": new}).text


@pytest.mark.parametrize("weak", ["short", "password12345", "aaaaaaaaaaaaaa", "Liverpool2024!"])
def test_a_password_that_is_guessed_first_is_refused(making, sign_in, weak):
    with making() as make:
        lead = make.user(Role.LEAD)
    page = sign_in(lead).post("/account", {"old": PASSWORD, "new": weak, "again": weak})
    assert "<title>Error:" in page.text
    assert "unrelated words" in page.text


def test_changing_a_password_asks_for_the_one_in_use(making, sign_in):
    with making() as make:
        lead = make.user(Role.LEAD)
    new = "harbour-lantern-quiet-92"
    page = sign_in(lead).post("/account", {"old": "wrong", "new": new, "again": new})
    assert "That is not your password now" in page.text


def test_a_staff_number_and_a_supervisor_can_be_put_right_afterwards(making, sign_in, database):
    with making() as make:
        administrator, officer = make.user(Role.ADMINISTRATOR), make.user(Role.OFFICER)
        supervisor = make.user(Role.SUPERVISOR)
    given = {"name": "Rhys Lathom", "staff_number": "2201", "supervisor": str(supervisor.id)}
    page = sign_in(administrator).post(f"/force/people/{officer.id}/edit", given)
    assert "Rhys Lathom was changed" in page.text
    with database.reading() as db:
        kept = people.find_person(db, officer.username)
    assert (kept.name, kept.staff_number, kept.supervisor_id) == ("Rhys Lathom", "2201", supervisor.id)


def test_a_staff_number_that_another_bears_is_refused_and_the_form_kept(making, sign_in):
    with making() as make:
        administrator, officer = make.user(Role.ADMINISTRATOR), make.user(Role.OFFICER)
        make.user(Role.OFFICER, staff_number="2201")
    given = {"name": "Rhys Lathom", "staff_number": "2201", "supervisor": "0"}
    page = sign_in(administrator).post(f"/force/people/{officer.id}/edit", given)
    assert "Another person of this force has that staff number" in page.text
    assert 'value="Rhys Lathom"' in page.text
