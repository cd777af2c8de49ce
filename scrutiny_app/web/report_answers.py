"""A round's report in each of its forms: the same on both sides but for the way back."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain import report_agreement, report_tables
from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.events import TableDownloaded
from scrutiny_app.domain.report_charts import report_shown, results_chart
from scrutiny_app.domain.reporting import RoundReport
from scrutiny_app.files.papers import draw
from scrutiny_app.files.report_pdf import PDF
from scrutiny_app.files.reports import report_document, report_pdf, report_workbook
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.reporting import Form, read_report, report_of
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import transaction
from scrutiny_app.web.figure_answers import TABLE_WRITERS
from scrutiny_app.web.what_follows import of_publishing, own_then_other

WRITERS = {
    Form.DOCUMENT: (report_document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Form.PDF: (report_pdf, PDF),
    Form.WORKBOOK: (report_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def page(round_id: int, *, panel: bool) -> ResponseReturnValue:
    """Answer with a round's report as a page."""
    by = signed_in_user()
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, by)
        report = read_report(db, round_, Form.PAGE, by=by)
        following = own_then_other(of_publishing(db, round_, by))
    return render_template(
        "reports/show.html",
        report=report,
        tables=report_tables,
        agreement=report_agreement,
        chart=draw(results_chart(report)),
        round_id=round_id,
        panel=panel,
        following=following,
        may_set_actions=allows(by.role, Permission.SET_ACTION),
    )


def file(round_id: int, form: Form) -> ResponseReturnValue:
    """Answer with a round's report as a file, named after its draw."""
    report = _read(round_id, form)
    write, media_type = WRITERS[form]
    return attached(write(report), f"report-{report.method.draw_id}.{form.value}", media_type)


def table(round_id: int) -> ResponseReturnValue:
    """Answer with one table of a round's report, in the form that the address asks for."""
    by, name, form = signed_in_user(), request.args.get("table", "results"), request.args.get("form", "csv")
    with transaction() as db:
        report = report_of(db, rounds.find_round(db, round_id, by), by=by)
        shown = report_shown(report).get(name)
        if shown is None or form not in TABLE_WRITERS:
            abort(404)
        trail.record(db, TableDownloaded(f"report: {name}", form), by=by)
    write, media_type = TABLE_WRITERS[form]
    shows = (*report_tables.about(report), ("Draw", report.method.draw_id))
    return attached(write(shown, shows), f"report-{report.method.draw_id}-{name}.{form}", media_type)


def _read(round_id: int, form: Form) -> RoundReport:
    by = signed_in_user()
    with transaction() as db:
        return read_report(db, rounds.find_round(db, round_id, by), form, by=by)
