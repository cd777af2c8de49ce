"""A round's report, for those on its panel and the commissioner's officer."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.reporting import Form
from scrutiny_app.web import report_answers
from scrutiny_app.web.access import requires

bp = Blueprint("panel_reports", __name__, url_prefix="/panel/rounds/<int:round_id>")


@bp.get("/report")
@requires(Permission.READ_REPORT)
def show(round_id: int) -> ResponseReturnValue:
    """Show a round's report."""
    return report_answers.page(round_id, panel=True)


@bp.get("/report.docx")
@requires(Permission.READ_REPORT)
def document(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a document."""
    return report_answers.file(round_id, Form.DOCUMENT)


@bp.get("/report.pdf")
@requires(Permission.READ_REPORT)
def pdf(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a PDF."""
    return report_answers.file(round_id, Form.PDF)


@bp.get("/report/table")
@requires(Permission.READ_REPORT)
def table(round_id: int) -> ResponseReturnValue:
    """Give one table of a round's report as a workbook or CSV."""
    return report_answers.table(round_id)


@bp.get("/report.xlsx")
@requires(Permission.READ_REPORT)
def workbook(round_id: int) -> ResponseReturnValue:
    """Give a round's report as a workbook."""
    return report_answers.file(round_id, Form.WORKBOOK)
