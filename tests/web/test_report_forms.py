"""A round's report read back from each form it has: page, document, PDF, workbook and the CSV of each table."""

import csv
import io
import re

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
import pytest

from scrutiny_app.domain.people import Role
from tests.web.test_reports import (  # noqa: F401  people and round_ are asked for by their names
    in_document,
    in_workbook,
    on_page,
    people,
    round_,
)

TABLES = {"results": "Results", "disposals": "Results by disposal", "themes": "Themes", "strata": "Eligible and drawn"}
STATED = (
    "Eligible (the frame)",
    "Left out of the frame",
    "Draw",
    "Digest of the frame (SHA-256)",
    "Draws made void",
    "Cases replaced",
    "Places left empty",
    "Head of the trail (SHA-256)",
)


@pytest.fixture
def get(sign_in, people, round_):  # noqa: F811
    lead = sign_in(people[Role.LEAD])

    def answer(form):
        found = lead.get(f"/force/rounds/{round_.id}/{form}")
        assert found.status_code == 200
        return found

    return answer


def in_pdf(content: bytes) -> str:
    """Give a PDF's words with nothing between them, since lines break wherever a column ends."""
    pages = pypdfium2.PdfDocument(content)
    said = "".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"[\s\ufffe-]", "", said)


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_the_same_on_its_own(get, name):
    shown = on_page(get("report").text)[TABLES[name]]
    rows = list(csv.reader(io.StringIO(get(f"report/table?table={name}&form=csv").data.decode("utf-8-sig"))))
    below = rows[next(place for place, row in enumerate(rows) if row[0] == shown[0][0]) :]
    most = min(len(shown[0]), 3 if name == "results" else 9)
    assert [row[:most] for row in below[: len(shown)]] == [row[:most] for row in shown]


@pytest.mark.parametrize("title", TABLES.values())
def test_the_pdf_holds_every_cell_of_the_pages_tables(get, title):
    said = in_pdf(get("report.pdf").data)
    rows = on_page(get("report").text)[title]
    assert rows
    for row in rows[1:]:
        assert re.sub(r"[\s-]", "", "".join(row)) in said


@pytest.mark.parametrize("form", ["report", "report.docx", "report.pdf", "report.xlsx"])
def test_each_form_states_how_the_cases_were_chosen(get, form):
    content = get(form).data
    if form == "report":
        said = content.decode()
    elif form == "report.pdf":
        said = in_pdf(content)
    elif form == "report.docx":
        said = str(in_document(content)["Method"])
    else:
        said = str(in_workbook(content)["Method"])
    squeezed = re.sub(r"[\s-]", "", said)
    assert [one for one in STATED if re.sub(r"[\s-]", "", one) not in squeezed] == []
