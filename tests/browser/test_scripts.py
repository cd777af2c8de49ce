"""What our scripts add to a page, in a real browser under a content policy as strict as the pages'."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scrutiny_app.web.marked import marked

BUILD = Path(__file__).parents[2] / "scrutiny_app" / "static" / "build"
SITE = "http://scrutiny.test"
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
HEAD = '<!DOCTYPE html><link rel="stylesheet" href="/app.css"><script type="module" src="/app.js"></script><body>'

Show = Callable[[str], Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Show]:
    """Show mark-up as a page of a site that serves the built files; extending the session succeeds there."""
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.clock.install(time=0)
        page.clock.pause_at(60 * 60)  # time goes on only as a test says, however long the machine takes

        def show(mark_up: str) -> Page:
            def answer(route: Route) -> None:
                name = route.request.url.rpartition("/")[2]
                if name == "":
                    route.fulfill(
                        body=HEAD + mark_up,
                        content_type="text/html; charset=utf-8",
                        headers={"Content-Security-Policy": POLICY},
                    )
                elif name == "stay":
                    route.fulfill(status=204)
                elif name == "gone":
                    route.fulfill(status=400)
                else:
                    route.fulfill(path=BUILD / name)

            page.route(f"{SITE}/**", answer)
            page.goto(f"{SITE}/")
            page.wait_for_selector("body.govuk-frontend-supported", state="attached")
            return page

        yield show


# Selects from the first character of the words to the last, over however many elements they are spread.
SELECT = """words => {
  const pre = document.querySelector(".original"), start = pre.textContent.indexOf(words), end = start + words.length;
  const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node, at = 0; (node = walker.nextNode()); at += node.length) {
    if (at <= start && start < at + node.length) range.setStart(node, start - at);
    if (at < end && end <= at + node.length) range.setEnd(node, end - at);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
TEXT = "\r\n\U0001f600 Mr Patel, of 1 High St,\r\nsaid “no” & left with <Asha>."
FORM = """<form id="add-span" action="/" method="post"><input name="text_name"><input name="start"><input name="end">
<input name="quoted"></form>"""


def original() -> str:
    spans: list[Any] = [
        SimpleNamespace(start=TEXT.index(words), end=TEXT.index(words) + len(words), kind="name")
        for words in ("Patel", "Asha")
    ]
    return f'<pre class="original" data-text-name="rationale">\n{marked(TEXT, spans)}</pre>{FORM}'


@pytest.mark.parametrize("words", ["Patel", "Patel, of", "said “no” & left with <Asha>", "no"])
def test_selecting_words_of_an_original_gives_their_place_in_it(show: Show, words: str):
    page = show(original())
    page.evaluate(SELECT, words)
    for name in ("start", "end"):
        expect(page.locator(f"[name={name}]")).not_to_have_value("")
    start, end = (int(page.locator(f"[name={name}]").input_value()) for name in ("start", "end"))
    assert TEXT[start:end] == words
    expect(page.locator("[name=text_name]")).to_have_value("rationale")


def test_typing_words_forgets_what_was_selected(show: Show):
    page = show(original())
    page.evaluate(SELECT, "Patel")
    expect(page.locator("[name=end]")).not_to_have_value("")
    page.locator("[name=quoted]").fill("Asha")
    for name in ("start", "end"):
        expect(page.locator(f"[name={name}]")).to_have_value("")


def dialog(address: str) -> str:
    return f"""<dialog data-module="session-timeout" data-idle-seconds="1800"><h2>You are about to be signed out</h2>
    <p>In <span data-session-left></span></p><form method="post" action="{address}"><button>Stay</button></form>
    <p data-session-ended hidden>Sign in again</p></dialog>"""


def test_five_minutes_before_the_session_ends_a_warning_offers_to_extend_it(show: Show):
    page = show(dialog("/stay"))
    page.clock.run_for(24 * 60_000)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.clock.run_for(70_000)
    expect(page.get_by_text("In 5 minutes")).to_be_visible()
    page.get_by_role("button", name="Stay").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.clock.run_for(24 * 60_000)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_session_that_has_ended_is_said_to_have_ended(show: Show):
    page = show(dialog("/gone"))
    page.clock.run_for(26 * 60_000)
    page.get_by_role("button", name="Stay").click()
    expect(page.get_by_text("Sign in again")).to_be_visible()
    expect(page.get_by_role("button", name="Stay")).to_be_hidden()


def test_a_region_takes_the_keyboard_only_where_it_scrolls(show: Show):
    region = '<div class="scroll" role="region" aria-label="{0}" tabindex="0">{1}</div>'
    page = show(region.format("Short", "a") + region.format("Wide", "<pre>" + "wide" * 200 + "</pre>"))
    expect(page.get_by_role("region", name="Short")).to_have_attribute("tabindex", "-1")
    expect(page.get_by_role("region", name="Wide")).to_have_attribute("tabindex", "0")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_table_sorts_by_what_its_cells_are_worth(show: Show):
    rows = "".join(f"<tr><td>{count}</td></tr>" for count in (9, 10, 1))
    page = show(
        f"""<table data-module="moj-sortable-table"><thead><tr><th aria-sort="none">Count</th></tr></thead>
        <tbody>{rows}</tbody></table>"""
    )
    page.get_by_role("button", name="Count").click()
    expect(page.locator("td")).to_have_text(["1", "9", "10"])
