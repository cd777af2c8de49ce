"""How a person gets about in a browser: they sign in, and they go from field to field by the Tab key."""

from playwright.sync_api import Page

from tests.making import PASSWORD

LONGEST = 120  # presses of the Tab key before a page counts as a maze
FOCUSED = """() => { const it = document.activeElement;
    return (it.matches('a, [type=submit]') ? it.textContent : it.id).replace(/\\s+/g, ' ').trim() }"""


def enter(page: Page, address: str, username: str) -> None:
    """Sign a person in, and wait for the page behind the door."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on a field of that id, or on a link or button whose words begin so."""
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(wanted):
            return
    raise AssertionError(f"{wanted} cannot be reached by keyboard")
