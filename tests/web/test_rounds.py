"""The rounds' pages: planned by a lead, opened and closed in their turn, and there for nobody else."""

import html
import re

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.trail import now

PERIOD = {"period_from": ["1", "4", "2026"], "period_to": ["30", "6", "2026"]}


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user()


@pytest.fixture
def panel(making):
    with making() as make:
        return make.panel(make.user(Role.CHAIR), make.user(Role.MEMBER), make.user(Role.MEMBER))


@pytest.fixture
def browser(sign_in, lead):
    return sign_in(lead)


def plan(panel, **changes):
    given = {"title": "Summer round", "panel_id": panel.id, "strata": ["disposal"], "size": "4", "floor": "2"}
    return given | PERIOD | changes


def kept(database, column=Round.id):
    with database.reading() as session:
        return session.scalars(select(column)).all()


def drawn(making, lead, panel, *, released=False):
    with making() as make:
        round_ = make.drawn_round(by=lead, panel=panel, cases=8, size=4)
        if released:
            checker, approver = make.user(), make.user()
            for case in make.session.scalars(select(RoundCase).where(RoundCase.round_id == round_.id)):
                people = {"checked_by": checker.id, "approved_by": approver.id, "approved_at": now()}
                make.session.add(Release(round_case_id=case.id, version=1, content="{}", digest="0" * 64, **people))
        return round_


def test_a_lead_plans_a_round_and_sees_its_counts(making, database, browser, panel):
    with making() as make:
        make.cases(9, area="Harbour")
        make.cases(5, area="Valley")
    asked = plan(panel, title="  Summer   round ", disposal=["community_resolution"], area=["Harbour", "Not recorded"])
    page = browser.post("/force/rounds/new", asked).text
    assert "What this round would draw from" in page
    assert "Harbour or Not recorded" in page
    with database.reading() as session:
        round_ = session.scalar(select(Round))
    assert (round_.title, round_.size, round_.kind) == ("Summer round", 4, "panel")
    assert round_.filters == {"disposal": ["community_resolution"], "area": ["Harbour", "Not recorded"]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "Give the round a title"),
        ({"title": "Summer\0"}, "Sign 7 of the title cannot be printed"),
        ({"period_to": ["31", "3", "2026"]}, "ends before it begins"),
        ({"period_from": ["31", "2", "2026"]}, "must be a real date"),
        ({"period_from": ["", "", ""]}, "Enter the first day"),
        ({"size": "0"}, "1 to 1,000 cases"),
        ({"size": "9" * 30}, "1 to 1,000 cases"),
        ({"size": "a dozen"}, "whole number"),
        ({"floor": "5"}, "from 0 to the size"),
        ({"strata": ["officer_name"]}, "Share the sample among"),
        ({"disposal": ["hanging"]}, "select only from the list"),
        ({"panel_id": "999999"}, "Select the panel"),
    ],
)
def test_a_plan_that_cannot_stand_says_what_to_mend_and_keeps_nothing(database, browser, panel, change, words):
    answer = browser.post("/force/rounds/new", plan(panel, **change))
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert not kept(database)


WHOLE = {
    "title": "Winter round",
    "strata": ["disposal", "age_group"],
    "size": "7",
    "floor": "1",
    "cap": "6",
    "rule": "neyman",
    "theme": "age_group:child",
    "times": "3",
    "sex": ["female"],
}


def test_every_part_of_a_plan_is_kept_and_stands_in_the_form_again(making, database, browser, panel):
    with making() as make:
        make.cases(6)
        make.cases(5, age_group="child")
    page = browser.post("/force/rounds/new", plan(panel, **WHOLE)).text
    assert "“Age group: Child” 3 times as often" in page
    assert "Shared by" in page
    with database.reading() as session:
        round_ = session.scalar(select(Round))
    assert (round_.strata, round_.cap, round_.rule) == (["disposal", "age_group"], 6, "neyman")
    assert round_.theme == {"facet": "age_group", "value": "child", "times": 3}
    form = browser.get(f"/force/rounds/{round_.id}/plan").text
    assert '<option value="age_group:child" selected>Age group: Child</option>' in form
    assert '<optgroup label="Age group">' in form
    assert re.search(r'name="rule" type="radio" value="neyman" checked', form)
    assert re.search(r'name="strata" type="checkbox" value="age_group" checked', form)
    assert re.search(r'name="times"[^>]* value="3"', form)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"theme": "age_group:child", "times": "3"}, "Share the sample among what is to be drawn more often"),
        ({"theme": "disposal:simple_caution", "times": ""}, "Draw it from 2 to 100 times"),
        ({"theme": "disposal:simple_caution", "times": "1"}, "Draw it from 2 to 100 times"),
        ({"theme": "officer:2201", "times": "3"}, "Select the draw more often"),
        ({"theme": "", "times": "3"}, "Choose what to draw more often"),
        ({"strata": ["disposal", "sex", "area", "hate"]}, "1 to 3 different things"),
        ({"cap": "1"}, "The most from each must be"),
        ({"size": ""}, "Enter how many cases to draw"),
        ({"size": "", "chosen": "NM/none/1\n\nNM/none/2"}, "NM/none/1, NM/none/2: your force has no case"),
    ],
)
def test_what_no_draw_could_be_made_by_is_refused_beside_its_field(database, browser, panel, change, words):
    answer = browser.post("/force/rounds/new", plan(panel, **change))
    assert "<title>Error: " in answer.text
    assert words in html.unescape(answer.text)
    assert not kept(database)


