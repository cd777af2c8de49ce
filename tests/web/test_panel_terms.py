"""Terms of reference before any case; a panel's quorum, training, second force, deputies; addresses for notices."""

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import GradeDraft
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.services import rounds, terms
from scrutiny_app.services.trail import now
from tests.web.panels import events

TEXT = "Say nothing outside.\n\nTell us of a conflict."


@pytest.fixture
def people(making):
    with making() as make:
        chair = make.user(Role.CHAIR, body=Body.MAGISTRACY)
        return chair, make.user(Role.MEMBER), make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)


@pytest.fixture
def round_(making, people):
    with making() as make:
        return make.open_round(*people, cases=12)


@pytest.fixture
def reference(database, round_):
    with database.reading() as session:
        return rounds.cases_of(session, round_)[0].reference


@pytest.fixture
def member(people, sign_in):
    return sign_in(people[1])


@pytest.fixture
def officer(people, sign_in):
    return sign_in(people[2])


@pytest.fixture
def lead(making, sign_in):
    with making() as make:
        person = make.user(Role.LEAD)
    return sign_in(person)


def set_terms(making, panel_id, text=TEXT, seen=0):
    with making() as make:
        panel = make.session.get_one(Panel, panel_id)
        terms.set_terms(make.session, panel, text, 365, seen=seen, by=make.user(Role.LEAD))


def test_who_has_not_accepted_is_led_to_the_terms_and_then_on_to_the_case(making, round_, reference, member, database):
    set_terms(making, round_.panel_id)
    page = member.get(f"/panel/cases/{reference}")
    assert "Before you read your first case" in page.text
    assert "Tell us of a conflict." in page.text
    assert "ReleaseRead" not in events(database)
    page = member.post(page.request.full_path, {"version": "1"})
    assert "You have accepted" in page.text
    assert page.request.path == f"/panel/cases/{reference}"
    assert "ReleaseRead" in events(database)


def test_every_page_that_shows_a_case_waits_for_the_terms(making, round_, reference, member, database):
    set_terms(making, round_.panel_id)
    for path in ("cases", f"rounds/{round_.id}/meeting", f"rounds/{round_.id}/pack"):
        assert member.get(f"/panel/{path}").request.path == f"/panel/terms/{round_.panel_id}"
    graded = {"version": 1, "grade": "appropriate"}
    assert member.post(f"/panel/cases/{reference}", graded, page="/account").status_code == 409
    assert "GradeGiven" not in events(database)
    assert "Read the terms of reference" in member.get("/panel/").text


def test_what_was_written_while_terms_were_outstanding_is_given_back(making, round_, reference, member, database):
    words = "The officer’s reasons are set out with care & <are> proportionate."
    missing = "The victim’s own view of the disposal is missing."
    set_terms(making, round_.panel_id)
    sent = {"version": 1, "grade": "appropriate", "comment": words, "missing": missing}
    page = member.post(f"/panel/cases/{reference}", sent, page="/account")
    assert page.status_code == 409
    assert "What you had written" in page.text
    assert html.unescape(page.text).count(words) == 1
    assert html.unescape(page.text).count(missing) == 1
    assert "<are>" not in page.text
    assert "GradeGiven" not in events(database)
    back = re.search(rf'href="(/panel/terms/{round_.panel_id}[^"]*)"[^>]*>Read and accept the terms', page.text)
    assert back
    page = member.post(html.unescape(back[1]), {"version": "1"})
    assert page.request.path == f"/panel/cases/{reference}"


def test_a_form_without_an_address_of_its_own_leads_to_its_page_after_the_terms(making, round_, reference, member):
    set_terms(making, round_.panel_id)
    page = member.post(f"/panel/cases/{reference}/conflict", {}, page="/account")
    assert page.status_code == 409
    assert "Accept the terms, then do again what you had begun." in page.text
    assert f"/panel/terms/{round_.panel_id}?next=/panel/cases/{reference}" in page.text


def test_terms_that_change_are_asked_for_again(making, round_, member):
    set_terms(making, round_.panel_id)
    member.post(f"/panel/terms/{round_.panel_id}", {"version": "1"})
    assert member.get("/panel/cases").request.path == "/panel/cases"
    set_terms(making, round_.panel_id, "Say nothing at all.", seen=1)
    assert "have changed since you accepted" in member.get("/panel/cases").text
    stale = member.post(f"/panel/terms/{round_.panel_id}", {"version": "1"})
    assert stale.status_code == 409
    assert "changed after you opened them" in stale.text


def test_after_accepting_nobody_is_led_off_the_site(making, round_, member):
    set_terms(making, round_.panel_id)
    page = member.post(f"/panel/terms/{round_.panel_id}?next=https://elsewhere.example/", {"version": "1"})
    assert page.request.path == "/panel/"


def test_a_panel_without_terms_asks_nobody(round_, reference, member):
    assert member.get(f"/panel/cases/{reference}").request.path == f"/panel/cases/{reference}"
    assert member.get(f"/panel/terms/{round_.panel_id}").status_code == 404


