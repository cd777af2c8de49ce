"""The home pages: every line says in plain words what awaits a person and by when, and one button leads to it."""

import html
import re
from datetime import date, timedelta

import pytest

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import handing_over, rounds
from scrutiny_app.services.passed_on import follow, to_follow
from scrutiny_app.services.trail import now
from tests.making import KEY


@pytest.fixture
def people(making):
    with making() as make:
        return {
            "lead": make.user(Role.LEAD),
            "chief": make.user(Role.LEAD),
            "registrar": make.user(Role.REGISTRAR),
            "member": make.user(Role.MEMBER, body=Body.LAY),
            "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY),
        }


@pytest.fixture
def home(sign_in, people):
    """Give what a person's home page says, and where its links lead."""

    def said(who):
        page = sign_in(people[who]).get("/panel/" if who in ("member", "chair") else "/force/").text
        main = page.partition("<main")[2]
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", main))), main

    return said


@pytest.fixture
def signed(making, people):
    with making() as make:
        return make.signed_round(by=people["lead"], panel=make.panel(people["member"], people["chair"]))


@pytest.fixture
def passed_on(making, people, signed):
    """Pass one case on to professional standards, and have the outcome of two corrected."""
    with making() as make:
        cases = rounds.cases_of(make.session, signed)
        for case, route in zip(cases, (Route.PROFESSIONAL_STANDARDS, Route.RECODE, Route.RECODE), strict=False):
            make.session.add(
                Escalation(
                    round_case_id=case.id,
                    route=route,
                    note="Look again.",
                    raised_by=people["chair"].id,
                    raised_at=now(),
                )
            )


def opened(make, people, **changes):
    panel = make.panel(people["member"], people["chair"])
    return make.drawn_round(by=people["lead"], panel=panel, opened_at=now(), **changes)


def test_a_chair_is_told_in_plain_words_how_far_a_closed_round_is(making, people, home):
    with making() as make:
        round_ = opened(make, people, closed_at=now())
        size = len(rounds.cases_of(make.session, round_))
    said, page = home("chair")
    assert f"Grading is closed. Of {size} cases 0 are revealed and 0 signed." in said
    assert "Grading is closed, and no meeting is planned" in said
    assert f'href="/panel/rounds/{round_.id}/meeting" role="button"' in page


def test_a_chair_of_an_open_round_is_told_no_count_that_moves_with_the_members(making, people, home):
    with making() as make:
        opened(make, people, close_on=date(2099, 3, 1))
    said, _ = home("chair")
    assert "Members are grading until 1 March 2099. Give your own answers first" in said
    assert "are revealed" not in said


def test_each_line_of_the_panels_home_has_one_button_that_says_what_it_is_about(making, people, home, signed):
    with making() as make:
        opened(make, people, closed_at=now())
    for who in ("member", "chair"):
        _, page = home(who)
        lines = re.findall(r'<li class="awaiting__item">(.*?)</li>', page, re.S)
        assert lines
        for line in lines:
            (heading,) = re.findall(r'<h2[^>]* id="([^"]+)"', line)
            assert re.findall(r'aria-describedby="([^"]+)"', line) == [heading]
            assert len(re.findall('role="button"', line)) == 1
    assert f"The meeting’s report of “{signed.title}” is ready" in home("member")[0]


def test_what_is_asked_of_nobody_yet_waits_for_the_lead(home, signed, passed_on):
    said, page = home("lead")
    assert "choose who follows a case that the panel passed on" in said
    assert "choose who corrects the recorded outcome of 2 cases" in said
    assert page.count(f'href="/force/rounds/{signed.id}/follow"') == 1
    assert "choose who" not in home("registrar")[0]


def test_what_is_followed_waits_for_whoever_follows_it_and_no_longer_for_the_lead(
    making, people, home, signed, passed_on
):
    due = now().date() + timedelta(14)
    with making() as make:
        round_ = make.session.get_one(Round, signed.id)
        for one, _ in to_follow(make.session, round_):
            given = {"owner_id": people["registrar"].id, "due_on": due, "key": KEY, "by": people["lead"]}
            follow(make.session, round_, one.id, **given)
    assert "choose who" not in home("lead")[0]
    said, _ = home("registrar")
    assert "Answer the actions that are yours" in said
    assert f"3 to answer, the first by {due.day} {due:%B %Y}" in said


def test_findings_handed_to_somebody_wait_on_their_home_until_they_are_acknowledged(
    making, people, home, signed, sign_in
):
    with making() as make:
        handing_over.name_accountable(make.session, people["chief"].id, by=people["lead"])
        handing_over.hand_over_findings(make.session, make.session.get_one(Round, signed.id), by=people["lead"])
    said, page = home("chief")
    assert "Findings handed to you" in said
    assert "to read and acknowledge" in said
    assert f'href="/force/handed/{signed.id}"' in page
    assert "Findings handed to you" not in home("lead")[0]
    sign_in(people["chief"]).post(f"/force/handed/{signed.id}/read", page=f"/force/handed/{signed.id}")
    assert "Findings handed to you" not in home("chief")[0]
