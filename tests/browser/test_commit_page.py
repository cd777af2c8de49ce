"""The page with which a party of dice from afar makes its commitment, in a real browser, without server or network."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.committing import commitment
from scrutiny_app.files.verification import COMMIT_PAGE, text
from tests.browser.axe import faults_of


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page as opened from a disk, narrow, where it may speak to nobody."""
    file = tmp_path / COMMIT_PAGE
    file.write_bytes(text(COMMIT_PAGE))
    with browser.new_context(offline=True, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page


def make(page: Page, digits: str) -> tuple[str, str, str]:
    page.get_by_label("Your digits").fill(digits)
    page.get_by_role("button", name="Make my commitment").click()
    expect(page.locator("#commitment")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    nonce, shown, made = (page.locator(f"#{name}").inner_text() for name in ("nonce", "shown", "commitment"))
    return nonce, shown, made


def test_what_it_makes_is_taken(page: Page):
    nonce, digits, given = make(page, "83920 17465")
    assert digits == "8392017465"
    assert given == hashlib.sha256(f"{nonce}|{digits}".encode()).hexdigest() == commitment(nonce, digits)


def test_each_nonce_is_new(page: Page):
    first = make(page, "8392017465")
    page.reload()
    assert make(page, "8392017465")[0] != first[0]


@pytest.mark.parametrize(
    ("digits", "words"),
    [("839201746", "Enter 10 to 50 digits"), ("1111111111", "Roll them all again"), ("83920x7465", "from 0 to 9")],
)
def test_digits_that_no_draw_would_take_are_refused_and_nothing_is_made(page: Page, digits: str, words: str):
    page.get_by_label("Your digits").fill(digits)
    page.get_by_role("button", name="Make my commitment").click()
    expect(page.get_by_role("status")).to_contain_text(words)
    expect(page.locator("#result")).to_be_hidden()


def test_it_asks_for_nothing_and_fits_a_telephone(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    make(page, "8392017465")
    assert asked == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_axe_finds_no_fault_in_it(page: Page):
    make(page, "8392017465")
    assert faults_of(page) == []
