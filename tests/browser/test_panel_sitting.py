"""A member's sitting in a real browser: by keyboard alone, and on a narrow screen without JavaScript."""

import pytest
from playwright.sync_api import Browser

from tests.browser.keyboard import FOCUSED, enter, tab_to
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
        assert "case 2 of 3" in page.locator("h1").inner_text()
        page.goto(address + sitting.case)
        assert page.locator("#grade-2").is_checked()
        assert page.locator("#serious-victim").is_checked()
    assert kept(database)[0] == 1


def test_what_is_wrong_takes_the_focus(browser: Browser, address: str, sitting: Sitting) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        page.get_by_role("button", name="Save and go to the next case").click()
        page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")
        page.get_by_role("link", name="Choose one of the three grades").click()
        assert page.evaluate(FOCUSED) == "grade"


def test_a_sitting_needs_no_javascript_and_no_wide_screen(browser: Browser, address: str, sitting: Sitting) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        page.get_by_label("Inappropriate", exact=True).check()
        page.get_by_label("History ignored or repeat use", exact=True).check()
        page.locator("#serious-history").check()
        page.get_by_role("button", name="Save this grade and go back to my cases").click()
        assert "1 of 3" in page.locator(".progress").inner_text()
        page.goto(f"{address}/panel/cases/{sitting.references[1]}")
        page.get_by_text("I recognise this case").click()
        page.get_by_role("button", name="Step back from this case").click()
        assert "You cannot undo this yourself" in page.locator("main").inner_text()
        page.get_by_role("button", name="Step back from this case").click()
        assert "1 of 2" in page.locator(".progress").inner_text()
