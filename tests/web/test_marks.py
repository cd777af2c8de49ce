"""Marks on a case's page, and the list of those that stand."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_marks import CaseMark
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.trail import TrailEntry

MARK = {"mark": "complaint", "reason": "The victim’s complaint is live."}


@pytest.fixture
def case_id(making):
    with making() as make:
        return make.case(case_number="NM/4711/26").id


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def rows(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def test_a_lead_marks_a_case_and_lifts_the_mark_on_its_page_which_keeps_the_history(database, lead, case_id):
    page = html.unescape(lead.post(f"/force/cases/{case_id}/marks", MARK, page=f"/force/cases/{case_id}").text)
    assert "A complaint is live" in page
    assert MARK["reason"] in page
    [mark] = rows(database, CaseMark.id)
    page = lead.post(f"/force/cases/{case_id}/marks/{mark}/lift", page=f"/force/cases/{case_id}").text
    assert "Mark lifted: a complaint is live" in page
    assert "New frames leave this case out" not in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mark": ""}, "What is live?"),
        ({"mark": "grudge"}, "What is live?"),
        ({"reason": ""}, "Enter the reason"),
        ({"reason": "x" * 1001}, "1000 characters"),
        ({"reason": "a\x00b"}, "letters, digits and signs"),
    ],
)
def test_a_mark_that_cannot_stand_says_what_to_mend_and_keeps_nothing(database, lead, case_id, change, words):
    answer = lead.post(f"/force/cases/{case_id}/marks", MARK | change, page=f"/force/cases/{case_id}")
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert words in html.unescape(answer.text)
    assert not rows(database, CaseMark.id)
    assert "CaseMarked" not in rows(database, TrailEntry.event)


def test_marking_twice_is_refused(lead, case_id):
    lead.post(f"/force/cases/{case_id}/marks", MARK, page=f"/force/cases/{case_id}")
    answer = lead.post(f"/force/cases/{case_id}/marks", MARK, page=f"/force/cases/{case_id}")
    assert answer.status_code == 409
    assert "marked so already" in answer.text


def test_the_page_of_a_drawn_case_says_that_its_mark_changes_no_draw_and_leads_to_the_round(making, database, sign_in):
    with making() as make:
        lead = make.user()
        round_ = make.drawn_round(by=lead)
    drawn = next(pick.case_id for pick in rows(database, Pick) if pick.round_case_id is not None)
    page = sign_in(lead).post(f"/force/cases/{drawn}/marks", MARK, page=f"/force/cases/{drawn}").text
    assert "It changes no draw that has been made" in page
    assert re.search(f'href="/force/rounds/{round_.id}/draw-changes/cases/\\d+">propose that the next reserve', page)


def test_the_list_names_marked_cases_of_ones_own_force_without_reasons(enter, lead, case_id):
    lead.post(f"/force/cases/{case_id}/marks", MARK, page=f"/force/cases/{case_id}")
    page = html.unescape(enter(Role.REGISTRAR).get("/force/marks").text)
    assert "NM/4711/26" in page
    assert MARK["reason"] not in page
    assert "No case of the force is marked" in enter(Role.LEAD, force="Southmere Police").get("/force/marks").text


@pytest.mark.parametrize("role", [Role.PREPARER, Role.REGISTRAR])
def test_others_read_a_mark_on_the_case_and_have_no_form(enter, lead, case_id, role):
    lead.post(f"/force/cases/{case_id}/marks", MARK, page=f"/force/cases/{case_id}")
    browser = enter(role)
    page = browser.get(f"/force/cases/{case_id}").text
    assert "A complaint is live" in page
    assert "/marks" not in page.partition("<main")[2].replace('href="#marks"', "")
    assert browser.post(f"/force/cases/{case_id}/marks", MARK).status_code == 404
