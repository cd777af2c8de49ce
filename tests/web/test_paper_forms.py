"""Every paper over rounds read back from each form it has: the same tables in all, and how its cases were chosen."""

import csv
import io
import re
from datetime import date, datetime
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.services import actions
from tests.web.test_report_forms import in_pdf
from tests.web.test_reports import in_document, in_workbook, on_page

SOUND, SEEN, WRONG, SPLIT, BACK = Result
PAPERS = ("annual", "registrar", "disparity", "timeliness", "tracker")
STATED = (
    "two members or more graded before discussion",
    "Who was eligible",
    "Cases finalised",
    "Eligible",
    "Left out",
    "Void draws",
    "Replaced",
    "Left empty",
    "Draw certificates",
    "Dice",
    "Digest of the frame (SHA-256)",
    "Head of the trail (SHA-256)",
    "A fair draw from an incomplete list proves nothing",
)
FORMS = ("page", "docx", "pdf", "xlsx")


@pytest.fixture
def round_(making) -> Any:
    with making() as make:
        registrar, lead = make.user(Role.REGISTRAR), make.user(Role.LEAD)
        panel, chair = make.panel(), make.user(Role.CHAIR)
        round_ = make.signed_round(*[SOUND] * 9, WRONG, SPLIT, BACK, by=lead, panel=panel, cases=40)
        make.signed_round(*[WRONG] * 6, by=lead, panel=panel, cases=12, targeted=True)
        given = {"owner_id": lead.id, "due_on": date(2099, 3, 1), "by": chair}
        actions.set_by_panel(make.session, round_, "Check the codes.", **given)
        return registrar, round_


@pytest.fixture
def get(sign_in, round_):
    browser = sign_in(round_[0])

    def answer(what: str, form: str, table: str = "") -> Any:
        asked = f"form={form}" + (f"&table={table}" if table else "")
        found = browser.get(f"/force/figures/{what}?{asked}")
        assert found.status_code == 200
        return found

    return answer


def squeezed(said: str) -> str:
    return re.sub(r"[\s-]", "", said)


def all_words(document: bytes) -> str:
    return " ".join(node.text or "" for node in Document(io.BytesIO(document)).element.iter(qn("w:t")))


def written(rows: list[list[Any]]) -> list[list[str]]:
    """Write cells as text; a workbook does not tell 0.0 from 0, and gives a day as its midnight."""
    rows = [[cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in rows]
    return [["" if cell is None else re.sub(r"^(\d+)\.0$", r"\1", str(cell)) for cell in row] for row in rows]


@pytest.mark.parametrize("what", PAPERS)
def test_page_document_pdf_workbook_and_csv_hold_the_same_numbers(get, what):
    page = get(what, "page").text
    shown = on_page(page)
    assert in_document(get(what, "docx").data) == shown
    pdf = in_pdf(get(what, "pdf").data)
    assert [row for rows in shown.values() for row in rows[1:] if squeezed("".join(row)) not in pdf] == []

    sheets = list(in_workbook(get(what, "xlsx").data).values())[:-1]
    names = list(dict.fromkeys(re.findall(r"[?&;]table=(\w+)", page)))
    assert len(sheets) == len(names) == len(shown)
    for name, sheet, rows in zip(names, sheets, shown.values(), strict=True):
        alone = list(csv.reader(io.StringIO(get(what, "csv", name).data.decode("utf-8-sig"))))
        assert written(alone[: len(sheet)]) == written(sheet), name
        assert alone[len(sheet)] == []
        same_counts(rows, written(sheet))


def same_counts(rows: list[list[str]], sheet: list[list[str]]) -> None:
    """Hold every count on a page against the column of the same name in the workbook."""
    assert len(rows) == len(sheet)
    for place, head in enumerate(rows[0]):
        there = sheet[0].index(head) if head in sheet[0] else None
        for row, kept in zip(rows[1:], sheet[1:], strict=True):
            if there is not None and re.fullmatch(r"[\d,]+", row[place]):
                assert row[place].replace(",", "") == kept[there], head


def test_the_tracker_tells_what_is_asked_and_names_nobody(get):
    shown = on_page(get("tracker", "page").text)
    assert shown["Actions"][-1] == ["All", "1", "0", "0", "1", "0"]
    owner = "Lead for out-of-court resolutions"
    assert shown["Actions one by one"][1][2:] == ["Action", owner, "1 Mar 2099", "Open"]
    assert shown["What was asked and answered, in order"][1][1:3] == ["Check the codes.", "–"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", PAPERS)
def test_each_form_of_each_paper_states_how_its_cases_were_chosen(get, what, form):
    found = get(what, form)
    if form == "page":
        said = found.text
    elif form == "pdf":
        said = in_pdf(found.data)
    elif form == "docx":
        said = all_words(found.data)
    else:
        said = str(in_workbook(found.data))
    assert [one for one in STATED if squeezed(one) not in squeezed(said)] == []
