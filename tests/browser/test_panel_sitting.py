"""A member's sitting in a real browser: by keyboard alone, and on a narrow screen without JavaScript."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.keyboard import enter, follow, tab_to
from tests.web.panels import Sitting, kept, seat


@pytest.fixture
def sitting(making) -> Sitting:
    with making() as make:
        return seat(make)


def test_a_case_is_graded_by_keyboard_alone(browser: Browser, address: str, sitting: Sitting, database) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        tab_to(page, "grade")
        page.keyboard.press("ArrowDown")
        tab_to(page, "themes-victim")
        page.keyboard.press("Space")
        tab_to(page, "serious-victim")
        page.keyboard.press("Space")
        tab_to(page, "comment")
        page.keyboard.type("The victim was not asked.")
        tab_to(page, "Save and go to the next case")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{sitting.references[1]}")
        expect(page.locator("h1")).to_contain_text("case 2 of 3")
        page.goto(address + sitting.case)
        expect(page.locator("#grade-2")).to_be_checked()
        expect(page.locator("#serious-victim")).to_be_checked()
    assert kept(database)[0] == 1


def test_what_is_wrong_takes_the_focus(browser: Browser, address: str, sitting: Sitting) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        follow(page.get_by_role("button", name="Save and go to the next case"))
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        page.get_by_role("link", name="Choose one of the three grades").click()
        expect(page.locator("#grade")).to_be_focused()


def test_a_sitting_needs_no_javascript_and_no_wide_screen(browser: Browser, address: str, sitting: Sitting) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        page.get_by_label("Inappropriate", exact=True).check()
        page.get_by_label("History ignored or repeat use", exact=True).check()
        page.locator("#serious-history").check()
        follow(page.get_by_role("button", name="Save this grade and go back to my cases"))
        expect(page.locator(".progress")).to_contain_text("1 of 3")
        page.goto(f"{address}/panel/cases/{sitting.references[1]}")
        page.get_by_text("I recognise this case").click()
        follow(page.get_by_role("button", name="Step back from this case"))
        expect(page.locator("main")).to_contain_text("You cannot undo this yourself")
        follow(page.get_by_role("button", name="Step back from this case"))
        expect(page.locator(".progress")).to_contain_text("1 of 2")