def test_a_targeted_round_takes_its_size_from_the_cases_and_is_marked_before_the_freeze(
    making, database, browser, panel
):
    with making() as make:
        make.cases(8)
        number = make.session.scalar(select(CaseNumber.number).where(CaseNumber.case_id == make.case().id))
    page = browser.post("/force/rounds/new", plan(panel, size="", chosen=f" {number}\r\n\r\n{number}")).text
    assert "Targeted, not random" in page
    assert "1 chosen by number" in page
    assert kept(database, Round.size) == [1]
    round_id = kept(database)[0]
    assert "Targeted, not random" in browser.get(f"/force/rounds/{round_id}").text
    assert number in browser.get(f"/force/rounds/{round_id}/plan").text


def test_a_planned_round_is_dropped_once_that_is_confirmed(making, database, browser, lead, panel):
    with making() as make:
        round_ = make.round(by=lead, panel=panel, title="Misplanned")
    path = f"/force/rounds/{round_.id}/drop"
    assert "Drop this plan?" in browser.get(path).text
    assert "“Misplanned” is dropped" in browser.post(path).text
    assert browser.get(f"/force/rounds/{round_.id}").status_code == 404
    assert kept(database) == [round_.id]


def test_a_frozen_round_is_not_dropped(making, database, browser, lead, panel):
    with making() as make:
        round_ = make.frozen_round(by=lead, panel=panel)
    assert browser.post(f"/force/rounds/{round_.id}/drop").status_code == 409
    assert kept(database, Round.dropped_at) == [None]


def test_a_lead_without_a_panel_is_told_to_make_one(browser):
    page = browser.get("/force/rounds/new").text
    assert "your force has none yet" in page
    assert "Save and see the counts" not in page


def test_a_plan_is_changed_before_the_freeze_and_not_after(making, database, browser, lead, panel):
    with making() as make:
        make.cases(8)
        round_ = make.round(by=lead, panel=panel, filters={"area": ["Harbour"]})
    path = f"/force/rounds/{round_.id}/plan"
    assert "Only some areas: 1 ticked" in browser.get(path).text
    browser.post(path, plan(panel, size="3"))
    assert kept(database, Round.size) == [3]
    browser.post(f"/force/rounds/{round_.id}/frame")
    answer = browser.post(path, plan(panel, size="5"))
    assert answer.status_code == 409
    assert "Frame frozen" in answer.text
    assert kept(database, Round.size) == [3]


def test_the_list_says_where_each_round_stands_and_what_to_do_next(making, browser, lead, panel):
    assert "No round has been planned yet" in browser.get("/force/rounds").text
    with making() as make:
        planned = make.round(by=lead, panel=panel)
        frozen = make.frozen_round(by=lead, panel=panel)
        make.round(by=make.user(force="Southmoor Police"), title="Not ours")
    page = browser.get("/force/rounds").text
    assert f'href="/force/rounds/{planned.id}/frame"' in page
    assert f'href="/force/rounds/{frozen.id}/dice"' in page
    assert "Not ours" not in page


def test_a_preparer_sees_the_list_and_no_deed_of_the_leads(making, sign_in, lead, panel):
    with making() as make:
        round_, preparer = make.frozen_round(by=lead, panel=panel), make.user(Role.PREPARER)
    browser = sign_in(preparer)
    pages = browser.get("/force/rounds").text + browser.get(f"/force/rounds/{round_.id}").text
    assert round_.title in pages
    assert "/dice" not in pages
    assert "/rounds/new" not in pages


