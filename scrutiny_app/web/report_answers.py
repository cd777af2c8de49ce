"""A round's report in each of its forms: the same on both sides but for the way back."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain import report_tables
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.reporting import RoundReport
from scrutiny_app.files.charts import stacked_bars
from scrutiny_app.files.reports import report_document, report_workbook
from scrutiny_app.services import rounds
from scrutiny_app.services.reporting import Form, read_report
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import transaction

WRITERS = {
    Form.DOCUMENT: (report_document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Form.WORKBOOK: (report_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def page(round_id: int, *, panel: bool) -> ResponseReturnValue:
    """Answer with a round's report as a page."""
    report = _read(round_id, Form.PAGE)
    return render_template(
        "reports/show.html", report=report, tables=report_tables, chart=_chart(report), round_id=round_id, panel=panel
    )


def file(round_id: int, form: Form) -> ResponseReturnValue:
    """Answer with a round's report as a file, named after its draw."""
    report = _read(round_id, form)
    write, media_type = WRITERS[form]
    name = f"report-{report.method.draw_id}.{form.value}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(write(report), mimetype=media_type, headers=headers)


def _read(round_id: int, form: Form) -> RoundReport:
    by = signed_in_user()
    with transaction() as db:
        return read_report(db, rounds.find_round(db, round_id, by), form, by=by)


def _chart(report: RoundReport) -> str:
    """Draw the results of each disposal as a bar; results that nothing got are left out."""
    seen = [result for result in RESULT_TITLES if any(counts[result] for _, counts in report.by_disposal)]
    rows = [(title, [counts[result] for result in seen]) for title, counts in report.by_disposal]
    described = "One bar a disposal, as long as its cases are many. The table below holds the same numbers."
    return stacked_bars("Results by disposal", described, [RESULT_TITLES[result] for result in seen], rows)
