"""The whole loop by its pages: letter, acknowledgement, handing over, what was passed on with proof, closed, done."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.letters import Letter
from scrutiny_app.services import handing_over, national_returns, public_reports, publishing
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now
from tests.making import KEY

DAY = ["1", "3", "2099"]
ACTION = "/force/actions/1"


@pytest.fixture
def people(making):
    with making() as make:
        sergeant = make.user(Role.SUPERVISOR, staff_number="1107")
        force = {"constable": make.user(Role.OFFICER, staff_number="2201"), "sergeant": sergeant}
        force |= {one.value: make.user(one) for one in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}
        made = force | {"second": make.user(Role.LEAD), "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY)}
        handing_over.name_accountable(make.session, sergeant.id, by=made["lead"])
        return made


@pytest.fixture
def round_(making, people):
    with making() as make:
        panel = make.panel(people["chair"])
        made = make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=people["lead"], panel=panel)
        told = {"route": Route.SAFEGUARDING, "note": "Look again.", "raised_by": people["chair"].id, "raised_at": now()}
        make.session.add(Escalation(round_case_id=make.round_cases(made)[0].id, **told))
        return made


@pytest.fixture
def browsers(sign_in, people):
    return {name: sign_in(person) for name, person in people.items()}


def said(page):
    return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.partition("<main")[2])))


def tell(browsers, people, round_, database):
    """Have the letters sent and acknowledged, and the findings handed over."""
    lead, together = browsers["lead"], f"/force/rounds/{round_.id}/letters/together"
    ticked = re.findall(r'name="letter" type="checkbox" value="([0-9a-f]{64})" checked', lead.get(together).text)
    lead.post(together, {"letter": ticked}, page=together)
    with database.reading() as db:
        letters = [(one.id, one.to_user_id) for one in db.scalars(select(Letter))]
    for letter_id, to in letters:
        reader = next(browsers[name] for name, person in people.items() if person.id == to)
        reader.post(f"/force/my-letters/{letter_id}/acknowledge", page=f"/force/my-letters/{letter_id}")
    lead.post(f"/force/rounds/{round_.id}/hand-over", page=f"/force/rounds/{round_.id}/follow")


def answer(browsers, text):
    """Have the registrar answer with proof, and two leads release it to the panel."""
    lead, second = browsers["lead"], browsers["second"]
    proof = {"text": text, "proof": "The inspector read the record on 20 November."}
    browsers["registrar"].post(f"{ACTION}/answer", proof, page=ACTION)
    page = second.get(ACTION).text
    drafts = re.findall(r'<textarea[^>]* name="(text-\d+-draft)"[^>]*>\s*([^<]*)</textarea>', page)
    second.post(f"{ACTION}/drafts", dict(drafts), page=ACTION)
    texts = re.findall(r'type="hidden" name="text" value="(\d+)"', lead.get(ACTION).text)
    lead.post(f"{ACTION}/release", {"text": texts}, page=ACTION)


def publish(making, people, round_):
    """Have the public report published and the national return written."""
    lead, registrar = people["lead"], people["registrar"]
    with making() as make:
        report = public_reports.prepare(make.session, [round_.id], "A year", tables=(), by=lead)
        for line in public_reports.find_report(make.session, report.id, registrar).to_approve:
            publishing.approve_line(make.session, report.id, line.digest, by=registrar)
        publishing.approve(make.session, report.id, report.digest, scan=scan_with(KEY), by=registrar)
        publishing.approve(make.session, report.id, report.digest, by=people["chair"])
        publishing.publish(make.session, report.id, report.digest, by=lead)
        national_returns.make_return(make.session, round_.id, public_form=False, by=lead)


def test_a_round_is_followed_from_its_signed_finding_until_nothing_is_left(browsers, making, people, round_, database):
    lead, registrar, chair = (browsers[one] for one in ("lead", "registrar", "chair"))
    follow, panels = f"/force/rounds/{round_.id}/follow", f"/panel/rounds/{round_.id}/actions"
    page = f"/force/rounds/{round_.id}/actions"
    tell(browsers, people, round_, database)
    matter = re.search(r'name="escalation" value="(\d+)"', lead.get(page).text)[1]
    lead.post(f"{page}/follow", {"escalation": matter, "owner": people["registrar"].id, "due_on": DAY}, page=page)

    answer(browsers, "A visit was made.")
    chair.post("/panel/actions/1/send-back", {"reason": "Say who was told.", "due_on": DAY}, page=panels)
    assert "1 to be answered (1 sent back)" in said(lead.get(follow).text)
    answer(browsers, "The school was told.")
    assert "You own this action" in registrar.post(f"{ACTION}/close", page=ACTION).text
    assert "Close the action" in chair.get(panels).text
    chair.post("/panel/actions/1/close", page=panels)

    words = said(lead.get(follow).text)
    assert "1 matter followed, 1 closed" in words
    assert "Better later" not in words
    publish(making, people, round_)
    assert "Nothing is left to do after this round." in said(lead.get(follow).text)
