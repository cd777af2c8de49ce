"""A round's report, for the force's lead and registrar."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.reckoning import reckon
from scrutiny_app.services.reporting import Form
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web import report_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("reports", __name__, url_prefix="/force/rounds/<int:round_id>")


@bp.get("/report")
@requires(Permission.READ_REPORT)
def show(round_id: int) -> ResponseReturnValue:
    """Show a round's report."""
    _reckon(round_id)
    return report_answers.page(round_id, panel=False)


@bp.get("/report.docx")
@requires(Permission.READ_REPORT)
def document(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a document."""
    _reckon(round_id)
    return report_answers.file(round_id, Form.DOCUMENT)


@bp.get("/report.pdf")
@requires(Permission.READ_REPORT)
def pdf(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a PDF."""
    _reckon(round_id)
    return report_answers.file(round_id, Form.PDF)


@bp.get("/report/table")
@requires(Permission.READ_REPORT)
def table(round_id: int) -> ResponseReturnValue:
    """Give one table of a round's report as a workbook or CSV."""
    _reckon(round_id)
    return report_answers.table(round_id)


@bp.get("/report.xlsx")
@requires(Permission.READ_REPORT)
def workbook(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a workbook."""
    _reckon(round_id)
    return report_answers.file(round_id, Form.WORKBOOK)


def _reckon(round_id: int) -> None:
    """Make the ranges that the panel's side cannot, so that both sides read one report."""
    by = signed_in_user()
    with transaction() as db:
        reckon(db, find_round(db, round_id, by), by=by)
