"""A plan is frozen, and saved over, only as the person saw it: another's change meanwhile is told and never lost."""

import html
import re

import pytest

from scrutiny_app.domain.people import Role
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds

PERIOD = {"period_from": ["1", "4", "2026"], "period_to": ["30", "6", "2026"]}


@pytest.fixture
def planned(making):
    with making() as make:
        lead = make.user()
        make.cases(12)
        return make.round(by=lead, panel=make.panel(make.user(Role.CHAIR)), size=4)


@pytest.fixture
def browser(enter, planned):
    return enter(Role.LEAD)


@pytest.fixture
def other(enter, planned):
    return enter(Role.LEAD)


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text)))


def stamp(browser, path):
    return re.search(r'name="plan_stamp" value="([^"]+)"', browser.get(path).text)[1]


def plan(planned, **changes):
    given = {"title": planned.title, "panel_id": planned.panel_id, "strata": ["disposal"], "size": "4", "floor": "2"}
    return given | PERIOD | changes


def is_frozen(database, planned):
    with database.reading() as session:
        return rounds.frame_of(session, session.get_one(Round, planned.id)) is not None


def test_a_plan_that_was_changed_while_it_was_looked_at_is_not_frozen_and_is_shown_as_it_is(
    database, planned, browser, other
):
    path = f"/force/rounds/{planned.id}"
    seen = stamp(browser, f"{path}/frame")
    other.post(f"{path}/plan", plan(planned, size="7"))
    answer = browser.post(f"{path}/frame", {"plan_stamp": seen})
    assert answer.status_code == 409
    assert "The plan was changed meanwhile" in words(answer)
    assert "Cases in the sample 7" in words(answer)
    assert not is_frozen(database, planned)
    fresh = re.search(r'name="plan_stamp" value="([^"]+)"', answer.text)[1]
    assert browser.post(f"{path}/frame", {"plan_stamp": fresh}).status_code == 200
    assert is_frozen(database, planned)


@pytest.mark.parametrize("given", ["", "0-0", "x" * 5000])
def test_a_freeze_without_the_plans_stamp_is_refused(database, planned, browser, given):
    answer = browser.post(f"/force/rounds/{planned.id}/frame", {"plan_stamp": given})
    assert answer.status_code == 409
    assert not is_frozen(database, planned)


def test_a_plan_saved_over_anothers_change_is_refused_once_with_what_was_typed_and_what_changed(
    database, planned, browser, other
):
    path = f"/force/rounds/{planned.id}/plan"
    seen = stamp(browser, path)
    other.post(path, plan(planned, size="7", cap="6"))
    answer = browser.post(path, plan(planned, title="Our own title", size="5") | {"plan_stamp": seen})
    assert answer.status_code == 409
    page = words(answer)
    assert "Cases in the sample 7 Most from each 6" in page
    assert 'value="Our own title"' in answer.text
    assert 'value="5"' in answer.text
    with database.reading() as session:
        assert session.get_one(Round, planned.id).size == 7
    fresh = re.search(r'name="plan_stamp" value="([^"]+)"', answer.text)[1]
    browser.post(path, plan(planned, title="Our own title", size="5") | {"plan_stamp": fresh})
    with database.reading() as session:
        assert session.get_one(Round, planned.id).title == "Our own title"


def test_a_plan_that_had_a_fault_in_it_keeps_the_stamp_of_what_was_seen(planned, browser, other):
    path = f"/force/rounds/{planned.id}/plan"
    seen = stamp(browser, path)
    other.post(path, plan(planned, size="7"))
    answer = browser.post(path, plan(planned, title="") | {"plan_stamp": seen})
    assert f'name="plan_stamp" value="{seen}"' in answer.text


def test_a_control_character_in_a_title_is_named_by_its_place(planned, browser):
    page = words(browser.post(f"/force/rounds/{planned.id}/plan", plan(planned, title="Our\x07 round")))
    assert "Sign 4 of the title cannot be printed" in page
