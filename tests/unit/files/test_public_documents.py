"""A public report as a document, a PDF and a workbook: what its page says, and nothing else."""

import io
import re
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
import pytest
from docx import Document
from lxml import html  # type: ignore[import-untyped]  # publishes no types
from openpyxl import load_workbook

from scrutiny_app.domain.public_hiding import fullest
from scrutiny_app.domain.public_lines import LineKind, PublicLine
from scrutiny_app.domain.public_report import TABLES, make_content
from scrutiny_app.files.public_site import Version, site
from tests.returns import SEEN, SOUND, WRONG, case, make_told

WORDS = (
    PublicLine(LineKind.REMARK, "Well reasoned."),
    PublicLine(LineKind.SAID, "Ask the victim."),
    PublicLine(LineKind.DID, "It is on the form.", "Ask the victim."),
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    told = [make_told(1), make_told(2, [*[case(SOUND)] * 9, *[case(SEEN)] * 2, case(WRONG)], targeted=True)]
    about: dict[str, Any] = {"title": "Spring 2026", "force": "Northmoor Police", "slug": "spring", "version": 1}
    content = make_content(told, fullest(told, tuple(TABLES), [], 5), **about, least=5, lines=WORDS)
    return site([Version(content, None)])


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffe-]", "", text)


def on_page(files: dict[str, bytes]) -> list[list[str]]:
    """Give the rows of the page's tables, in order."""
    found = html.fromstring(files["spring/index.html"].decode()).iter("tr")
    return [["".join(cell.itertext()).strip() for cell in row] for row in found]


def test_the_document_and_the_pdf_hold_every_row_and_line_of_the_page(files):
    document = Document(io.BytesIO(files["spring/report.docx"]))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert on_page(files)
    assert all(row in rows for row in on_page(files))
    pages = pypdfium2.PdfDocument(files["spring/report.pdf"])
    said = squeezed("".join(page.get_textpage().get_text_range() for page in pages))
    assert all(squeezed("".join(row)) in said for row in on_page(files))
    words = squeezed(" ".join([*(one.text for one in document.paragraphs), *(" ".join(row) for row in rows)]))
    for line in WORDS:
        assert squeezed(line.text) in said
        assert squeezed(line.text) in words


def test_the_workbook_holds_the_same_counts_as_numbers_and_a_hidden_one_as_a_word(files):
    book = load_workbook(io.BytesIO(files["spring/report.xlsx"]))
    kept = [[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()]
    shown = [[f"{cell:,}" if isinstance(cell, int) else str(cell or "") for cell in row] for row in kept]
    assert all(row in shown for row in on_page(files))
    assert any(isinstance(cell, int) for row in kept for cell in row)
    assert any("hidden" in row for row in kept)


def test_what_is_hidden_on_the_page_is_in_no_document(files):
    hidden = sum(row.count("hidden") for row in on_page(files))
    document = Document(io.BytesIO(files["spring/report.docx"]))
    assert sum(cell.text == "hidden" for table in document.tables for row in table.rows for cell in row.cells) == hidden


def test_the_page_leads_to_each_of_them_and_they_are_the_same_bytes_each_time(files):
    page = files["spring/index.html"].decode()
    for name in ("report.pdf", "report.docx", "report.xlsx"):
        assert f'href="{name}"' in page
        assert files[f"spring/{name}"] == files[f"spring/1/{name}"]
