"""A public report from preparing it to reading it without a sign-in, by way of everybody who has a hand in it."""

import re

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.frame_checking import Source
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import actions, frame_checking, publishing
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import CONFIRMED
from tests.making import KEY, PASSWORD
from tests.public_people import People, once_prepared, round_of

SOUND, SEEN, WRONG, *_ = Result
TICKS = re.compile(r'name="line" type="checkbox" value="([0-9a-f]{64})"')


@pytest.fixture
def told(making):
    """A signed round, and those who have a hand in its report."""
    with making() as make:
        who = People(make)
        return round_of(make, who, *(SOUND,) * 8, *(SEEN,) * 3, WRONG).id, who.named


def prepared(browser, round_id):
    filled = {"title": "Spring 2026", "rounds": [str(round_id)], "tables": ["breakdown", "themes"], "least": "5"}
    answer = once_prepared(browser, browser.post("/force/public-reports/new", filled))
    return int(re.search(r"/public-reports/(\d+)$", answer.request.path)[1])


def test_a_report_goes_from_the_lead_to_the_public(told, sign_in, database, app):
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    with database.reading() as session:
        row = find_report(session, report_id, people["registrar"])
        digest, lines = row.row.digest, [line.digest for line in row.to_approve]
    assert app.test_client().get("/reports/").text.count("Spring 2026") == 0
    registrar, chair = sign_in(people["registrar"]), sign_in(people["chair"])
    registrar.post(f"/force/public-reports/{report_id}/lines", {"line": lines})
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
    answer = once_prepared(lead, answer)
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
    page = once_prepared(lead, lead.post(path, {"chosen": [said[1], did[1]]}))
    assert "In answer to: Check the dates." in page.text
    public = lead.get(f"{page.request.path}/preview").text.partition("You said, we did</h2>")[2]
    assert public.index("Check the dates.") < public.index("They were checked.")


def publish(making, report_id, people):
    """Have everybody approve a report, and the commissioner's officer publish it."""
    with making() as make:
        found, scan = find_report(make.session, report_id, people["registrar"]), scan_with(KEY)
        for line in found.to_approve:
            publishing.approve_line(make.session, report_id, line.digest, scan=scan, by=people["registrar"])
        for who in ("chair", "registrar"):
            publishing.approve(make.session, report_id, found.row.digest, scan=scan, by=people[who])
        publishing.publish(make.session, report_id, found.row.digest, scan=scan, by=people["officer"])


def test_the_words_are_chosen_as_the_report_is_prepared(told, sign_in):
    round_id, people = told
    lead = sign_in(people["lead"])
    page = lead.get(f"/force/public-reports/new?round={round_id}").text
    assert re.search(rf'name="rounds"[^>]*value="{round_id}" checked', page)
    assert "Cases finalised " in page
    filled = {"title": "Spring 2026", "rounds": [str(round_id)], "least": "5", "introduction": "The panel met in May."}
    page = once_prepared(lead, lead.post("/force/public-reports/new", filled)).text
    assert "Spring 2026, version 1" in page
    assert "The panel met in May." in page
    assert "In “Spring 2026”, which is on its way" in lead.get("/force/public-reports/new").text


def test_lines_are_approved_by_one_press_and_those_alone_that_were_ticked(told, sign_in):
    path = f"/force/public-reports/{prepared(sign_in(told[1]['lead']), told[0])}"
    registrar = sign_in(told[1]["registrar"])
    page = registrar.get(path).text
    ticks = TICKS.findall(page)
    assert len(ticks) >= 2
    assert 'type="checkbox" checked' not in page
    assert page.count(">Approve the lines ticked<") == 1
    assert all(title in page for title in ("Title of the report", "Name of the round", "Name of the panel"))
    page = registrar.post(f"{path}/lines", {"line": [ticks[0]]}, page=path).text
    assert "1 line is approved." in page
    assert TICKS.findall(page) == ticks[1:]
    assert "No line was ticked" in registrar.post(f"{path}/lines", page=path).text


def test_the_preview_leads_back_and_takes_the_approval_above_and_below(told, sign_in):
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    chair, path = sign_in(people["chair"]), f"/panel/public-reports/{report_id}"
    page = chair.get(f"{path}/preview").text
    assert page.count(f'href="{path}"') == page.count("approve them line by line") == 2
    chair.post(f"{path}/lines", {"line": TICKS.findall(chair.get(path).text)}, page=path)
    page = chair.get(f"{path}/preview").text
    assert page.count(">Approve this version as chair<") == 2
    lead = sign_in(people["lead"])
    assert ">Approve this version" not in lead.get(f"/force/public-reports/{report_id}/preview").text
    digest = re.search(r'name="digest" value="([0-9a-f]{64})"', page)[1]
    page = chair.post(f"{path}/approve", {"digest": digest}, page=path).text
    assert "Approved by the chair; waits for the registrar" in page


