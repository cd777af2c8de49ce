"""Asking for what is missing, through the pages: the lead asks, the officer answers, the answer joins the redaction."""

import io
import re
from datetime import timedelta

import pytest
from docx import Document
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.received import InformationRequest, ReceivedText
from scrutiny_app.services import redacting
from scrutiny_app.services.trail import now
from tests.making import KEY
from tests.web.panels import seat


@pytest.fixture
def people(making):
    with making() as make:
        return {"lead": make.user(Role.LEAD), "officer": make.user(Role.OFFICER, name="Rhys Lathom")}


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people["lead"])


@pytest.fixture
def officer(sign_in, people):
    return sign_in(people["officer"])


@pytest.fixture
def case(making, people):
    """Draw and draft a case that lacks the victim's agreement; give the address of its redaction."""
    with making() as make:
        drawn = make.case(victim_agreed=None, victim_1_name="Vayne, Tamsin")
        round_ = make.drawn(drawn, by=people["lead"])
        redacting.draft_redactions(make.session, round_, KEY, people["lead"])
        (place,) = make.round_cases(round_)
        return f"/force/redactions/{place.id}"


def ask(lead, case, people, **changes):
    due = now().date() + timedelta(days=7)
    given = {"asked_of": people["officer"].id, "items": "Victim's agreement", "words": "Did Tamsin agree?"}
    given["due_on"] = [str(due.day), str(due.month), str(due.year)]
    return lead.post(f"{case}/requests", given | changes)


def request_page(database):
    with database.reading() as db:
        return f"/force/requests/{db.scalars(select(InformationRequest.id)).one()}"


def received(database):
    with database.reading() as db:
        return list(db.scalars(select(ReceivedText)))


def test_the_lead_is_shown_what_is_missing_and_asks_for_it(lead, officer, case, people):
    page = lead.get(f"{case}/requests").text
    assert 'value="Victim&#39;s agreement"' in page
    assert 'value="Admission"' not in page
    assert "Asked" in ask(lead, case, people).text
    assert "Answer what you are asked about a case" in officer.get("/force/").text


def test_the_officer_answers_and_the_answer_joins_the_redaction(lead, officer, case, people, database):
    ask(lead, case, people)
    where = request_page(database)
    page = officer.get(where).text
    assert "Did Tamsin agree?" in page
    assert re.search(r"look at case <strong>[^<]+</strong>", page)
    page = officer.post(where, {"when": "had", "text": "Tamsin Vayne said yes, on 07700 900451."})
    assert "Your answer has been sent" in page.text
    check = lead.get(case).text
    assert "Received later, 1: from the case, asked for after the draw" in check
    assert '<span class="redaction">[Victim 1]</span> said yes' in check
    assert "Answered" in lead.get(f"{case}/requests").text
    assert [row.at_the_time for row in received(database)] == [True]


def test_a_document_is_read_and_only_its_text_kept(lead, officer, case, people, database):
    ask(lead, case, people)
    document, data = Document(), io.BytesIO()
    document.add_paragraph("Tamsin Vayne agreed by telephone.")
    document.core_properties.author = "Rhys Lathom"
    document.save(data)
    sent = {
        "when": "later",
        "text": "From the pocket book:",
        "file": (io.BytesIO(data.getvalue()), "note of Vayne.docx"),
    }
    officer.post(request_page(database), sent)
    page = lead.get(case).text
    assert "From the pocket book:" in page
    assert '<span class="redaction">[Victim 1]</span> agreed by telephone' in page
    assert "note of Vayne" not in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"when": "had", "text": ""}, "there is none to keep"),
        ({"text": "Yes."}, "Say whether the decision-maker had it"),
        ({"when": "had", "file": (io.BytesIO(b"MZ\x90\x00" * 20), "run.exe")}, "Files of its kind are not read"),
        ({"when": "had", "file": (io.BytesIO(b"%PDF-1.7 broken"), "note.pdf")}, "There is a problem"),
    ],
)
def test_an_answer_that_cannot_be_kept_is_refused_and_nothing_is_lost(
    lead, officer, case, people, database, given, told
):
    ask(lead, case, people)
    page = officer.post(request_page(database), given)
    assert page.status_code == 200
    assert told in page.text
    assert received(database) == []


def test_a_lead_enters_what_they_were_handed(lead, case, database):
    sent = {"kind": "more_information", "when": "later", "text": "The force has found the note of her agreement."}
    page = lead.post(f"{case}/received", sent, page=f"{case}/requests")
    assert "Received, and redacted by the machine" in page.text
    assert "No: shown after grading" in page.text
    assert [row.kind for row in received(database)] == ["more_information"]


def test_a_request_can_be_taken_back_and_then_not_answered(lead, officer, case, people, database):
    ask(lead, case, people)
    where = request_page(database)
    lead.post(f"{where}/take-back", page=f"{case}/requests")
    assert "This was taken back" in officer.get(where).text
    assert officer.post(where, {"when": "had", "text": "Yes."}, page="/force/").status_code == 409
    assert received(database) == []


def test_a_request_of_somebody_else_does_not_exist(lead, enter, case, people, database):
    ask(lead, case, people)
    assert enter(Role.OFFICER).get(request_page(database)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"asked_of": ""}, "Choose whom to ask"),
        ({"items": [], "words": ""}, "Choose what is missing, or write what you ask for"),
        ({"due_on": ["1", "1", "2020"]}, "is past"),
        ({"due_on": ["31", "2", "2027"]}, "There is a problem"),
    ],
)
def test_a_request_that_makes_no_sense_is_told_what_is_wrong(lead, case, people, database, changes, told):
    page = ask(lead, case, people, **changes)
    assert told in page.text
    with database.reading() as db:
        assert db.scalar(select(InformationRequest.id)) is None


def test_the_officer_in_the_case_is_proposed(making, people, sign_in, lead):
    with making() as make:
        mine = make.user(Role.OFFICER, staff_number="2201", name="Wilhelmina Ashdown")
        round_ = make.drawn(make.case(officer_number="2201"), by=people["lead"])
        redacting.draft_redactions(make.session, round_, KEY, people["lead"])
        (place,) = make.round_cases(round_)
        where, chosen = f"/force/redactions/{place.id}/requests", mine.id
    assert f'<option value="{chosen}" selected>Wilhelmina Ashdown' in lead.get(where).text


def test_a_withheld_case_does_not_say_which_reader_spoke(lead, making, sign_in):
    with making() as make:
        sitting = seat(make)
    member = sign_in(sitting.lay)
    member.post(f"{sitting.case}/withhold", {"texts": ["facts"]}, page=sitting.case)
    page = lead.get("/force/withheld").text
    assert sitting.reference in page
    assert sitting.lay.name not in page
