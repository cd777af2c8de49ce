"""A round's report as a document, a PDF and a workbook: the same sentences, tables and chart as its page."""

from collections.abc import Iterator

from scrutiny_app.domain import report_tables as tables
from scrutiny_app.domain.report_agreement import TITLE, about_agreement, agreement, agreement_in_figures
from scrutiny_app.domain.report_charts import results_chart
from scrutiny_app.domain.report_tables import Table
from scrutiny_app.domain.reporting import RoundReport
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, write_document
from scrutiny_app.files.papers import picture, with_pictures
from scrutiny_app.files.report_pdf import write_report
from scrutiny_app.files.writing import Sheet, write_workbook


def report_document(report: RoundReport) -> bytes:
    """Write a report as DOCX, its chart as a picture."""
    return write_document(report.title, [Paragraph(_under(report)), *with_pictures(list(_blocks(report)))])


def report_pdf(report: RoundReport) -> bytes:
    """Write a report as a tagged PDF."""
    return write_report(report.title, _under(report), list(_blocks(report)))


def report_workbook(report: RoundReport) -> bytes:
    """Write a report as a workbook of real numbers, with its sentences on the sheet of its method."""
    method: list[tuple[str, str | int]] = [
        *tables.about(report),
        *tables.facts(report),
        ("Found", tables.summary(report)),
    ]
    method += [("What the numbers show", sentence) for sentence in tables.what_it_shows(report)]
    method += [("Limits", sentence) for sentence in tables.limits(report)]
    method.append(("Agreement", about_agreement(report)))
    results = tables.results_in_figures(report)
    sheets = [
        Sheet("Summary", results.header, results.rows),
        *(
            _sheet(table)
            for table in (tables.by_disposal(report), tables.themes(report), tables.cases_with_remarks(report))
        ),
        _sheet(agreement_in_figures(report), "Agreement"),
        _sheet(tables.strata(report)),
        Sheet("Method", ("What", "How"), method),
    ]
    return write_workbook(sheets)


def _under(report: RoundReport) -> str:
    return f"{report.panel}. {report.force}. {tables.facts(report)[0][1]}."


def _blocks(report: RoundReport) -> Iterator[Block]:
    yield Paragraph(tables.summary(report))
    yield Paragraph(tables.CANNOT_REOPEN)
    yield Heading("What the panel found")
    yield _grid(tables.results(report))
    yield picture(results_chart(report))
    yield _grid(tables.by_disposal(report))
    yield Heading("What the numbers can and cannot show")
    yield from (Paragraph(sentence, point=True) for sentence in tables.what_it_shows(report))
    yield Heading("What the panel observed")
    yield _grid(tables.themes(report))
    yield Heading("What the panel said")
    said = tables.remarks(report)
    yield _grid(said) if said.rows else Paragraph(tables.NOTHING_SAID)
    yield Heading(TITLE)
    yield Paragraph(about_agreement(report))
    agreed = agreement(report)
    if agreed.rows:
        yield _grid(agreed)
    yield Heading("How the cases were chosen")
    yield _grid(tables.method(report))
    yield _grid(tables.strata(report))
    yield Heading("Limits")
    yield from (Paragraph(sentence, point=True) for sentence in tables.limits(report))
    yield Heading("Cases")
    yield _grid(tables.cases(report))


def _sheet(table: Table, title: str = "") -> Sheet:
    return Sheet(title or table.title, table.header, table.rows)


def _grid(table: Table) -> Grid:
    return Grid(table.title, table.header, table.words, table.numeric)
