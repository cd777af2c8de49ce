"""Every kind of page in the demonstration, as each role, in a real browser: reachable, accessible, and narrow."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults_of
from tests.browser.keyboard import enter, follow
from tests.demonstration import Demonstration, pattern

ROLES = (
    "administrator",
    "lead",
    "preparer",
    "registrar",
    "officer",
    "supervisor",
    "member",
    "chair",
    "adviser",
    "commissioners_officer",
)
OF_A_KIND = 2  # the same template with other rows: two are looked at
LINKS = """() => [...document.querySelectorAll("a[href]")].map(link => link.getAttribute("href"))"""
ALSO = {  # of each role, pages that no link leads to among the few of a kind that are looked at
    "lead": ["/force/rounds/1/ledger"],
    "registrar": ["/force/rounds/1/ledger"],
    "member": ["/panel/terms/1"],
}
FILES = ("/calendar",)  # addresses without an ending that give a file to keep
EVERYBODY = {"/panel/meetings", "/panel/meetings/#", "/panel/rounds/#/actions"}
READERS = EVERYBODY | {"/panel/interests", "/panel/induction"}
FORCE = {"/force/meetings", "/force/meetings/#", "/force/actions", "/force/actions/#", "/force/volumes"}
FORCE |= {"/account/tokens"}
REACHED = {  # of each role, kinds of pages that must be among those looked at
    "lead": FORCE
    | {"/force/rounds/#/actions", "/force/rounds/#/follow", "/force/rounds/#/conflicts", "/force/panels/#/terms"},
    "registrar": FORCE,
    "officer": {"/force/actions", "/force/actions/#"},
    "member": READERS,
    "chair": READERS | {"/panel/ledger", "/panel/rounds/#/conflicts"},
    "commissioners_officer": EVERYBODY | {"/panel/panels/#/terms", "/panel/panels/#/readiness", "/account/tokens"},
}
UNNAMED = """() => [...document.querySelectorAll("fieldset")].filter(
    set => !set.querySelector(":scope > legend")?.textContent.trim()).length"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page) -> list[str]:
    """List what is wrong with the page that is shown."""
    found = faults_of(page)
    headings = page.locator("h1").count()
    if headings != 1:
        found.append(f"{headings} h1")
    if page.evaluate(UNNAMED):
        found.append("a fieldset without a legend")
    page.set_viewport_size({"width": 320, "height": 900})
    page.wait_for_function("innerWidth === 320")
    if (wider := page.evaluate(WIDER)) > 0:
        found.append(f"{wider} px too wide at 320")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def wanted(link: str, seen: set[str]) -> bool:
    own = link.startswith("/") and not link.startswith(("//", "/static/"))
    path, _, query = link.partition("?")
    # What has an ending, or is asked for in a form, is a file to keep.
    is_file = "." in path.rpartition("/")[2] or path.endswith(FILES) or "form=" in query or "download=" in query
    return own and not is_file and link not in seen


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_accessible_and_fits_a_narrow_screen(
    browser: Browser, served: str, demonstration: Demonstration, role: str
) -> None:
    found: dict[str, list[str]] = {}
    with browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        enter(page, served, **demonstration.sign_ins[role])
        waiting, seen, kinds = ["/", *ALSO.get(role, [])], {"/"}, dict[str, int]()
        while waiting:
            path = waiting.pop(0)
            kinds[pattern(path)] = kinds.get(pattern(path), 0) + 1
            if kinds[pattern(path)] > OF_A_KIND:
                continue
            answer = page.goto(served + path)
            assert answer is not None
            links = [link.partition("#")[0] for link in page.evaluate(LINKS)]
            fresh = list(dict.fromkeys(link for link in links if wanted(link, seen)))
            seen.update(fresh)
            waiting += fresh
            wrong = faults(page) + ([] if answer.status == 200 else [f"status {answer.status}"])
            if wrong:
                found[path] = wrong
    assert found == {}
    assert len(kinds) >= 4, kinds
    assert kinds.keys() >= REACHED.get(role, set())


def test_a_page_works_and_bears_its_policy_without_scripts(
    browser: Browser, served: str, demonstration: Demonstration
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        enter(page, served, **demonstration.sign_ins["member"])
        follow(page.get_by_role("button", name="Go on with case"))
        page.get_by_label("Appropriate", exact=True).check()
        follow(page.get_by_role("button", name="Save and go to the next case"))
        expect(page.locator("h1")).to_have_count(1)
        expect(page.get_by_text(re.compile(r"^Your grade of case \S+ is saved\."))).to_be_visible()


def test_nothing_that_a_page_asks_for_is_refused_by_its_own_policy(
    browser: Browser, served: str, demonstration: Demonstration
) -> None:
    complaints: list[Any] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        enter(page, served, **demonstration.sign_ins["lead"])
        for path in ("/force/rounds", "/force/extracts", "/force/panels"):
            page.goto(served + path)
    assert complaints == []
