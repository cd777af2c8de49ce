"""A public report from preparing it to reading it without a sign-in, by way of everybody who has a hand in it."""

import re

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import actions, publishing
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import CONFIRMED
from tests.making import KEY

SOUND, SEEN, WRONG, *_ = Result


@pytest.fixture
def told(making):
    """A signed round, and those who have a hand in its report."""
    with making() as make:
        people = {"lead": make.user(), "registrar": make.user(Role.REGISTRAR), "chair": make.user(Role.CHAIR)}
        people["officer"] = make.user(Role.COMMISSIONERS_OFFICER)
        panel = make.panel(people["chair"], people["officer"])
        results = (SOUND,) * 8 + (SEEN,) * 3 + (WRONG,)
        round_ = make.signed_round(*results, by=people["lead"], panel=panel, cases=30, title="Spring")
        return round_.id, people


def prepared(browser, round_id):
    filled = {"title": "Spring 2026", "rounds": [str(round_id)], "tables": ["breakdown", "themes"], "least": "5"}
    answer = browser.post("/force/public-reports/new", filled)
    return int(re.search(r"/public-reports/(\d+)$", answer.request.path)[1])


def test_a_report_goes_from_the_lead_to_the_public(told, sign_in, database, app):
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    with database.reading() as session:
        row = find_report(session, report_id, people["registrar"])
        digest, lines = row.row.digest, [line.digest for line in row.to_approve]
    assert app.test_client().get("/reports/").text.count("Spring 2026") == 0
    registrar, chair = sign_in(people["registrar"]), sign_in(people["chair"])
    for line in lines:
        registrar.post(f"/force/public-reports/{report_id}/line", {"digest": line})
    chair.post(f"/panel/public-reports/{report_id}/approve", {"digest": digest})
    registrar.post(f"/force/public-reports/{report_id}/approve", {"digest": digest})
    sign_in(people["officer"]).post(f"/panel/public-reports/{report_id}/publish", {"digest": digest})
    anybody = app.test_client()
    assert "Spring 2026" in anybody.get("/reports/").text
    page = anybody.get("/reports/northmoor-police-spring-2026/")
    assert "<script" not in page.text
    assert "Of 12 that it graded, it found 8 appropriate" in page.text
    assert anybody.get("/reports/northmoor-police-spring-2026/1/report.json").json["version"] == 1


def test_the_panels_side_says_that_names_are_looked_for_on_the_forces(told, sign_in):
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    assert (
        "Names are looked for on the force’s side"
        in sign_in(people["chair"]).get(f"/panel/public-reports/{report_id}").text
    )


def test_a_draft_is_not_to_be_had_by_the_public(told, sign_in, app):
    prepared(sign_in(told[1]["lead"]), told[0])
    assert app.test_client().get("/reports/northmoor-police-spring-2026/").status_code == 404


def test_new_words_make_a_new_version(told, sign_in):
    lead = sign_in(told[1]["lead"])
    report_id = prepared(lead, told[0])
    answer = lead.post(f"/force/public-reports/{report_id}/words", {"introduction": "The panel met in May."})
    assert "version 2" in answer.text
    assert "The panel met in May." in answer.text


def test_a_reply_is_shown_with_the_request_that_it_answers(told, sign_in, making, app):
    round_id, people = told
    with making() as make:
        given = {"owner_id": people["lead"].id, "due_on": now().date(), "by": people["chair"]}
        action = actions.set_by_panel(make.session, make.session.get_one(Round, round_id), "Check the dates.", **given)
        reply = {"kind": "response", "text": "They were checked.", "written_by": people["lead"].id, "given_at": now()}
        make.session.add(ActionWords(action_id=action.id, **reply))
    lead = sign_in(people["lead"])
    path = f"/force/public-reports/{prepared(lead, round_id)}/words"
    page = lead.get(path).text
    assert "We did, in answer to “Check the dates.”: They were checked." in page
    said, did = (
        re.search(rf'value="([0-9a-f]{{64}})"[^>]*>[^<]*<label[^>]*>\s*{one}', page) for one in ("You said", "We did")
    )
    assert said
    assert did
    assert "choose the request too" in lead.post(path, {"chosen": [did[1]]}).text
    page = lead.post(path, {"chosen": [said[1], did[1]]})
    assert "In answer to: Check the dates." in page.text
    public = lead.get(f"{page.request.path}/preview").text.partition("You said, we did</h2>")[2]
    assert public.index("Check the dates.") < public.index("They were checked.")


@pytest.fixture
def published(told, sign_in, making):
    """Give the page of a report that everybody has approved and the commissioner's officer has published."""
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    with making() as make:
        found, scan = find_report(make.session, report_id, people["registrar"]), scan_with(KEY)
        for line in found.to_approve:
            publishing.approve_line(make.session, report_id, line.digest, scan=scan, by=people["registrar"])
        for who in ("chair", "registrar"):
            publishing.approve(make.session, report_id, found.row.digest, scan=scan, by=people[who])
        publishing.publish(make.session, report_id, found.row.digest, scan=scan, by=people["officer"])
    return f"/panel/public-reports/{report_id}"


def test_a_published_report_leads_on_to_where_it_is_read_and_to_the_national_return(told, sign_in, published):
    page = sign_in(told[1]["officer"]).get(published).text
    line = page.partition("<strong>Next:</strong>")[2].partition("</nav>")[0]
    assert 'href="/reports/northmoor-police-spring-2026/1/"' in line
    assert f"scrutiny return --round {told[0]} --public" in line
    assert "<strong>Next:</strong>" not in sign_in(told[1]["chair"]).get(published).text


def test_a_published_report_is_withdrawn_with_a_reason_and_never_by_one_click(told, sign_in, published, app):
    officer = sign_in(told[1]["officer"])
    page = officer.post(f"{published}/withdraw", page=published).text
    assert "Say why it is withdrawn" in page
    assert '<details class="govuk-details" open>' in page
    assert "This version was withdrawn" not in page
    page = officer.post(f"{published}/withdraw", {"reason": "A count was wrong."}, page=published).text
    assert "This version was withdrawn" in page
    assert "<strong>Next:</strong>" not in page
    assert "withdrawn" in app.test_client().get("/reports/northmoor-police-spring-2026/").text


def test_whose_password_was_given_long_ago_is_asked_for_it_before_they_write_why(told, sign_in, published):
    officer = sign_in(told[1]["officer"])
    with officer.client.session_transaction() as kept:
        kept.pop(CONFIRMED)
    page = officer.get(published).text
    assert 'name="reason"' not in page
    assert "Give your password first" in page
