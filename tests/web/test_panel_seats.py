"""Panels and seats, on the lead's pages; and the glossary, which is everybody's."""

import pytest

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.web.both.glossary import TERMS
from tests.web.panels import events


@pytest.fixture
def lead(making, sign_in):
    with making() as make:
        person = make.user(Role.LEAD)
    return sign_in(person)


def test_a_lead_makes_a_panel_seats_somebody_and_ends_the_seat(making, lead, database):
    with making() as make:
        member = make.user(Role.MEMBER, body=Body.MAGISTRACY)
    assert "No panel reads this force" in lead.get("/force/panels").text
    page = lead.post("/force/panels/new", {"name": "Harbour panel", "least_members": "4"})
    assert "The panel is made" in page.text
    assert "Nobody sits on this panel yet" in page.text
    page = lead.post("/force/panels/1", {"person": str(member.id)})
    assert f'aria-label="End the seat of {member.name}"' in page.text
    assert "Magistracy" in page.text
    page = lead.post(f"/force/panels/1/seats/{member.id}/end", page="/force/panels/1")
    assert "Nobody sits on this panel yet" in page.text
    assert events(database)[-3:] == ["PanelMade", "SeatTaken", "SeatLeft"]
    assert "Harbour panel" in lead.get("/force/panels").text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": "", "least_members": "3"}, "Enter"),
        ({"name": "A", "least_members": "none"}, "whole number"),
        ({"name": "A", "least_members": "99"}, "between 1 and 30"),
        ({"name": "Taken", "least_members": "3"}, "exists already"),
        ({"name": "nul\x00", "least_members": "3"}, "letters"),
    ],
)
def test_what_is_wrong_with_a_panel_is_said(lead, database, given, words):
    lead.post("/force/panels/new", {"name": "Taken", "least_members": "3"})
    answer = lead.post("/force/panels/new", given)
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert events(database).count("PanelMade") == 1


def test_police_are_not_seated_to_grade(making, lead, database):
    with making() as make:
        police = make.user(Role.MEMBER, body=Body.POLICE)
        make.panel()
    answer = lead.post("/force/panels/1", {"person": str(police.id)})
    assert "Police advise a panel and never grade" in answer.text
    assert "SeatTaken" not in events(database)


def test_a_person_who_is_not_on_the_list_is_not_seated(making, lead, database):
    with making() as make:
        officer = make.user(Role.OFFICER)
        make.panel()
    for given in (str(officer.id), "99999", "x", ""):
        answer = lead.post("/force/panels/1", {"person": given})
        assert "<title>Error: " in answer.text
    assert "SeatTaken" not in events(database)


def test_another_forces_panel_does_not_exist(making, lead):
    with making() as make:
        panel = make.panel(force="Southmoor Police")
    for path in (f"/force/panels/{panel.id}", f"/force/panels/{panel.id}/seats/1/end"):
        assert lead.post(path, {"person": "1"}, page="/force/panels/new").status_code == 404


@pytest.mark.parametrize("role", [Role.PREPARER, Role.REGISTRAR, Role.ADMINISTRATOR, Role.CHAIR])
def test_panels_are_the_leads_alone(making, sign_in, role):
    with making() as make:
        person = make.user(role)
    browser = sign_in(person)
    for path in ("/force/panels", "/force/panels/new"):
        assert browser.get(path).status_code == 404


def test_the_glossary_explains_every_term_to_anybody(visitor):
    page = visitor.get("/glossary").text
    for term in TERMS:
        assert term.word in page
        assert term.meaning.split(".")[0].replace("'", "&#39;") in page


def test_no_term_is_explained_twice():
    assert len({term.word for term in TERMS}) == len(TERMS)
