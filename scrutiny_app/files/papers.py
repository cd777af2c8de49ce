"""A paper in each of its forms: a document, a PDF, a workbook, and each of its tables by itself."""

from collections.abc import Iterator, Sequence

from scrutiny_app.domain import papers
from scrutiny_app.domain.papers import Chart, ChartKind, Paper, Share, Shown, Words
from scrutiny_app.files.charts import Interval, intervals, stacked_bars
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, Picture, write_document
from scrutiny_app.files.funnel_chart import draw_funnel
from scrutiny_app.files.report_pdf import TYPEFACE, as_pictures, write_report
from scrutiny_app.files.writing import Sheet, Written, write_csv, write_workbook

SHOWS = "What this shows"


def draw(chart: Chart, font: str = "sans-serif") -> str:
    """Draw a chart as SVG."""
    if chart.kind is ChartKind.BARS:
        return stacked_bars(chart.title, chart.description, chart.series, chart.counts, font=font)
    if chart.plot:
        return draw_funnel(chart.plot, font)
    return intervals(chart.title, chart.description, [_interval(one) for one in chart.shares], font=font)


def paper_pdf(paper: Paper) -> bytes:
    """Write a paper as a tagged PDF."""
    return write_report(paper.title, paper.under, list(_blocks(paper)))


def paper_document(paper: Paper) -> bytes:
    """Write a paper as DOCX, its charts as pictures."""
    return write_document(paper.title, [Paragraph(paper.under), *with_pictures(list(_blocks(paper)))])


def paper_workbook(paper: Paper) -> bytes:
    """Write a paper's tables as sheets of real numbers, with its sentences on the last."""
    words: list[tuple[str, str]] = [("Title", paper.title), *paper.shows]
    words += [("Found", sentence) for sentence in paper.opening]
    heading = "Notes"
    for part in paper.parts:
        if isinstance(part, papers.Heading):
            heading = part.words
        elif isinstance(part, Words):
            words += [(heading, sentence) for sentence in part.sentences]
    sheets = [Sheet(one.bare.title, one.bare.header, one.bare.rows) for one in paper.tables.values()]
    return write_workbook([*sheets, Sheet("About", ("What", "How"), words)])


def table_workbook(shown: Shown, shows: Sequence[tuple[str, str]]) -> bytes:
    """Write one table as a workbook, with what it shows on a sheet of its own."""
    table = shown.bare
    return write_workbook([Sheet(table.title, table.header, table.rows), Sheet(SHOWS, ("What", "How"), shows)])


def table_csv(shown: Shown, shows: Sequence[tuple[str, str]]) -> bytes:
    """Write one table as CSV, and below it, after an empty line, what it shows."""
    rows: list[Sequence[Written]] = [*shown.bare.rows, (), (SHOWS,), *shows]
    return write_csv(shown.bare.header, rows)


def with_pictures(blocks: Sequence[Block]) -> list[Block]:
    """Turn the charts among blocks into pictures that a word processor can show."""
    charts = [block for block in blocks if isinstance(block, Picture)]
    drawn = iter(as_pictures([chart.content.decode() for chart in charts]))
    return [
        Picture(block.title, block.description, next(drawn)) if isinstance(block, Picture) else block
        for block in blocks
    ]


def grid(shown: Shown) -> Grid:
    """Give a table as a document holds it."""
    table = shown.table
    return Grid(table.title, table.header, table.words, table.numeric)


def picture(chart: Chart) -> Picture:
    """Give a chart as a PDF holds it."""
    return Picture(chart.title, chart.description, draw(chart, TYPEFACE).encode())


def _blocks(paper: Paper) -> Iterator[Block]:
    yield from (Paragraph(sentence) for sentence in paper.opening)
    for part in paper.parts:
        match part:
            case papers.Heading():
                yield Heading(part.words)
            case Words():
                yield from (Paragraph(sentence, point=part.points) for sentence in part.sentences)
            case Shown():
                yield grid(part)
            case Chart():
                yield picture(part)


def _interval(one: Share) -> Interval:
    return Interval(one.label, one.share, one.low, one.high, one.counts)