@pytest.mark.parametrize("who", ["lead", "officer"])
def test_terms_quorum_and_training_are_set_and_who_lacks_what_is_shown(request, round_, people, database, who):
    browser = request.getfixturevalue(who)
    base = f"/{'force' if who == 'lead' else 'panel'}/panels/{round_.panel_id}"
    page = browser.post(f"{base}/terms", {"text": TEXT, "lasts_days": "365", "seen": "0"})
    assert "not accepted yet" in page.text
    assert "No training recorded" in page.text
    rule = {"members": "4", "magistrates": "2", "outside": "1", "yjs_for_child": "y"}
    page = browser.post(f"{base}/quorum", rule)
    assert "4 grades at least" in page.text
    assert "2 of them by magistrates" in page.text
    had = {
        "person": str(people[1].id),
        "subject": "Induction",
        "taken_on": ["1", "3", "2026"],
        "expires_on": ["2", "3", "2026"],
    }
    page = browser.post(f"{base}/training", had)
    assert "Training has run out: Induction" in page.text
    assert events(database)[-3:] == ["TermsSet", "QuorumSet", "TrainingRecorded"]
    home = browser.get("/force/" if who == "lead" else "/panel/").text
    assert "terms to accept and 1 person has training to renew on" in home


@pytest.mark.parametrize(
    ("path", "given", "words"),
    [
        ("quorum", {"members": "0", "magistrates": "1", "outside": "1"}, "between 1 and 30"),
        ("quorum", {"members": "3", "magistrates": "x", "outside": "1"}, "whole number"),
        ("terms", {"text": "", "lasts_days": "365", "seen": "0"}, "Enter the terms"),
        ("terms", {"text": "x", "lasts_days": "0", "seen": "0"}, "between 1 and 1830"),
        ("terms", {"text": "x", "lasts_days": "9", "seen": "7"}, "Somebody else set new terms"),
        ("training", {"person": "", "subject": "x", "taken_on": ["1", "3", "2026"]}, "Choose a person"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(round_, lead, database, path, given, words):
    answer = lead.post(f"/force/panels/{round_.panel_id}/{path}", given)
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert {"QuorumSet", "TermsSet", "TrainingRecorded"} & set(events(database)) == set()


def test_a_chair_is_made_a_deputy_and_chair_again(round_, people, lead, database):
    path = f"/force/panels/{round_.panel_id}"
    page = lead.post(f"{path}/seats/{people[0].id}/deputy", {"deputy": "yes"}, page=path)
    assert "Deputy chair" in page.text
    lead.post(f"{path}/seats/{people[0].id}/deputy", {"deputy": "no"}, page=path)
    assert events(database).count("DeputySet") == 2


def test_a_panel_is_shared_with_a_second_force_whose_lead_then_sees_it(making, round_, lead, sign_in):
    with making() as make:
        other = make.user(Role.LEAD, force="Southmoor Police")
    path = f"/force/panels/{round_.panel_id}"
    assert lead.post(f"{path}/force", {"force": "Nowhere Police"}, page=path).status_code == 409
    page = lead.post(f"{path}/force", {"force": "Southmoor Police"}, page=path)
    assert "Northmoor Police and Southmoor Police" in page.text
    stranger = sign_in(other)
    assert stranger.get(path).status_code == 200
    assert round_.title not in stranger.get("/force/rounds").text


def test_home_says_how_far_one_has_come_and_what_to_come_back_to(making, round_, reference, people, member):
    page = member.get("/panel/").text
    assert "0 of 12 graded" in page
    assert "Go on with case 1 of 12" in page
    member.post(f"/panel/cases/{reference}", {"version": 1, "grade": "appropriate"})
    with making() as make:
        case = rounds.cases_of(make.session, round_)[1]
        release = make.session.scalar(select(Release.id).where(Release.round_case_id == case.id))
        draft = {"round_case_id": case.id, "user_id": people[1].id, "release_id": release, "content": {}}
        make.session.add(GradeDraft(saved_at=now(), **draft))
    page = member.get("/panel/").text
    assert "1 of 12 graded, 1 to come back to" in page
    assert "Go on with case 2 of 12" in page


def test_an_own_address_is_kept_changed_and_taken_away(member, people, database):
    def kept():
        with database.reading() as session:
            return session.get_one(User, people[1].id).email

    for given, expected in (("a.b@example.org", "a.b@example.org"), ("no address", "a.b@example.org"), ("", None)):
        page = member.post("/account/email", {"email": given}, page="/account")
        assert kept() == expected
        assert ("as it is written" in page.text) == (given == "no address")
    assert events(database).count("PersonChanged") == 2


def test_an_administrator_sets_addresses_and_sees_whom_notices_did_not_reach(making, enter, people, database):
    administrator = enter(Role.ADMINISTRATOR)
    assert "did not reach" not in administrator.get("/force/people").text
    given = {"name": people[1].name, "staff_number": "", "supervisor": "0", "email": "member@example.org"}
    page = administrator.post(f"/force/people/{people[1].id}/edit", given)
    assert "member@example.org" in page.text
    refused = administrator.post(f"/force/people/{people[1].id}/edit", given | {"email": "x@y\r\nBcc: z@example.org"})
    assert "<title>Error: " in refused.text
    with making() as make:
        about = {
            "kind": "round_closes",
            "about": 1,
            "due_at": now(),
            "tries": 8,
            "given_up_at": now() - timedelta(hours=1),
        }
        make.session.add(Notice(user_id=people[1].id, **about))
    page = administrator.get("/force/people").text
    assert "Whom notices did not reach" in page
    assert "round_closes" not in page
