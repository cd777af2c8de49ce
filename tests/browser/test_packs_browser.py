"""Reading offline in a real browser: a grading sheet is made by keyboard on a narrow screen, filled in, sent back."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from scrutiny_app.domain.grading_sheets import ANSWER, FIRST_ROW
from tests.making import PASSWORD
from tests.web.conftest import app, database, database_kind, making, settings  # noqa: F401  # fixtures of this file too
from tests.web.panels import Sitting, kept, seat

FOCUSED = "() => { const it = document.activeElement; return it.type === 'submit' ? it.textContent.trim() : it.id }"
LONGEST = 60  # presses of the Tab key before a page counts as a maze


@pytest.fixture
def address(app: Flask) -> Iterator[str]:  # noqa: F811
    """The app on a port of its own."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


@pytest.fixture
def sitting(making) -> Sitting:  # noqa: F811
    with making() as make:
        return seat(make)


def enter(page: Page, address: str, username: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()


def tab_to(page: Page, wanted: str) -> None:
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        focused = (
            "() => { const it = document.activeElement; return it.type === 'submit' ? it.textContent.trim() : it.id }"
        )
        if page.evaluate(focused) == wanted:
            return
    raise AssertionError(f"{wanted} cannot be reached by keyboard")


def fill(sheet: Path, answer: str) -> dict[str, object]:
    """Choose an answer in the first row, as a spreadsheet would keep it."""
    book, saved = load_workbook(io.BytesIO(sheet.read_bytes())), io.BytesIO()
    book.active.cell(FIRST_ROW, ANSWER).value = answer
    book.save(saved)
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "grades.xlsx", "mimeType": media, "buffer": saved.getvalue()}


def test_a_sheet_is_made_by_keyboard_filled_in_and_sent_back(
    browser: Browser,
    address: str,
    sitting: Sitting,
    database,  # noqa: F811
) -> None:
    with browser.new_context(viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(f"{address}/panel/rounds/{sitting.round_id}/pack")
        tab_to(page, "copy_form")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        tab_to(page, "Make it")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=is made. Get it from the list below.")
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("Get it .*Grading sheet")).click()
        page.get_by_label("Your filled grading sheet").set_input_files(fill(download.value.path(), "Appropriate"))
        page.get_by_role("button", name="Send the sheet").click()
        page.wait_for_selector("text=Your sheet is in: 1 answer kept")
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert kept(database)[0] == 1
