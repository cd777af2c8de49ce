"""A stranger's file brought in with a real browser: waited for, mapped and decided on, with scripts and without."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.people import Role
from tests.browser import keyboard
from tests.browser.keyboard import follow
from tests.browser.test_demonstration import faults
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.working import work

STRANGE = {"case_number": "Case Ref", "offence_title": "Offence Description", "area": "Blorp", "disposal_date": "Zonk"}


@pytest.fixture
def enter(address: str, making) -> Callable[[Page], None]:
    """Sign a lead in."""
    with making() as make:
        username = make.user(Role.LEAD).username

    def enter(page: Page) -> None:
        keyboard.enter(page, address, username)
        expect(page).to_have_url(f"{address}/force/")

    return enter


def send(page: Page, address: str, file: Path) -> None:
    page.goto(f"{address}/force/extracts/new")
    page.set_input_files("input[type=file]", file)
    follow(page.get_by_role("button", name="Import"))
    expect(page).to_have_url(re.compile(r"/force/extracts/\d+($|\?)"))


def read(page: Page, database) -> None:
    """Do a worker's work, and wait until the page has renewed itself: it goes nowhere by itself after that."""
    work(database, KEY)
    expect(page.locator("progress")).to_have_count(0)


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    file = tmp_path / "strange.csv"
    file.write_bytes(renamed(extract({"sex": "Frump"}, {}), **STRANGE))
    return file


def test_a_strange_file_is_mapped_without_scripts_and_every_page_is_accessible(
    browser: Browser,
    address: str,
    enter,
    strange: Path,
    database,
) -> None:
    found: list[str] = []
    with browser.new_context(bypass_csp=True) as seeing, browser.new_context(java_script_enabled=False) as context:
        page, eye = context.new_page(), seeing.new_page()
        enter(page)
        enter(eye)

        def see() -> None:
            eye.goto(page.url)
            found.extend(f"{page.url}: {fault}" for fault in faults(eye))

        send(page, address, strange)
        see()
        read(page, database)
        expect(page.get_by_role("heading", name="What do the file’s columns hold?")).to_be_visible()
        see()
        page.get_by_text(re.compile(r"^Load one of these")).click()
        page.get_by_label("What does “Zonk” hold?").select_option(label="Disposal date")
        follow(page.get_by_role("button", name="Save and go on"))
        see()
        page.get_by_label("What does “Frump” mean under “Sex”?").select_option(label="Not recorded")
        follow(page.get_by_role("button", name="Save and go on"))
        see()
        page.get_by_label("Name of this layout").fill("Strange")
        follow(page.get_by_role("button", name="Confirm, and check the rows"))
        read(page, database)
        follow(page.get_by_role("link", name="Extracts", exact=True))
        follow(page.get_by_role("link", name="strange.csv"))
        see()
        expect(page.locator(".tile", has_text="new")).to_have_text(re.compile(r"^\s*2\s+new\s*$"), use_inner_text=True)
    assert found == []


def test_a_page_of_work_under_way_becomes_its_result_by_itself(
    browser: Browser,
    address: str,
    enter,
    tmp_path: Path,
    database,
) -> None:
    file = tmp_path / "june.csv"
    file.write_bytes(extract({}))
    complaints: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        enter(page)
        send(page, address, file)
        expect(page.locator("progress")).to_have_count(1)
        work(database, KEY)
        page.get_by_text("There is nothing to mend").wait_for()
    assert complaints == []


def test_changes_are_looked_at_and_decided_on_a_narrow_screen(
    browser: Browser,
    address: str,
    enter,
    tmp_path: Path,
    database,
) -> None:
    for name, area in (("may.csv", "Harbour"), ("june.csv", "Moorside")):
        (tmp_path / name).write_bytes(extract({"area": area}, {}))
    with browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        enter(page)
        for name in ("may.csv", "june.csv"):
            send(page, address, tmp_path / name)
            read(page, database)
        follow(page.get_by_role("button", name="Look at the changes and decide"))
        follow(page.get_by_role("link", name="NM/1/26"))
        assert faults(page) == []
        follow(page.get_by_role("button", name="Refuse this change"))
        follow(page.get_by_role("link", name="Back to the changes"))
        assert faults(page) == []
        expect(page.get_by_text("To be refused", exact=True)).to_have_count(1)
        page.get_by_label("Accept them, save those marked to be refused").check()
        follow(page.get_by_role("button", name="Decide, and load the file"))
        work(database, KEY)
        page.get_by_text("changes refused").wait_for()
