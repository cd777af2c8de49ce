"""What a file would change in cases that are held: shown side by side, decided by a person, and never overwritten."""

import html

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from tests.extracts import extract
from tests.making import KEY
from tests.web.working import work

CHANGES = "/force/extracts/2/changes"


@pytest.fixture
def lead(enter, send):
    """Somebody who holds two cases and has sent a file that would change both and bring a third."""
    browser = enter(Role.LEAD)
    send(browser, extract({}, {}))
    send(browser, extract({"area": "Moorside"}, {"area": "Moorside", "admission": "none"}, {}))
    return browser


@pytest.fixture
def areas(database):
    """Have the file loaded, and list the areas of the cases."""

    def areas():
        work(database, KEY)
        with database.reading() as session:
            return list(session.scalars(select(Case.area).order_by(Case.id)))

    return areas


def test_a_file_that_would_change_cases_waits_to_be_decided_on(lead, areas):
    page = lead.get("/force/extracts/2").text
    assert "<strong>2 cases</strong> that you hold already would change" in page
    assert "Decide on what a file would change" in lead.get("/force/").text
    assert areas() == ["Harbour", "Harbour"]


def test_what_would_change_is_counted_by_column_and_listed_by_case(lead):
    page = lead.get(CHANGES).text
    assert ">Area</th>" in page
    assert ">NM/2/26</a>" in page
    assert ">Area; Admission</td>" in page


def test_both_values_stand_side_by_side_as_a_case_shows_them(lead):
    page = lead.get(f"{CHANGES}/2").text
    assert ">Full admission</td>" in page
    assert ">No admission</td>" in page


def test_accepting_changes_the_cases(lead, areas):
    assert "Decided." in lead.post(CHANGES, {"decision": "accept"}).text
    assert areas() == ["Moorside", "Moorside", "Harbour"]


def test_refusing_all_loads_the_new_cases_alone(lead, areas):
    lead.post(CHANGES, {"decision": "refuse"})
    assert areas() == ["Harbour", "Harbour", "Harbour"]
    assert '<span class="tile__figure">2</span> <span class="tile__label">changes refused</span>' in (
        lead.get("/force/extracts/2").text
    )


def test_one_change_can_be_refused_and_the_mark_taken_back(lead, areas):
    assert "This case stays as it is held" in lead.post(f"{CHANGES}/1", {"refused": "y"}).text
    assert "This case stays as it is held" not in lead.post(f"{CHANGES}/1", {"refused": "n"}).text
    lead.post(f"{CHANGES}/2", {"refused": "y"})
    assert "To be refused" in lead.get(CHANGES).text
    lead.post(CHANGES, {"decision": "accept"})
    assert areas() == ["Moorside", "Harbour", "Harbour"]


def test_a_case_number_that_now_names_somebody_else_is_marked_to_be_refused(enter, send):
    browser = enter(Role.LEAD)
    send(browser, extract({}))
    other = {"offender_name": "Quillfeather, Osric", "offender_born": "1990-05-04", "crime_number": "42K/9/26"}
    send(browser, extract(other))
    assert "Looks like another person’s case" in browser.get(CHANGES).text
    page = browser.get(f"{CHANGES}/1").text
    assert "It is marked to be refused." in page
    assert "Accept this change after all" in page
    assert "It is marked" not in browser.post(f"{CHANGES}/1", {"refused": "n"}).text


def test_nothing_is_decided_without_an_answer(lead, areas):
    assert "<title>Error:" in lead.post(CHANGES, {"decision": ""}).text
    assert areas() == ["Harbour", "Harbour"]


def test_a_case_that_would_not_change_has_no_page(lead):
    assert lead.get(f"{CHANGES}/3").status_code == 404
    assert lead.get(f"{CHANGES}/99").status_code == 404


@pytest.mark.parametrize("path", [CHANGES, f"{CHANGES}/1"])
def test_what_has_been_decided_meanwhile_leads_to_the_file(lead, areas, path):
    lead.post(CHANGES, {"decision": "accept"})
    areas()
    answer = lead.post(path, {"decision": "refuse"}, page="/account")
    assert answer.request.path == "/force/extracts/2"
    assert "have been decided already" in html.unescape(answer.text)


def test_a_registrar_sees_that_it_waits_and_not_what_would_change(lead, enter):
    registrar = enter(Role.REGISTRAR)
    assert "has to accept or refuse the changes" in registrar.get("/force/extracts/2").text
    assert registrar.get(CHANGES).status_code == 404
