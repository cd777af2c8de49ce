"""A chair leaves the finding in the middle of a word: it is there when they come back, with a script and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.keyboard import enter
from tests.web.panels import Sitting, reveal, seat_at_meeting


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser of its own."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def sitting(making) -> Sitting:
    """A meeting at which the first case is revealed."""
    with making() as make:
        sitting = seat_at_meeting(make)
        reveal(make, sitting)
    return sitting


def _type(page: Page, address: str, sitting: Sitting) -> None:
    enter(page, address, sitting.chair.username)
    page.goto(f"{address}{sitting.case}/finding")
    page.get_by_label("Remarks").fill("Half a thought")


def test_leaving_at_once_by_any_link_keeps_the_words(page: Page, address: str, sitting: Sitting) -> None:
    _type(page, address, sitting)
    page.get_by_role("link", name="Home").click()
    page.wait_for_load_state("networkidle")
    page.goto(f"{address}{sitting.case}/finding")
    assert page.get_by_label("Remarks").input_value() == "Half a thought"


def test_a_pause_keeps_them_and_says_when(page: Page, address: str, sitting: Sitting) -> None:
    _type(page, address, sitting)
    page.get_by_text("Draft, not saved as the finding, kept").wait_for(timeout=10_000)
    page.reload()
    assert page.get_by_label("Remarks").input_value() == "Half a thought"


def test_without_a_script_the_way_back_to_the_meeting_keeps_them(
    browser: Browser, address: str, sitting: Sitting
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        _type(page, address, sitting)
        bar = page.locator(".left-bar").bounding_box()
        assert bar
        assert bar["height"] < 60
        page.get_by_role("button", name="Back to the meeting").click()
        assert page.locator("h1").inner_text().endswith("The meeting")
        page.goto(f"{address}{sitting.case}/finding")
        assert page.get_by_label("Remarks").input_value() == "Half a thought"
