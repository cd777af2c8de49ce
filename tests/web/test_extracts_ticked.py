"""Victims who may be organisations are ticked on the page that confirms a file, and loaded as what the clerk says."""

import html

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.services.dossiers import open_dossier
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, go_on
from tests.web.working import work

VICTIMS = ("Ann Marsh", "Blue Lagoon", "Pricewell Wexcombe", "Joe Bond")


@pytest.fixture
def asked(enter, send):
    """Bring a file with such victims to the page that confirms it."""
    lead = enter(Role.LEAD)
    rows = [{"case_number": f"OOC-{at}", "victim_1_name": name} for at, name in enumerate(VICTIMS)]
    send(lead, renamed(extract(*rows), victim_1_name="Victim"))
    go_on(lead, "columns")
    return lead


@pytest.fixture
def loaded(asked, database):
    """Confirm with these ticked, and give the first victims as they are kept."""

    def loaded(**ticked):
        asked.post(f"{PAGE}/confirm", {"name": "Ours"} | ticked)
        work(database, KEY)
        with database.reading() as session:
            cases = session.scalars(select(Case).order_by(Case.id)).all()
            return [open_dossier(session, case.id, 1, KEY)["victim_1_name"] for case in cases]

    return loaded


def test_those_that_seem_to_be_are_asked_about_and_the_others_listed(asked):
    page = html.unescape(asked.get(f"{PAGE}/confirm").text)
    assert 'name="doubted" type="checkbox" value="Blue Lagoon"' in page
    assert 'name="others" type="checkbox" value="Ann Marsh"' in page
    assert "Others read as people: " in page


def test_what_is_ticked_is_an_organisation(loaded):
    names = loaded(doubted="Blue Lagoon", others="Pricewell Wexcombe")
    assert names == ["Marsh, Ann", "Blue Lagoon,", "Pricewell Wexcombe,", "Bond, Joe"]


def test_what_is_left_unticked_is_a_person(loaded):
    assert loaded() == ["Marsh, Ann", "Lagoon, Blue", "Wexcombe, Pricewell", "Bond, Joe"]


def test_a_name_that_was_not_asked_about_is_refused(asked, database):
    page = asked.post(f"{PAGE}/confirm", {"name": "Ours", "doubted": "Zara Quill"})
    assert "Zara Quill" not in page.text
    assert page.request.path == f"{PAGE}/confirm"
