"""Withheld cases through the pages: a reader presses, everybody loses the case, the force decides and releases anew."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.breaches import BreachDecision
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.withholdings import Withholding
from tests.web.panels import events

HOME = "Decide on cases that were withheld"


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def press(browser, sitting, *texts):
    return browser.post(f"{sitting.case}/withhold", {"texts": list(texts) or ["circumstances"]}, page=sitting.case)


def recall_page(database, sitting):
    with database.reading() as db:
        place = db.scalars(select(RoundCase.id).where(RoundCase.reference == sitting.reference)).one()
    return f"/force/redactions/{place}/recall"


@pytest.mark.parametrize("who", ["lay", "chair", "adviser"])
def test_any_reader_withholds_a_case_from_everybody_at_once(sign_in, sitting, database, who):
    others = [sign_in(one) for one in (sitting.cps, sitting.chair)]
    page = press(sign_in(getattr(sitting, who)), sitting)
    assert f"{sitting.reference} is withheld from everybody" in page.text
    assert "1 case is withheld from everybody while the force checks again" in page.text
    for other in others:
        answer = other.get(sitting.case)
        assert answer.status_code == 409
        assert "is withheld" in answer.text
        assert "Common assault" not in answer.text
        assert sitting.case not in other.get("/panel/cases").text
    assert "PossibleBreach" in events(database)


def test_a_tab_that_was_open_learns_that_the_case_has_gone(sign_in, member, sitting, database):
    other = sign_in(sitting.cps)
    other.get(sitting.case)
    press(member, sitting)
    assert other.post(sitting.case, {"version": "1", "grade": "appropriate"}, page="/panel/cases").status_code == 409
    late = other.post(f"{sitting.case}/withhold", {"texts": ["circumstances"]}, page="/panel/cases")
    assert late.status_code == 409
    with database.reading() as db:
        assert len(db.scalars(select(Withholding)).all()) == 1


def test_a_reader_who_ticks_nothing_is_asked_where_and_the_case_stays(member, sitting):
    page = member.post(f"{sitting.case}/withhold", {}, page=sitting.case)
    assert "Say in which part of the case somebody can be identified" in page.text
    assert member.get(sitting.case).status_code == 200


def test_the_lead_and_the_registrar_are_told_and_shown_the_clock(lead, enter, member, sitting):
    registrar = enter(Role.REGISTRAR)
    assert HOME not in lead.get("/force/").text
    press(member, sitting, "facts", "rationale")
    for browser in (lead, registrar):
        assert HOME in browser.get("/force/").text
        page = browser.get("/force/withheld").text
        assert "72 hours left of 72" in page
        assert "Facts of the case; Rationale" in page


def test_what_is_decided_is_kept_and_ends_the_task(lead, member, sitting, database):
    press(member, sitting)
    with database.reading() as db:
        (taken,) = db.scalars(select(Withholding.id))
    where = f"/force/withheld/{taken}"
    missing = lead.post(where, {"decision": "recorded", "reason": ""}, page="/force/withheld")
    assert "Say why: the decision is kept on record" in missing.text
    page = lead.post(where, {"decision": "recorded", "reason": "No reader knew them."}, page="/force/withheld")
    assert "A breach that puts nobody at risk: kept on record, not notified. No reader knew them." in page.text
    assert HOME not in lead.get("/force/").text
    with database.reading() as db:
        assert b"No reader" not in db.scalars(select(BreachDecision.sealed)).one()


def test_a_preparer_recalls_and_does_not_decide(enter, member, sitting, database):
    preparer = enter(Role.PREPARER)
    where = recall_page(database, sitting)
    page = preparer.post(where, {"reason": "A street was left in."})
    assert f"{sitting.reference} is recalled" in page.text
    assert "Keep this decision" not in page.text
    assert member.get(sitting.case).status_code == 409
    assert "nothing to recall" in preparer.get(where).text


def test_a_recall_without_a_reason_takes_nothing_away(lead, member, sitting, database):
    page = lead.post(recall_page(database, sitting), {"reason": " "})
    assert "Say why the release is recalled" in page.text
    assert member.get(sitting.case).status_code == 200


def test_a_second_recall_is_told_of_the_first(lead, enter, sitting, database):
    where, other = recall_page(database, sitting), enter(Role.LEAD)
    other.get(where)
    lead.post(where, {"reason": "A street was left in."})
    assert other.post(where, {"reason": "The same street."}).status_code == 409


def test_another_forces_lead_sees_and_decides_nothing(enter, member, sitting, database):
    press(member, sitting)
    stranger = enter(Role.LEAD, force="Southshire")
    assert sitting.reference not in stranger.get("/force/withheld").text
    with database.reading() as db:
        (taken,) = db.scalars(select(Withholding.id))
    answer = stranger.post(f"/force/withheld/{taken}", {"decision": "recorded", "reason": "Mine now."})
    assert answer.status_code == 404
    assert stranger.get(recall_page(database, sitting)).status_code == 404


def test_copies_that_hold_a_withheld_case_are_to_be_called_back(lead, member, sitting):
    copies = f"/panel/rounds/{sitting.round_id}/pack"
    member.post(copies, {"copy_form": "pdf"})
    assert "Call them back" not in lead.get("/force/withheld").text
    press(member, sitting)
    assert "1 copy on paper or offline may still hold it" in lead.get("/force/withheld").text


def test_a_grade_sent_to_a_withheld_case_is_told_that_it_was_not_saved(sign_in, member, sitting):
    other = sign_in(sitting.cps)
    other.get(sitting.case)
    press(member, sitting)
    answer = other.post(sitting.case, {"version": "1", "grade": "appropriate"}, page="/panel/cases")
    assert "What you just sent was not saved" in answer.text


def test_for_a_stranger_a_withheld_case_does_not_exist(enter, member, sitting):
    press(member, sitting)
    assert enter(Role.MEMBER).get(sitting.case).status_code == 404
