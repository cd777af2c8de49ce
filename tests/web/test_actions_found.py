"""Actions are found from wherever somebody looks: the navigation, the panel's own list, a round's report."""

from datetime import date

import pytest

from scrutiny_app.domain.following import ActionKind
from scrutiny_app.domain.people import PANEL_ROLES, Role
from scrutiny_app.services import actions, trail

DAY = date(2099, 3, 1)
READ_FORCE = (Role.LEAD, Role.PREPARER, Role.REGISTRAR, Role.OFFICER, Role.SUPERVISOR)


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in Role}


@pytest.fixture
def round_(making, people):
    with making() as make:
        return make.signed_round(by=people[Role.LEAD], panel=make.panel(*(people[role] for role in PANEL_ROLES)))


@pytest.mark.parametrize("role", list(Role))
def test_the_navigation_leads_whoever_reads_actions_to_them_once(sign_in, people, role):
    side = "panel" if role in PANEL_ROLES else "force"
    page = sign_in(people[role]).get(f"/{side}/").text
    reads = role in PANEL_ROLES or role in READ_FORCE
    assert page.count(f'href="/{side}/actions"') == reads
    if reads:
        assert sign_in(people[role]).get(f"/{side}/actions").status_code == 200


def test_the_panel_lists_the_actions_of_all_its_rounds_and_only_what_was_released(sign_in, making, people, round_):
    chair = sign_in(people[Role.CHAIR])
    assert "No action has been set after any of your rounds." in chair.get("/panel/actions").text
    with making() as make:
        given = {"owner_id": people[Role.LEAD].id, "due_on": DAY, "by": people[Role.CHAIR]}
        asked = actions.set_by_panel(make.session, round_, "Check the codes.", **given)
        kind, owner = ActionKind.TASK, people[Role.REGISTRAR]
        actions.add_action(make.session, round_, kind, owner, trail.now().date(), by=people[Role.LEAD])
    page = chair.get("/panel/actions").text
    assert f'href="/panel/rounds/{round_.id}/actions#action-{asked.id}">Action {asked.id}: Check the codes.</a>' in page
    assert "due 1 March 2099" in page
    assert "of the force, not released to the panel yet" in page
    assert "Owner" not in page


@pytest.mark.parametrize(
    ("role", "path", "leads_to"),
    [
        (Role.LEAD, "/force/rounds/{}/report", "/force/rounds/{}/actions"),
        (Role.REGISTRAR, "/force/rounds/{}/report", "/force/actions"),
        (Role.MEMBER, "/panel/rounds/{}/report", "/panel/rounds/{}/actions"),
    ],
)
def test_a_rounds_report_leads_to_what_was_done_after_it(sign_in, people, round_, role, path, leads_to):
    browser = sign_in(people[role])
    page = browser.get(path.format(round_.id)).text
    assert f'href="{leads_to.format(round_.id)}">You said, we did' in page
    assert browser.get(leads_to.format(round_.id)).status_code == 200
