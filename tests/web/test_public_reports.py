"""A public report from preparing it to reading it without a sign-in, by way of everybody who has a hand in it."""

import re

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.services.public_reports import find_report

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
