"""The line that names what is next: on each page of the way from a signed finding to a published report."""

import re

import pytest

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.actions import Action
from scrutiny_app.models.findings import Escalation
from scrutiny_app.services import action_texts, actions, public_reports, publishing
from scrutiny_app.services.closing_with_seal import close_by_force
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now
from tests.making import KEY

NEXT = re.compile(r'aria-label="Next step"><strong>Next:</strong> <a class="govuk-link" href="([^"]+)">([^<]+)<')


@pytest.fixture
def people(making):
    with making() as make:
        force = {one.value: make.user(one) for one in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}
        office = make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)
        return force | {"chair": make.user(Role.CHAIR, body=Body.MAGISTRACY), "office": office}


@pytest.fixture
def round_(making, people):
    with making() as make:
        panel = make.panel(people["chair"], people["office"])
        return make.signed_round(by=people["lead"], panel=panel)


@pytest.fixture
def next_on(sign_in, people):
    """Give where the line of a page leads, and its words; None where there is no line."""

    def found(who, path):
        line = NEXT.search(sign_in(people[who]).get(path).text)
        return line and line.groups()

    return found


@pytest.fixture
def answered(making, people, round_):
    """Set an action in the panel's words, which the lead has answered; give its id."""
    with making() as make:
        given = {"owner_id": people["lead"].id, "due_on": now().date(), "by": people["chair"]}
        action = actions.set_by_panel(make.session, round_, "Check the codes.", **given)
        action_texts.answer(make.session, action.id, "They were checked.", key=KEY, by=people["lead"])
        return action.id


def test_the_list_of_letters_leads_to_the_round_with_letters_to_write(next_on, round_):
    assert next_on("lead", "/force/letters")[0] == f"/force/rounds/{round_.id}/letters"
    assert next_on("registrar", "/force/letters") is None


def test_after_a_signed_round_whoever_may_is_asked_to_set_an_action(next_on, round_):
    path = f"/panel/rounds/{round_.id}/actions"
    assert next_on("office", path) == (f"/panel/public-reports/new?round={round_.id}", "prepare the public report")
    assert next_on("chair", path) is None
    assert next_on("lead", f"/force/rounds/{round_.id}/actions")[1].startswith("write the letters")


def test_an_answer_is_made_ready_then_closed(next_on, making, people, answered):
    page = f"/force/actions/{answered}"
    assert next_on("preparer", "/force/actions")[0] == page
    assert next_on("registrar", "/force/actions") == (
        page,
        f"close action {answered}, which is answered, or send it back",
    )
    assert next_on("registrar", page)[0] == "#decide"
    with making() as make:
        close_by_force(make.session, answered, key=KEY, by=people["registrar"])
    assert next_on("registrar", "/force/actions") is None


def test_a_pages_own_deed_comes_first_and_then_the_next_other_one(sign_in, making, people, round_, answered):
    with making() as make:
        given = {"owner_id": people["lead"].id, "due_on": now().date(), "by": people["chair"]}
        other = actions.set_by_panel(make.session, round_, "Check the dates.", **given)
        action_texts.answer(make.session, other.id, "They were checked too.", key=KEY, by=people["lead"])
    for who, part in (("registrar", "decide"), ("preparer", "words")):
        browser = sign_in(people[who])
        for here, there in ((answered, other.id), (other.id, answered)):
            page = browser.get(f"/force/actions/{here}").text
            line = page.partition("<strong>Next:</strong>")[2].partition("</nav>")[0]
            assert re.findall(r'href="([^"]+)"', line) == [f"#{part}", f"/force/actions/{there}"]
            assert f'id="{part}"' in page


def test_after_an_actions_words_are_approved_the_next_to_approve_comes_before_the_letters(
    next_on, making, people, round_, answered
):
    lead, preparer = people["lead"], people["preparer"]
    with making() as make:
        given = {"owner_id": lead.id, "due_on": now().date(), "by": people["chair"]}
        other = actions.set_by_panel(make.session, round_, "Check the dates.", **given)
        action_texts.answer(make.session, other.id, "They were checked too.", key=KEY, by=lead)
        for one in (answered, other.id):
            (text,) = action_texts.texts_of(make.session, make.session.get_one(Action, one), KEY)
            drafted = action_texts.redraft(make.session, text.row.id, "All were.", key=KEY, by=preparer)
        action_texts.release_words(make.session, drafted.id, key=KEY, by=lead)
    words = f"make the words of action {answered} ready for the panel"
    assert next_on("lead", f"/force/actions/{other.id}") == (f"/force/actions/{answered}", words)
    with making() as make:
        newest = action_texts.texts_of(make.session, make.session.get_one(Action, answered), KEY)[-1]
        action_texts.release_words(make.session, newest.row.id, key=KEY, by=lead)
    assert next_on("lead", f"/force/actions/{other.id}")[1].startswith("write the letters")


def test_what_is_undone_on_a_page_is_named_there_before_what_comes_later(next_on, making, people, round_):
    with making() as make:
        given = {
            "route": Route.SAFEGUARDING,
            "note": "Look again.",
            "raised_by": people["chair"].id,
            "raised_at": now(),
        }
        make.session.add(Escalation(round_case_id=make.round_cases(round_)[0].id, **given))
    path = f"/force/rounds/{round_.id}/actions"
    assert next_on("lead", path) == ("#follow", "say who follows what the panel passed on (1)")


def test_the_chairs_page_leads_to_what_waits_on_it_first(sign_in, making, people, round_, answered):
    with making() as make:
        (text,) = action_texts.texts_of(make.session, make.session.get_one(Action, answered), KEY)
        drafted = action_texts.redraft(make.session, text.row.id, "All were.", key=KEY, by=people["preparer"])
        action_texts.release_words(make.session, drafted.id, key=KEY, by=people["lead"])
    page = sign_in(people["chair"]).get(f"/panel/rounds/{round_.id}/actions").text
    assert f'<a class="govuk-link" href="#action-{answered}">close what the force has answered' in page


def test_a_public_report_leads_its_approvers_to_it_and_nobody_once_it_is_published(next_on, making, people, round_):
    office, registrar, chair = (people[one] for one in ("office", "registrar", "chair"))
    page, path = f"/panel/rounds/{round_.id}/actions", "/panel/public-reports/1"
    with making() as make:
        report = public_reports.prepare(make.session, [round_.id], "A year", tables=(), by=office)
        for line in public_reports.find_report(make.session, report.id, registrar).to_approve:
            publishing.approve_line(make.session, report.id, line.digest, by=registrar)
    assert next_on("chair", page) == (path, "read and approve the public report “A year”")
    with making() as make:
        publishing.approve(make.session, report.id, report.digest, scan=scan_with(KEY), by=registrar)
        publishing.approve(make.session, report.id, report.digest, by=chair)
    assert next_on("chair", page) is None
    assert next_on("office", page) == (path, "publish the public report “A year”")
    with making() as make:
        publishing.publish(make.session, report.id, report.digest, by=office)
    assert next_on("office", page) is None
