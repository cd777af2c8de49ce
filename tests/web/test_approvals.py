"""The second person's pages: the story asked about, a return with remarks, a password given again, texts kept back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import Received
from scrutiny_app.models.redactions import RedactionCheck
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import later_texts, recalling, redacting
from scrutiny_app.services.trail import now
from scrutiny_app.web import fresh_password
from tests.making import KEY, PASSWORD


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER)}


@pytest.fixture
def place(making, people):
    with making() as make:
        told = make.case(circumstances="Tobias Okonjo fell. The village vicar saw it.")
        round_ = make.drawn(told, by=people[Role.LEAD])
        redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
        return round_.id, make.round_cases(round_)[0].id


@pytest.fixture
def case(place):
    return place[1]


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people[Role.LEAD])


@pytest.fixture
def preparer(sign_in, people):
    return sign_in(people[Role.PREPARER])


def check(browser, case, version=1, **said):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/check", {"version": version, "recognisable": "no"} | said, page=path)


def approve(browser, case, version=1, **given):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/approve", {"version": version} | given, page=f"{path}/preview")


def give_back(browser, case, remarks="The vicar gives it away.", version=1):
    path = f"/force/redactions/{case}"
    return browser.post(f"{path}/return", {"version": version, "remarks": remarks}, page=f"{path}/preview")


def kept(making, column):
    with making() as make:
        return make.session.scalars(select(column)).all()


def later(monkeypatch, minutes):
    """Let minutes pass for whoever has signed in."""
    then = now() + timedelta(minutes=minutes)
    monkeypatch.setattr(fresh_password, "now", lambda: then)


def test_the_story_is_asked_about_beside_what_the_machine_saw(lead, case):
    page = lead.get(f"/force/redactions/{case}").text
    assert "Taken together, could someone local recognise anyone?" in page
    assert "Seen: “village vicar” (Circumstances)" in page


def test_without_an_answer_a_version_is_not_ready(lead, case, making):
    answer = check(lead, case, recognisable="")
    assert "Say whether someone local could recognise anyone" in answer.text
    assert kept(making, RedactionCheck.id) == []


def test_a_version_in_which_somebody_could_be_recognised_is_refused_with_what_to_do(lead, case, making):
    answer = check(lead, case, recognisable="yes", risks=["job"])
    assert "<title>Error:" in answer.text
    assert "Redact the words that tell too much" in answer.text
    assert 'value="job" checked' in answer.text
    assert kept(making, RedactionCheck.id) == []


def test_the_second_person_reads_what_is_left_and_what_was_noted(lead, preparer, case):
    check(lead, case, risks=["job"], note="The parish has three vicars.")
    page = preparer.get(f"/force/redactions/{case}/preview").text
    assert "A job, post or service" in page
    assert "The parish has three vicars." in page


def test_a_returned_case_shows_its_remarks_to_whoever_checks_it_again(lead, preparer, place):
    check(lead, place[1])
    assert "is returned" in give_back(preparer, place[1]).text
    assert "Returned: check it again" in lead.get(f"/force/rounds/{place[0]}/redactions").text
    page = lead.get(f"/force/redactions/{place[1]}").text
    assert "The vicar gives it away." in page
    assert "This version is ready" in page
    assert "is ready" in check(lead, place[1]).text


def test_a_return_without_remarks_is_asked_again(lead, preparer, case):
    check(lead, case)
    assert "Say what must be changed" in give_back(preparer, case, "").text


def test_whoever_checked_cannot_return_it(lead, case):
    check(lead, case)
    answer = give_back(lead, case)
    assert answer.status_code == 409
    assert "You checked this version" in answer.text


def test_a_refused_return_is_on_the_trail_with_its_cause(lead, case, making):
    check(lead, case)
    give_back(lead, case)
    with making() as make:
        found = select(TrailEntry.facts).where(TrailEntry.event == "ReleaseRefused")
        assert '"cause":"return: own check"' in make.session.scalars(found).one()


def test_a_fresh_sign_in_counts_as_a_password_given(lead, preparer, case):
    check(lead, case)
    assert "is released" in approve(preparer, case).text


def test_after_ten_minutes_an_approval_needs_the_password_and_one_press_does_both(
    lead, preparer, case, making, monkeypatch
):
    check(lead, case)
    later(monkeypatch, 11)
    assert "You last gave it more than ten minutes ago" in preparer.get(f"/force/redactions/{case}/preview").text
    asked = approve(preparer, case)
    assert asked.status_code == 401
    assert "Enter your password" in asked.text
    assert kept(making, Release.id) == []
    assert "is released" in approve(preparer, case, password=PASSWORD).text
    assert "PasswordConfirmed" in kept(making, TrailEntry.event)


def test_an_approval_with_a_wrong_password_is_not_done_and_counts_as_a_guess(lead, preparer, case, making, monkeypatch):
    check(lead, case)
    later(monkeypatch, 11)
    answers = [approve(preparer, case, password="not this one") for _ in range(11)]
    assert [answer.status_code for answer in answers[-2:]] == [401, 429]
    assert "That is not your password" in answers[0].text
    assert approve(preparer, case, password=PASSWORD).status_code == 429
    assert kept(making, Release.id) == []
    assert kept(making, TrailEntry.event).count("SignInRefused") == 10


def test_giving_the_password_again_gives_the_session_a_new_id(lead, preparer, case, monkeypatch):
    check(lead, case)
    later(monkeypatch, 11)
    before = preparer.client.get_cookie("scrutiny_session").value
    approve(preparer, case, password=PASSWORD)
    assert preparer.client.get_cookie("scrutiny_session").value != before


def test_what_came_after_the_decision_is_shown_apart_as_read_only_after_grading(preparer, case, making, people):
    with making() as make:
        place = make.session.get_one(RoundCase, case)
        words = "Tobias Okonjo has not been seen since."
        later_texts.receive(make.session, place, Received.OFFICER_REPLY, words, key=KEY, by=people[Role.LEAD])
    page = preparer.get(f"/force/redactions/{case}/preview").text
    before, apart, after = page.partition("Read only after grading")
    assert apart
    assert "has not been seen since" in after
    assert "has not been seen since" not in before
    assert "Received later, 1" in preparer.get(f"/force/redactions/{case}").text


def test_a_recalled_case_says_why_to_whoever_checks_it_again(lead, preparer, case, making, people):
    check(lead, case)
    approve(preparer, case)
    assert f"/force/redactions/{case}/recall" in lead.get(f"/force/redactions/{case}").text
    with making() as make:
        recalling.recall(
            make.session, make.session.get_one(RoundCase, case), "A neighbour knew.", key=KEY, by=people[Role.LEAD]
        )
    page = preparer.get(f"/force/redactions/{case}").text
    assert "The force recalled it" in page
    assert "A neighbour knew." in page
    assert "nothing has been redacted since" in check(preparer, case).text
    assert "is ready" in check(preparer, case, note="It is another neighbour.").text
    assert "is released" in approve(lead, case).text


def test_a_force_with_one_person_is_told_on_the_rounds_page_and_where_people_are_added(making, sign_in):
    with making() as make:
        lead, keeper = make.user(Role.LEAD), make.user(Role.ADMINISTRATOR)
        round_ = make.drawn(by=lead)
    told = "fewer than two leads and preparers"
    assert told in sign_in(lead).get(f"/force/rounds/{round_.id}/redactions").text
    assert told in sign_in(keeper).get("/force/people").text
    with making() as make:
        make.user(Role.PREPARER)
    assert told not in sign_in(lead).get(f"/force/rounds/{round_.id}/redactions").text
    assert told not in sign_in(keeper).get("/force/people").text
