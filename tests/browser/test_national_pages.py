"""The national picture's page in a real browser: from a disk, without script or network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scrutiny_app.domain.collating import collate
from scrutiny_app.domain.national_forms import public
from scrutiny_app.files.national_page import write_pages
from tests.browser.axe import faults_of
from tests.returns import SOUND, WRONG, case, make_return


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of six forces, one far off, one public and one of chosen cases, on a telephone's screen."""
    wrong = {"Ashmoor": 4, "Barrowdale": 5, "Caldermere": 3, "Dunwick": 30, "Eastmarsh": 6, "Fenbridge": 2}
    returns = [
        make_return(
            [case(WRONG if place < many else SOUND) for place in range(40)],
            force=f"{force} Police",
            draw_id=force,
            targeted=force == "Fenbridge",
        )
        for force, many in wrong.items()
    ]
    write_pages(collate([public(returns[0]), *returns[1:]], [("late.json", "it is not a JSON object")]), tmp_path)
    with browser.new_context(offline=True, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        yield page


def test_it_fits_a_telephone_and_wide_tables_scroll_by_themselves(page: Page):
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.locator(".scroll").first.get_attribute("tabindex") == "0"


def test_what_stands_at_its_foot_begins_where_the_rest_does(page: Page):
    page.set_viewport_size({"width": 1400, "height": 800})
    left = "one => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft)"
    assert page.locator("footer p").evaluate(left) == page.locator("main").evaluate(left)


def test_it_asks_for_its_own_style_sheet_alone(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    assert asked == ["index.html", "national.css"]


def test_axe_finds_no_fault_in_it(page: Page):
    assert faults_of(page) == []