def test_a_published_version_is_numbered_as_the_public_counts(told, sign_in, making):
    round_id, people = told
    lead = sign_in(people["lead"])
    path = f"/force/public-reports/{prepared(lead, round_id)}"
    answer = once_prepared(lead, lead.post(f"{path}/words", {"introduction": "The panel met in May."}))
    publish(making, int(answer.request.path.rpartition("/")[2]), people)
    page = lead.get(answer.request.path).text
    assert 'href="/reports/northmoor-police-spring-2026/1/"' in page
    assert "to the public as version 1" in page
    assert lead.get("/reports/northmoor-police-spring-2026/1/").status_code == 200
    assert "Replaced by version 2" in lead.get(path).text


def test_the_meetings_report_and_the_homes_lead_to_the_public_one_until_it_is_prepared(told, sign_in):
    round_id, people = told
    follow = f"/force/rounds/{round_id}/follow"
    assert f'href="{follow}' in sign_in(people["lead"]).get("/force/").text
    for who, side, home in (("lead", "force", follow), ("officer", "panel", "/panel/")):
        browser = sign_in(people[who])
        address = f'href="/{side}/public-reports/new?round={round_id}"'
        for page in (home, f"/{side}/rounds/{round_id}/report"):
            assert address in browser.get(page).text
    for who, side in (("registrar", "force"), ("chair", "panel")):
        assert "public-reports/new" not in sign_in(people[who]).get(f"/{side}/").text
    prepared(sign_in(people["lead"]), round_id)
    assert "public-reports/new" not in sign_in(people["lead"]).get("/force/").text


def test_approvers_are_told_of_numbers_from_outside_that_nobody_has_answered(told, sign_in, making):
    round_id, people = told
    with making() as make:
        round_ = make.session.get_one(Round, round_id)
        frame_checking.name_numbers(make.session, round_, "42NM/7/26", Source.COURT_LIST, by=people["registrar"])
    path = f"/panel/public-reports/{prepared(sign_in(people['lead']), round_id)}"
    chair = sign_in(people["chair"])
    for page in (path, f"{path}/preview"):
        assert "1 case number from outside has not been answered of “Spring”" in chair.get(page).text
    assert "had not been looked up when this report was prepared" in chair.get(f"{path}/preview").text


def test_each_of_those_who_have_a_hand_in_it_reads_the_next_step_and_whose_it_is(told, sign_in, making):
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)

    def pages(who):
        path = f"/{'panel' if who in ('chair', 'officer') else 'force'}/public-reports/{report_id}"
        return [sign_in(people[who]).get(one).text for one in (path, f"{path}/preview")]

    waits = "It waits for the chair and the registrar, and stands on their home page"
    assert all(waits in one for who in ("lead", "officer") for one in pages(who))
    with making() as make:
        found, scan = find_report(make.session, report_id, people["registrar"]), scan_with(KEY)
        for line in found.to_approve:
            publishing.approve_line(make.session, report_id, line.digest, scan=scan, by=people["registrar"])
        publishing.approve(make.session, report_id, found.row.digest, by=people["chair"])
    assert all("You have approved it. It waits for the registrar" in one for one in pages("chair"))
    with making() as make:
        publishing.approve(make.session, report_id, found.row.digest, scan=scan, by=people["registrar"])
    for who in ("lead", "officer"):
        assert all("/publish" in one and "Publish it" in one for one in pages(who))
    for who in ("chair", "registrar"):
        assert not any("/publish" in one for one in pages(who))
        assert all("the lead " in one.lower() and "publish" in one for one in pages(who))


@pytest.fixture
def published(told, sign_in, making):
    """Give the page of a report that everybody has approved and the commissioner's officer has published."""
    round_id, people = told
    report_id = prepared(sign_in(people["lead"]), round_id)
    publish(making, report_id, people)
    return f"/panel/public-reports/{report_id}"


def test_a_published_report_leads_on_to_where_it_is_read_and_to_the_national_return(told, sign_in, published):
    page = sign_in(told[1]["officer"]).get(published).text
    line = page.partition("<strong>Next:</strong>")[2].partition("</nav>")[0]
    assert 'href="/reports/northmoor-police-spring-2026/1/"' in line
    assert "ask the force’s lead for the national return" in line
    page = sign_in(told[1]["lead"]).get(published.replace("/panel/", "/force/")).text
    assert f'href="/force/rounds/{told[0]}/national-return"' in page
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


def test_whose_password_was_given_long_ago_gives_it_with_the_reason_and_loses_no_word(told, sign_in, published):
    officer = sign_in(told[1]["officer"])
    with officer.client.session_transaction() as kept:
        kept.pop(CONFIRMED)
    assert 'type="password"' in officer.get(published).text
    given = {"reason": "A count was wrong."}
    page = officer.post(f"{published}/withdraw", given | {"password": "no"}, page=published).text
    assert 'name="reason" value="A count was wrong."' in page
    assert "This version was withdrawn" not in officer.get(published).text
    page = officer.post(f"{published}/withdraw", given | {"password": PASSWORD}, page=published).text
    assert "This version was withdrawn" in page
