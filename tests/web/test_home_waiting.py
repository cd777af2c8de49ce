"""What is handed from one to another stands on the home of whoever has it next: no word of mouth is needed."""

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.readiness import Trained
from scrutiny_app.models.action_texts import ActionText
from scrutiny_app.services import action_texts, actions, public_reports, publishing, recalling, terms, training
from scrutiny_app.services.closing_with_seal import close_by_force
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now, today_in_london
from scrutiny_app.web.force import following_up
from tests.making import KEY

PANEL = ("chair", "office", "member")


@pytest.fixture
def people(making):
    with making() as make:
        force = {one.value: make.user(one) for one in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}
        office = make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)
        chair, member = make.user(Role.CHAIR, body=Body.MAGISTRACY), make.user(Role.MEMBER, body=Body.LAY)
        return force | {"chair": chair, "member": member, "office": office}


@pytest.fixture
def panel(making, people):
    with making() as make:
        return make.panel(*(people[who] for who in PANEL))


@pytest.fixture
def round_(making, people, panel):
    with making() as make:
        return make.signed_round(by=people["lead"], panel=panel)


@pytest.fixture
def home(sign_in, people):
    """Give what a person's home page says, and its mark-up."""

    def said(who):
        page = sign_in(people[who]).get("/panel/" if who in PANEL else "/force/").text.partition("<main")[2]
        return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page))), page

    return said


@pytest.fixture
def answered(making, people, round_):
    """An action of the panel's (its id) that the lead has answered, in words that nobody has released."""
    with making() as make:
        session, lead, day = make.session, people["lead"], now().date()
        action = actions.set_by_panel(session, round_, "Read it.", owner_id=lead.id, due_on=day, by=people["chair"])
        action_texts.answer(session, action.id, "They were read.", key=KEY, by=lead)
        return action.id


def test_an_answered_action_waits_for_the_registrar_until_it_is_closed(home, making, people, round_, answered):
    said, page = home("registrar")
    day = now().date()
    assert f"Close an answered action, or send it back {round_.title}: it is due by {day.day} {day:%B %Y}" in said
    assert f'href="/force/actions/{answered}"' in page
    assert "Close an answered action" not in home("lead")[0]
    with making() as make:
        close_by_force(make.session, answered, key=KEY, by=people["registrar"])
    assert "Close an answered action" not in home("registrar")[0]


def test_words_wait_for_those_who_make_them_ready_then_for_the_chair_to_close(home, making, people, round_, answered):
    words = f"Make ready or approve what the panel reads of an action {round_.title}"
    said, page = home("preparer")
    assert words in said
    assert f'href="/force/actions/{answered}"' in page
    assert words not in home("lead")[0]  # who wrote them
    assert "Close an answered action" not in home("chair")[0]
    with making() as make:
        written = make.session.scalars(select(ActionText.id)).one()
        kept = action_texts.redraft(make.session, written, "They were checked.", key=KEY, by=people["preparer"])
        action_texts.release_words(make.session, kept.id, key=KEY, by=people["lead"])
    assert words not in home("preparer")[0]
    said, page = home("chair")
    assert "Close an answered action, or send it back" in said
    assert f'href="/panel/rounds/{round_.id}/actions#action-{answered}"' in page
    assert "Close an answered action" not in home("office")[0]


def test_a_public_report_waits_for_one_after_the_other(home, making, people, round_):
    office, registrar, chair = (people[one] for one in ("office", "registrar", "chair"))
    with making() as make:
        report = public_reports.prepare(make.session, [round_.id], "A year", tables=(), by=office)
    lines = f"Approve the words of the public report “A year” {round_.title}: "
    for who in ("registrar", "chair"):
        assert lines in home(who)[0]
    assert "“A year”" not in home("office")[0] + home("lead")[0] + home("member")[0]
    with making() as make:
        for line in public_reports.find_report(make.session, report.id, registrar).to_approve:
            publishing.approve_line(make.session, report.id, line.digest, by=registrar)
        publishing.approve(make.session, report.id, report.digest, by=chair)
    said, page = home("registrar")
    assert "Read and approve the public report “A year”" in said
    assert f'href="/force/public-reports/{report.id}/preview"' in page
    assert "“A year”" not in home("chair")[0]
    with making() as make:
        publishing.approve(make.session, report.id, report.digest, scan=scan_with(KEY), by=registrar)
    said, page = home("office")
    assert "Publish the public report “A year”" in said
    assert f'href="/panel/public-reports/{report.id}"' in page
    assert "Publish the public report “A year”" in home("lead")[0]
    with making() as make:
        publishing.publish(make.session, report.id, report.digest, by=office)
    assert "“A year”" not in home("office")[0] + home("lead")[0]


def test_a_newer_version_alone_waits_for_its_approvers(home, making, people, round_):
    with making() as make:
        first = public_reports.prepare(make.session, [round_.id], "A year", tables=(), by=people["office"])
        public_reports.prepare(make.session, [round_.id], "A year", tables=(), before=first, by=people["office"])
    assert home("chair")[0].count("“A year”") == 1


def test_signed_findings_wait_to_be_told_though_not_all_of_their_round_are_signed(home, making, people, panel):
    with making() as make:
        round_ = make.drawn_round(by=people["lead"], panel=panel, opened_at=now(), closed_at=now())
        for place in make.round_cases(round_)[:2]:
            make.finding(place, Result.APPROPRIATE, by=people["chair"])
    said, page = home("lead")
    assert "Wait for the panel to agree and sign" in said
    assert f"Follow “{round_.title}” to the end 2 of 2 findings not told to anyone yet" in said
    assert f'href="/force/rounds/{round_.id}/follow"' in page


def test_what_is_urgent_stands_first_then_what_is_overdue_and_tagged_so_then_what_is_to_do(
    home, making, people, round_, monkeypatch
):
    with making() as make:
        given = {"owner_id": people["lead"].id, "due_on": today_in_london(), "by": people["chair"]}
        actions.set_by_panel(make.session, round_, "Check the codes.", **given)
    monkeypatch.setattr(following_up, "today_in_london", lambda: today_in_london() + timedelta(3))
    monkeypatch.setattr(recalling, "count_undecided", lambda db, *, by: 1)
    said, page = home("lead")
    assert f"{round_.title}: 1 to answer, the first by" in said
    assert '<strong class="govuk-tag govuk-tag--red">Overdue</strong>' in page
    lines = ("Decide on cases that were withheld", "Answer the actions that are yours", "Follow “")
    places = [said.index(one) for one in lines]
    assert places == sorted(places)


def test_who_lacks_only_training_is_not_said_to_lack_terms(home, making, people, panel):
    with making() as make:
        yesterday = now().date() - timedelta(1)
        had = Trained("Induction", yesterday - timedelta(300), yesterday)
        training.record_training(make.session, panel, people["member"].id, had, by=people["office"])
    said = home("office")[0]
    assert f"1 person has training to renew on “{panel.name}”" in said
    assert "terms" not in said.lower()
    with making() as make:
        terms.set_terms(make.session, panel, "Be fair.", 365, seen=0, by=people["office"])
    said = home("office")[0]
    assert "terms to accept and 1 person has training to renew" in said
    assert "Without accepted terms nobody reads a case" in said
