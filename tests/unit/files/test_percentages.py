"""No percentage stands anywhere without its counts and its range: read back from every report's page and files."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
import pytest
from docx import Document
from lxml import html  # type: ignore[import-untyped]  # publishes no types
from openpyxl import load_workbook

from scrutiny_app.domain.agreement import agreement
from scrutiny_app.domain.annual import annual_paper
from scrutiny_app.domain.collating import collate
from scrutiny_app.domain.disparity import Graded, Kind, disparity
from scrutiny_app.domain.disparity_paper import disparity_paper
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.papers import Chart, ChartKind, Paper
from scrutiny_app.domain.public_hiding import fullest
from scrutiny_app.domain.public_paper import public_paper
from scrutiny_app.domain.public_report import TABLES, make_content
from scrutiny_app.domain.registrar_paper import registrar_paper
from scrutiny_app.domain.spreads import Judgement, spread
from scrutiny_app.files import national_page, public_page
from scrutiny_app.files.national_workbook import workbook as national_workbook
from scrutiny_app.files.papers import paper_document, paper_pdf, paper_workbook
from scrutiny_app.files.reports import report_document, report_pdf, report_workbook
from tests.returns import SEEN, SOUND, SPLIT, WRONG, case, make_report, make_return, make_told

FINE, NOTED, FAULTY = Grade
PERCENT, RANGE = re.compile(r"\d%|per ?cent\b"), re.compile(r"\d% (?:to|and) [\d.]+%")
COUNTS = re.compile(r"\d of (?:about |all |the )?\d|of \d+ cases|graded \d+ and found \d")
CELLS = re.compile(r"(?<=\|)\s*\d[\d,]*\s*(?=\|)")
# A level that a method works to is no share of anything counted, and a word names what a row or a column holds.
LEVELS = re.compile(
    r"\(95%\)|95% interval|(range|interval) of 95%|no more than 5% are expected|Percent agreement", re.IGNORECASE
)
TOLD = [spread([Judgement(one, (), "") for one in unit]) for unit in [(FINE,) * 3] * 15 + [(FINE, NOTED, FAULTY)] * 5]
ROUND = replace(make_report(), agreed=agreement(TOLD))


def bare(units: Iterator[str]) -> list[str]:
    """Give the sentences and rows with a percentage that lacks its counts or its range."""
    told = [(unit, LEVELS.sub("", unit)) for unit in units]
    found = [(unit, left) for unit, left in told if PERCENT.search(left)]
    assert found, "nothing was read"
    return [unit for unit, left in found if not RANGE.search(left) or not _counted(left)]


def _counted(unit: str) -> bool:
    return bool(COUNTS.search(unit)) or len(CELLS.findall(unit)) > 1


def of_page(page: bytes) -> Iterator[str]:
    """Give a page's sentences, rows and words of charts; the marks of a chart's own scale are left out."""
    for one in html.fromstring(page.decode()).iter("p", "li", "tr", "dd", "desc", "figcaption", "h1", "h2", "h3"):
        cells = one.findall("td") + one.findall("th") if one.tag == "tr" else [one]
        yield "|".join(["", *(" ".join(cell.text_content().split()) for cell in cells), ""])


def of_document(content: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(content))
    yield from (one.text for one in document.paragraphs)
    for table in document.tables:
        yield from ("|".join(["", *(cell.text for cell in row.cells), ""]) for row in table.rows)


def of_workbook(content: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield "|".join(["", *("" if cell is None else str(cell) for cell in row), ""])


def of_paper(paper: Paper) -> Iterator[str]:
    """Give what a page shows of a paper: its figures in front, sentences, rows and charts."""
    yield from (" ".join(tile) for tile in paper.tiles)
    for part in paper.parts:
        if isinstance(part, Chart) and part.kind is ChartKind.RANGES:
            yield from (f"{one.share:.0%} ({one.low:.0%} to {one.high:.0%}), {one.counts}" for one in part.shares)
        elif isinstance(part, Chart):
            yield part.description
    yield from of_document(paper_document(paper))


def _over() -> OverRounds:
    second = make_report([case(SOUND)] * 9 + [case(SEEN)] * 6 + [case(WRONG)] * 4 + [case(SPLIT)], draw_id="NM-2")
    told = [(1, ROUND), (2, replace(second, agreed=agreement(TOLD)))]
    held = tuple(Held(number, date(2026, 8 + number, 1), report) for number, report in told)
    return OverRounds("Panel", "Northmoor Police", date(2026, 1, 1), date(2026, 12, 31), held)


def _disparity() -> Paper:
    cases = [
        Graded({Kind.SEX: ("female", "male")[n % 2]}, n % 9 == 0, ROUND.method.accounts["all"].weight)
        for n in range(60)
    ]
    return disparity_paper(_over(), disparity(cases, {Kind.SEX: {"female": 200, "male": 190, "": 10}}))


PAPERS = {
    "rounds": partial(rounds_paper, _over(), _over()),
    "annual": partial(annual_paper, _over(), _over()),
    "disparity": _disparity,
    "registrar": partial(registrar_paper, _over()),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_has_no_bare_percentage_in_any_form(paper):
    made = PAPERS[paper]()
    assert bare(of_paper(made)) == []
    if paper not in ("disparity", "registrar"):  # whose sheets say no percentage in words
        assert bare(of_workbook(paper_workbook(made))) == []


def test_a_rounds_report_has_no_bare_percentage_in_any_form():
    assert bare(of_document(report_document(ROUND))) == []
    assert bare(of_workbook(report_workbook(ROUND))) == []


@pytest.mark.parametrize(
    ("pdf", "document"),
    [
        (partial(report_pdf, ROUND), partial(report_document, ROUND)),
        (lambda: paper_pdf(PAPERS["annual"]()), lambda: paper_document(PAPERS["annual"]())),
    ],
)
def test_the_pdf_holds_no_percentage_that_the_document_does_not_hold_with_its_counts(pdf, document):
    pages = pypdfium2.PdfDocument(pdf())
    said = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    written = ["".join(unit.replace("|", "").split()) for unit in of_document(document()) if RANGE.search(unit)]
    assert written
    assert all(unit in said for unit in written)


def test_a_workbooks_share_has_its_range_and_its_counts_in_the_same_row():
    books = [report_workbook(ROUND), paper_workbook(PAPERS["annual"]()), paper_workbook(_disparity())]
    for book in books:
        for sheet in load_workbook(io.BytesIO(book)).worksheets:
            header = [str(cell.value) for cell in sheet[1]]
            if any(re.search(r"\bshare\b|Percent", name, re.IGNORECASE) for name in header):
                assert {"Low", "High"} <= set(header), sheet.title
                assert {"Of", "Graded", "Pairs"} & set(header), sheet.title


def test_the_public_report_has_no_bare_percentage():
    told = [replace(make_told(1), report=ROUND)]
    about = {"title": "A", "force": "F", "slug": "a", "version": 1, "least": 5, "lines": ()}
    content = make_content(told, fullest(told, tuple(TABLES), [], 5), **about)
    assert content["parts"][0]["rounds"][0]["agreement"]["pairs"] == 60
    assert bare(of_page(public_page.page(content, css="public.css"))) == []
    assert bare(of_document(paper_document(public_paper(content)))) == []


def test_the_national_picture_has_no_bare_percentage():
    returns = [make_return(force=f"{name} Police", draw_id=name) for name in ("Ash", "Bar")]
    picture = collate([*returns, make_return(force="Cal Police", draw_id="C", targeted=True)])
    assert bare(of_page(national_page.page(picture))) == []
    assert bare(of_workbook(national_workbook(picture))) == []
