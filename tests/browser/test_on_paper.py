"""Pages of a panel on paper: nothing to press, no form, one column, what was folded up is open, and nothing cut off."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.services import agreeing, grading
from tests.browser.keyboard import enter
from tests.web.panels import Sitting, seat

PAPER = {"width": 680, "height": 960}  # what A4 leaves between its margins, in CSS pixels
BESIDE = """() => [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
    && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.className || one.tagName)"""
PRESSED = "nav, button:not(.term__word), .govuk-button, input, textarea, select, .govuk-back-link, .footer"


@pytest.fixture
def sitting(making) -> Sitting:
    """A revealed case on which a member has remarked, and two that wait."""
    with making() as make:
        sitting = seat(make)
        for person in (sitting.chair, sitting.lay, sitting.cps):
            word = {"comment": "The reasons are clear."} if person is sitting.lay else {}
            given = {"version": 1, "grade": GradeWord.APPROPRIATE, "by": person} | word
            grading.give_grade(make.session, sitting.references[0], **given)
        agreeing.reveal(make.session, sitting.references[0], by=sitting.chair)
    return sitting


@pytest.fixture
def printed(browser: Browser, address: str, sitting: Sitting):
    """Give a page as the chair would print it."""
    with browser.new_context(viewport=PAPER) as context:
        page = context.new_page()
        enter(page, address, sitting.chair.username)
        page.emulate_media(media="print")

        def show(path: str) -> Page:
            page.goto(address + path)
            return page

        yield show


@pytest.mark.parametrize("which", ["a case to grade", "a revealed case", "the meeting", "the ledger", "a finding"])
def test_a_page_on_paper_has_nothing_to_press_and_nothing_cut_off(printed, sitting: Sitting, which) -> None:
    paths = {
        "a case to grade": f"/panel/cases/{sitting.references[1]}",
        "a revealed case": f"/panel/cases/{sitting.references[0]}",
        "the meeting": sitting.meeting,
        "the ledger": "/panel/ledger",
        "a finding": f"/panel/cases/{sitting.references[0]}/finding",
    }
    page = printed(paths[which])
    expect(page.locator("h1")).to_be_visible()
    shown = [one.evaluate("one => one.outerHTML") for one in page.locator(PRESSED).all() if one.is_visible()]
    assert shown == []
    assert page.evaluate(BESIDE) == []


def test_the_marks_are_explained_on_paper_and_no_address_is_printed_behind_a_link(printed, sitting: Sitting) -> None:
    page = printed(f"/panel/cases/{sitting.references[1]}")
    folded = page.locator("details", has_text="What the marks and the words in brackets mean")
    assert folded.get_attribute("open") is None
    expect(folded.locator("dl, ul").first).to_be_visible()
    behind = page.locator("main a").evaluate_all("all => all.map(one => getComputedStyle(one, '::after').content)")
    assert [words for words in behind if re.search("panel", words)] == []


def test_the_evidence_takes_the_whole_width(printed, sitting: Sitting) -> None:
    page = printed(f"/panel/cases/{sitting.references[1]}")
    width = page.locator(".evidence").bounding_box()["width"]
    assert width > 0.9 * PAPER["width"] - 40
