"""Reading offline in a real browser: a grading sheet is made by keyboard on a narrow screen, filled in, sent back."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser

from scrutiny_app.domain.grading_sheets import ANSWER, FIRST_ROW
from tests.browser.keyboard import enter, tab_to
from tests.web.panels import Sitting, kept, seat


@pytest.fixture
def sitting(making) -> Sitting:
    with making() as make:
        return seat(make)


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
    database,
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
