"""Reports as tagged PDF and as documents with pictures: what their properties say, and that the bytes are the same."""

import io
import zipfile

import pypdfium2  # type: ignore[import-untyped]  # it brings none
import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.files.documents import Grid, Heading, Paragraph
from scrutiny_app.files.papers import paper_document, paper_pdf, table_csv
from scrutiny_app.files.report_pdf import as_pictures, write_report
from scrutiny_app.files.reports import report_document, report_pdf
from tests.unit.domain.test_figures import held, over
from tests.unit.domain.test_reporting import case, report


@pytest.fixture(scope="module")
def paper():
    return rounds_paper(over(held(1, 16, 4), held(2, 12, 8)))


@pytest.fixture(scope="module")
def pdf(paper) -> bytes:
    return paper_pdf(paper)


def test_a_pdf_is_tagged_for_readers_titled_and_in_british_english(pdf):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/Lang(en-GB)" in pdf.replace(b" ", b"")
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_dict()["Title"].startswith("Figures over rounds")
    assert document.is_tagged()


def test_a_pdf_says_nothing_of_who_made_it_when_or_with_what(pdf):
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert told["Author"] == ""
    assert "20260" not in told["CreationDate"]
    assert "Typst" not in " ".join(told.values())


def test_the_same_words_give_the_same_bytes(paper, pdf):
    assert paper_pdf(paper) == pdf
    assert paper_document(paper) == paper_document(paper)


def test_a_chart_in_a_pdf_has_words_for_whoever_does_not_see_it():
    written = report_pdf(report(*[case(Result.APPROPRIATE)] * 12))
    pages = pypdfium2.PdfDocument(written)
    assert "Results by disposal" in " ".join(page.get_textpage().get_text_range() for page in pages)


def test_a_document_shows_its_chart_as_a_picture_with_words_beside_it():
    package = zipfile.ZipFile(io.BytesIO(report_document(report(*[case(Result.APPROPRIATE)] * 12))))
    pictures = [name for name in package.namelist() if name.startswith("word/media/")]
    assert [package.read(name)[:4] for name in pictures] == [b"\x89PNG"]
    assert "One bar a disposal" in package.read("word/document.xml").decode()


def test_words_that_look_like_markup_stay_words():
    blocks = [Heading("#pagebreak()"), Paragraph("*bold* $x$ #read(1)"), Grid("T", ("A",), (("#a[b]",),))]
    page = pypdfium2.PdfDocument(write_report("= Title", "_under_", blocks))[0]
    told = page.get_textpage().get_text_range()
    for words in ("#pagebreak()", "*bold* $x$ #read(1)", "#a[b]", "= Title", "_under_"):
        assert words in told


def test_no_chart_needs_no_picture():
    assert as_pictures([]) == []


def test_a_table_as_csv_is_safe_for_spreadsheets_and_says_what_it_shows(paper):
    text = table_csv(paper.tables["results"], [("Panel", "=1+1")]).decode("utf-8-sig")
    assert "Panel,'=1+1" in text