def test_a_round_opens_once_every_case_is_released_and_closes(making, browser, lead, panel):
    round_ = drawn(making, lead, panel, released=True)
    path = f"/force/rounds/{round_.id}"
    assert "Grading is open" in browser.post(f"{path}/open", {"close_on": ["", "", ""]}, page=path).text
    page = browser.get(path).text
    assert "Grades in so far: 0." in page
    assert "Grading is closed" in browser.post(f"{path}/close", page=path).text
    assert browser.post(f"{path}/close", page=path).status_code == 409


def test_a_closed_round_opens_again_while_a_case_is_unrevealed_and_not_while_it_is_open(making, browser, lead, panel):
    round_ = drawn(making, lead, panel, released=True)
    path = f"/force/rounds/{round_.id}"
    browser.post(f"{path}/open", page=path)
    assert browser.post(f"{path}/open", page=path).status_code == 409
    browser.post(f"{path}/close", page=path)
    assert "Open grading again" in browser.get(path).text
    assert "Grading is open" in browser.post(f"{path}/open", page=path).text


def test_a_round_does_not_open_before_release(making, database, browser, lead, panel):
    round_ = drawn(making, lead, panel)
    path = f"/force/rounds/{round_.id}"
    assert "Open grading</button>" not in browser.get(path).text.replace("\n", "")
    answer = browser.post(f"{path}/open", page=path)
    assert answer.status_code == 409
    assert "being redacted" in answer.text
    assert kept(database, Round.opened_at) == [None]


@pytest.mark.parametrize(
    ("day", "words"), [(["1", "1", "2020"], "already past"), (["31", "2", "2030"], "must be a real date")]
)
def test_a_last_day_that_cannot_stand_is_refused_beside_the_field(making, database, browser, lead, panel, day, words):
    round_ = drawn(making, lead, panel, released=True)
    path = f"/force/rounds/{round_.id}"
    answer = browser.post(f"{path}/open", {"close_on": day}, page=path)
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert kept(database, Round.opened_at) == [None]


def test_a_panel_that_could_not_finish_keeps_a_round_closed(making, database, browser, lead):
    with making() as make:
        small = make.panel(make.user(Role.CHAIR))
    round_ = drawn(making, lead, small, released=True)
    path = f"/force/rounds/{round_.id}"
    assert "needs at least 3 members" in browser.post(f"{path}/open", page=path).text
    assert kept(database, Round.opened_at) == [None]


@pytest.mark.parametrize("role", [Role.PREPARER, Role.REGISTRAR, Role.OFFICER, Role.ADMINISTRATOR, Role.CHAIR])
def test_nobody_but_a_lead_plans_freezes_draws_opens_or_closes(making, database, sign_in, lead, panel, role):
    with making() as make:
        make.cases(8)
        planned, frozen = make.round(by=lead, panel=panel), make.frozen_round(by=lead, panel=panel)
        other = make.user(role)
    browser = sign_in(other)
    before = counts(database)
    for path in (
        "/force/rounds/new",
        f"/force/rounds/{planned.id}/plan",
        f"/force/rounds/{planned.id}/frame",
        f"/force/rounds/{frozen.id}/dice",
        f"/force/rounds/{frozen.id}/open",
        f"/force/rounds/{frozen.id}/close",
    ):
        assert browser.post(path, plan(panel), page="/").status_code == 404
    assert counts(database) == before


def counts(database):
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Round)), session.scalars(select(Round.title)).all()


@pytest.mark.parametrize("path", ["", "/plan", "/frame", "/certificate", "/dice", "/picks", "/frame.tsv"])
def test_another_forces_round_does_not_exist(making, browser, path):
    with making() as make:
        make.cases(8, force="Southmoor Police")
        theirs = make.round(by=make.user(force="Southmoor Police"))
    assert browser.get(f"/force/rounds/{theirs.id}{path}").status_code == 404


@pytest.mark.parametrize(
    "change", [{"size": "0"}, {"floor": "-1"}, {"title": "a" * 300}, {"period_to": ["31", "3", "2026"]}]
)
def test_a_change_of_plan_that_cannot_stand_says_what_to_mend(database, browser, panel, change):
    browser.post("/force/rounds/new", plan(panel))
    with database.reading() as session:
        planned = session.scalars(select(Round).order_by(Round.id.desc())).first()
    answer = browser.post(f"/force/rounds/{planned.id}/plan", plan(panel, **change))
    assert answer.status_code == 200
    assert "<title>Error:" in answer.text
