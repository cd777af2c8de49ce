"""How far members agreed, as each form of a round's report tells it."""

import io
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
from docx import Document
from openpyxl import load_workbook

from scrutiny_app.domain.agreement import agreement
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.report_agreement import about_agreement
from scrutiny_app.domain.report_agreement import agreement as table
from scrutiny_app.domain.spreads import Judgement, spread
from scrutiny_app.files.reports import report_document, report_pdf, report_workbook
from tests.returns import make_report

FINE, NOTED, FAULTY = Grade


def told(alike: int, apart: int = 0):
    grades = [(FINE, FINE, FINE)] * alike + [(FINE, NOTED, FAULTY)] * apart
    return replace(
        make_report(), agreed=agreement([spread([Judgement(one, (), "") for one in unit]) for unit in grades])
    )


def test_each_figure_comes_with_the_cases_it_rests_on_and_what_it_means():
    rows = table(told(15, 5)).rows
    # 15 cases of three pairs alike and five of none; the range is Wilson's of 15 of 20.
    assert next(row[:3] for row in rows) == ("Percent agreement", "75% (53% to 89%), 45 of 60 pairs", 20)
    assert any("AC1" in row[0] for row in rows)
    assert all(row[2] == 20 and row[3] for row in rows)


def test_of_so_few_that_one_cases_grades_would_show_there_is_no_figure():
    assert table(told(8, 1)).rows == ()
    assert "needs 10 cases" in about_agreement(told(8, 1))
    assert "needs 10 cases" in about_agreement(make_report())


def test_document_and_workbook_hold_the_same_figures():
    report = told(15, 5)
    shown = [[str(cell) for cell in row] for row in table(report).words]
    document = Document(io.BytesIO(report_document(report)))
    assert shown in [[[cell.text for cell in row.cells] for row in one.rows][1:] for one in document.tables]
    kept = list(load_workbook(io.BytesIO(report_workbook(report)))["Agreement"].iter_rows(values_only=True))[1:]
    assert [row[0] for row in kept] == [row[0] for row in shown]
    share, low, high, alike, pairs = kept[0][1:6]
    assert f"{share:.0%} ({low:.0%} to {high:.0%}), {alike} of {pairs} pairs" == shown[0][1]


def test_the_pdf_holds_every_figure():
    pages = pypdfium2.PdfDocument(report_pdf(told(15, 5)))
    said = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert all("".join(map(str, row[:3])).replace(" ", "") in said for row in table(told(15, 5)).words)
