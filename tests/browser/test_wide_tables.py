"""A wide table on a telephone says that it scrolls, can be scrolled to by keyboard, and says nothing where it fits."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scrutiny_app.files.standing_page import style_of
from tests.wants import lacks

ROOT = Path(__file__).parents[2]
CSS = ROOT / "scrutiny_app" / "static" / "build" / "app.css"
ROW = "<td>A column of words</td>"
PAGE = """<!doctype html><html lang="en-GB"><title>Tables</title><style>{css}</style><main>
<div class="scroll" role="region" aria-label="Wide" tabindex="0"><table><tr>{wide}</tr></table></div>
<div class="scroll" role="region" aria-label="Narrow" tabindex="0"><table><tr><td>One</td></tr></table></div></main>"""
TOLD = """() => [...document.querySelectorAll(".scroll")].map(one => {
    const says = getComputedStyle(one, "::before").maxHeight !== "0px";
    return says === one.scrollWidth > one.clientWidth ? says : "wrong";
})"""


@pytest.fixture(params=["the portals", "public reports"])
def css(request: pytest.FixtureRequest) -> str:
    if request.param == "public reports":
        return style_of(ROOT / "templates" / "public" / "public.css").decode()
    if not CSS.exists():
        lacks("the built style sheet")
    return CSS.read_text()


@pytest.mark.parametrize(("width", "scrolls"), [(375, [True, False]), (1600, [False, False])])
def test_a_table_says_that_it_scrolls_where_it_does(browser: Browser, css: str, width: int, scrolls: list[bool]):
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.set_content(PAGE.format(css=css, wide=ROW * 9))
    assert page.evaluate(TOLD) == scrolls
    page.close()


def test_on_paper_nothing_is_said(browser: Browser, css: str):
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.set_content(PAGE.format(css=css, wide=ROW * 9))
    page.emulate_media(media="print")
    said = page.evaluate("""() => getComputedStyle(document.querySelector(".scroll"), "::before").content""")
    assert said in ("none", "normal")
    page.close()


def test_the_keyboard_reaches_it(browser: Browser, css: str):
    page = browser.new_page(viewport={"width": 375, "height": 700})
    page.set_content(PAGE.format(css=css, wide=ROW * 9))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Wide"
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    page.close()
