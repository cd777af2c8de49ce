"""Reports: a workbook of findings beside the same cells written bare, a year's report, and a PDF; processor seconds.

What a report needs of processes that it starts is counted in.
"""

import io
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from sqlalchemy.orm import Session

from scrutiny_app.database import Database, migrate
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.annual import annual_paper
from scrutiny_app.domain.figures_tables import agreement
from scrutiny_app.domain.papers import Paper
from scrutiny_app.domain.people import Role
from scrutiny_app.files.papers import paper_pdf, paper_workbook
from scrutiny_app.files.reports import report_workbook
from scrutiny_app.models.people import User
from scrutiny_app.services.annual import gather_reckoned, reckon_paces
from scrutiny_app.services.annual_told import told_of
from scrutiny_app.services.figures import agreed_by_round, choices
from scrutiny_app.services.trail import now
from tests.making import Make
from tests.unit.domain.test_reporting import CR, case, report

FINDINGS, MEETINGS, TIMES = 10_000, 40, 5


def measure(folder: Path) -> Iterator[str]:
    """Measure the workbook, the annual report and its PDF."""
    results = list(Result)
    many = [case(results[place % 3], reference=f"NP-{place}") for place in range(FINDINGS)]
    round_report = report(*many, counts={CR: 30_000}, allocation={CR: FINDINGS})
    ours = _seconds(lambda: report_workbook(round_report))
    book = load_workbook(io.BytesIO(report_workbook(round_report)), read_only=True)
    cells = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    bare = _seconds(lambda: _bare(cells))
    yield f"Workbook of {FINDINGS:,} findings: {ours:.2f} s; the same cells bare {bare:.2f} s ({ours / bare:.2f} x)"
    yield from _annual(folder)


def _annual(folder: Path) -> Iterator[str]:
    url = f"sqlite:///{folder / 'reporting.sqlite3'}"
    migrate(url)
    database = Database(url)
    with database.transaction() as session:
        lead = _fill(Make(session))
    papers: list[Paper] = []
    with database.transaction() as session:
        by = session.get_one(User, lead)
        first = _seconds(lambda: papers.append(_report(session, by)), times=1)
        took = _seconds(lambda: papers.append(_report(session, by)))
    yield f"Annual report of {MEETINGS} meetings, gathered and laid out: {took:.2f} s ({first:.2f} s the first time)"
    yield f"The same as a workbook: {_seconds(lambda: paper_workbook(papers[-1])):.2f} s"
    yield f"The same as a PDF: {_seconds(lambda: paper_pdf(papers[-1])):.2f} s"


def _fill(make: Make) -> int:
    """Keep so many signed rounds of twenty cases, a fortnight each."""
    lead = make.user(Role.LEAD)
    panel = make.panel()
    results = (*[Result.APPROPRIATE] * 12, *[Result.OBSERVATIONS] * 6, Result.INAPPROPRIATE, Result.NOT_AGREED)
    for number in range(MEETINGS):
        first = date(2025, 1, 1) + timedelta(9 * number)
        make.cases(60, disposal_date=first.isoformat())
        period = {"period_from": first, "period_to": first + timedelta(8)}
        make.signed_round(*results, by=lead, panel=panel, cases=0, **period)
    return lead.id


def _report(session: Session, by: User) -> Paper:
    found = gather_reckoned(session, choices(session, by=by)[0], by=by)
    over = found.every
    reckon_paces(session, over, now())
    told = told_of(session, over, whole=True, by=by)
    return annual_paper(over, over, agreement(agreed_by_round(session, over.held)), told)


def _bare(sheets: list[list[tuple[Any, ...]]]) -> None:
    """Write the cells of a workbook bare."""
    book = Workbook()
    for sheet in sheets:
        page = book.create_sheet()
        for row in sheet:
            page.append(row)
    book.save(io.BytesIO())


def _seconds(work: Callable[[], object], times: int = TIMES) -> float:
    """Give the median of the processor seconds that work takes, those of the processes that it starts included."""
    taken = []
    for _ in range(times):
        begun = _spent()
        work()
        taken.append(_spent() - begun)
    return statistics.median(taken)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
