"""How a person gets about in a browser: they sign in, go on to another page, and go from field to field by Tab.

A click is done before its page is there. What comes next must not meet the old page, or half of the new one: go on by
`follow`, or wait by `expect` for what only the new page shows.
"""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.making import PASSWORD

LONGEST = 120  # presses of the Tab key before a page counts as a maze
FOCUSED = """() => { const it = document.activeElement;
    return (it.matches('a, [type=submit]') ? it.textContent : it.id).replace(/\\s+/g, ' ').trim() }"""


def enter(page: Page, address: str, username: str, password: str = PASSWORD) -> None:
    """Sign a person in, and wait for the page behind the door."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_role("textbox", name="Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)


def follow(there: Locator) -> None:
    """Click what leads to a page, and wait until that page is loaded."""
    with there.page.expect_navigation():
        there.click()


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what no page shows, such as a row in the database, while the browser goes on."""
    for _ in range(300):  # half a minute
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came")


def tab_to(page: Page, wanted: str, most: int = LONGEST) -> None:
    """Press Tab until the focus is on a field of that id, or on a link or button whose words begin so."""
    page.wait_for_load_state()  # a page that is not all there yet may still move the focus
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(wanted):
            return
    raise AssertionError(f"{wanted} cannot be reached by keyboard")
