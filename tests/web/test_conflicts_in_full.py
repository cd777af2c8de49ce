"""Conflicts on the pages: said in advance, proposed to be lifted, decided, and looked up."""

import pytest

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.services import conflicts, reading_releases


@pytest.fixture
def people(making):
    with making() as make:
        return {
            "lay": make.user(Role.MEMBER, body=Body.LAY),
            "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY),
            "lead": make.user(Role.LEAD),
        }


@pytest.fixture
def round_(making, people):
    with making() as make:
        return make.open_round(people["lay"], people["chair"])


@pytest.fixture
def place(making, round_):
    with making() as make:
        return make.round_cases(round_)[0]


@pytest.fixture
def read(making, people, place):
    """Have the lay member read the first case."""
    with making() as make:
        reading_releases.read_case(make.session, place.reference, by=people["lay"])


def test_a_member_declares_an_area_reads_that_it_stands_and_withdraws_it(sign_in, people):
    browser = sign_in(people["lay"])
    page = browser.post("/panel/interests", {"kind": "area", "value": "Northmoor"}).text
    assert "Cases that it touches are kept from you" in page
    assert "have not been looked through" in page
    page = browser.post("/panel/interests/1/withdraw", page="/panel/interests").text
    assert "You have declared nothing" in page


@pytest.mark.parametrize("form", [{"kind": "area", "value": ""}, {"kind": "", "value": "Northmoor"}, {"value": "a"}])
def test_what_is_incomplete_comes_back_with_what_to_do(sign_in, people, form):
    answer = sign_in(people["lay"]).post("/panel/interests", form)
    assert "There is a problem" in answer.text
    assert "Declared." not in answer.text


def test_a_lead_proposes_the_chair_agrees_and_the_case_is_back(making, sign_in, people, round_, place):
    with making() as make:
        named = {"reference": place.reference, "user_id": people["lay"].id}
        conflict = conflicts.pin_conflict(make.session, round_, by=people["lead"], **named)
    path = f"/force/rounds/{round_.id}/conflicts"
    member, lead = sign_in(people["lay"]), sign_in(people["lead"])
    assert member.get(f"/panel/cases/{place.reference}").status_code == 404
    page = lead.post(f"{path}/lifts", page=path, data={"conflict": conflict.id, "ground": "mistaken"}).text
    assert "somebody else must decide" in page
    assert lead.post(f"{path}/lifts/1/agree", page=path).status_code in (400, 409)

    chair = sign_in(people["chair"])
    path = f"/panel/rounds/{round_.id}/conflicts"
    page = chair.get(path).text
    assert "declared or pinned by mistake" in page
    assert "The conflict is lifted" in chair.post(f"{path}/lifts/1/agree", page=path).text
    assert member.get(f"/panel/cases/{place.reference}").status_code == 200
    assert chair.post(f"{path}/lifts/1/refuse", page=path).status_code == 409


def test_a_member_looks_up_what_they_have_read(sign_in, people, place, read):
    browser = sign_in(people["lay"])
    assert place.reference in browser.get("/panel/ledger").text
    assert place.reference in browser.get(f"/panel/ledger?reference={place.reference.lower()}").text
    assert "You have not read a case AB-1" in browser.get("/panel/ledger?reference=ab-1").text


def test_the_ledger_says_that_a_member_stepped_back_and_not_from_what(making, sign_in, people, place, read):
    with making() as make:
        conflicts.declare_conflict(make.session, place.reference, by=people["lay"])
    browser = sign_in(people["lay"])
    page = browser.get("/panel/ledger").text
    assert "You stepped back, " in page
    assert place.reference not in page
    asked = browser.get(f"/panel/ledger?reference={place.reference}").text
    assert "You stepped back, " in asked
    assert "You have not read" not in asked


def test_a_lead_reads_nothing_of_who_read_before_the_reveal(sign_in, people, round_, read):
    page = sign_in(people["lead"]).get(f"/force/rounds/{round_.id}/ledger").text
    assert people["lay"].name not in page
    assert "3 cases are left out" in page
