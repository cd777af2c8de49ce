"""The list of actions on a telephone: what is due when, and how it stands, is in sight without scrolling aside."""

import pytest
from playwright.sync_api import Browser, expect

from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import User
from scrutiny_app.services import actions
from scrutiny_app.services.trail import now
from tests.browser.keyboard import enter


@pytest.fixture
def lead(making) -> User:
    """A lead who owns an action that a chair has set."""
    with making() as make:
        lead, chair = make.user(Role.LEAD), make.user(Role.CHAIR)
        round_ = make.signed_round(by=lead, panel=make.panel(chair))
        words = "Remind every officer of the gravity score, and say in the next report how it was done."
        actions.set_by_panel(make.session, round_, words, owner_id=lead.id, due_on=now().date(), by=chair)
        return lead


def test_each_action_stands_in_a_block_with_its_day_and_state_in_sight(browser: Browser, address: str, lead: User):
    with browser.new_context(viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, lead.username)
        page.goto(f"{address}/force/actions")
        region = page.locator(".scroll")
        assert region.evaluate("one => one.scrollWidth <= one.clientWidth")
        for title in ("Due", "State"):
            cell = page.locator(f'td[data-title="{title}"]')
            box = cell.bounding_box()
            assert box
            assert box["x"] + box["width"] <= 375
            assert cell.evaluate("one => getComputedStyle(one, '::before').content") == f'"{title}: "'
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(page.locator("th[scope=col]", has_text="State")).to_be_visible()
