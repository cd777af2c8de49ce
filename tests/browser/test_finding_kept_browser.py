"""A chair leaves the finding in the middle of a word: it is there when they come back, with a script and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from scrutiny_app.models.findings import FindingDraft
from tests.browser.keyboard import enter, follow, wait_until
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


def test_leaving_at_once_by_any_link_keeps_the_words(page: Page, address: str, sitting: Sitting, database) -> None:
    def is_kept() -> bool:
        with database.reading() as session:
            return session.scalar(select(func.count()).select_from(FindingDraft)) == 1

    _type(page, address, sitting)
    follow(page.get_by_role("link", name="Home"))
    wait_until(page, is_kept)  # the words are sent beside the next page's own request
    page.goto(f"{address}{sitting.case}/finding")
    expect(page.get_by_label("Remarks")).to_have_value("Half a thought")


def test_a_pause_keeps_them_and_says_when(page: Page, address: str, sitting: Sitting) -> None:
    _type(page, address, sitting)
    page.get_by_text("Draft, not saved as the finding, kept").wait_for()
    page.reload()
    expect(page.get_by_label("Remarks")).to_have_value("Half a thought")


def test_without_a_script_the_way_back_to_the_meeting_keeps_them(
    browser: Browser, address: str, sitting: Sitting
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        _type(page, address, sitting)
        bar = page.locator(".left-bar").bounding_box()
        assert bar
        assert bar["height"] < 60
        follow(page.get_by_role("button", name="Back to the meeting"))
        expect(page.locator("h1")).to_have_text(re.compile(r"The meeting\s*$"))
        page.goto(f"{address}{sitting.case}/finding")
        expect(page.get_by_label("Remarks")).to_have_value("Half a thought")
