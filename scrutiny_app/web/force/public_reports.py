"""Public reports, for the force's lead and registrar: words are looked through for names here."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.web import public_desk
from scrutiny_app.web.access import requires, requires_fresh
from scrutiny_app.web.current import case_key

bp = Blueprint("public_reports", __name__, url_prefix="/force/public-reports")


@bp.get("")
@requires(*public_desk.READ)
def index() -> ResponseReturnValue:
    """List the reports."""
    return public_desk.index()


@bp.route("/new", methods=["GET", "POST"])
@requires(Permission.PREPARE_PUBLIC)
def new() -> ResponseReturnValue:
    """Prepare a report."""
    return public_desk.new()


@bp.get("/<int:report_id>")
@requires(*public_desk.READ)
def show(report_id: int) -> ResponseReturnValue:
    """Show how a version stands."""
    return public_desk.show(report_id, scans=True)


@bp.get("/<int:report_id>/preview")
@requires(*public_desk.READ)
def preview(report_id: int) -> ResponseReturnValue:
    """Show a version as it would be published."""
    return public_desk.preview(report_id)


@bp.route("/<int:report_id>/words", methods=["GET", "POST"])
@requires(Permission.PREPARE_PUBLIC)
def words(report_id: int) -> ResponseReturnValue:
    """Choose a report's words."""
    return public_desk.words(report_id)


@bp.post("/<int:report_id>/line")
@requires(*public_desk.READ)
def approve_line(report_id: int) -> ResponseReturnValue:
    """Approve one line."""
    return public_desk.approve_line(report_id, scan_with(case_key()))


@bp.post("/<int:report_id>/approve")
@requires(Permission.APPROVE_PUBLIC)
@requires_fresh(back="public_reports.show")
def approve(report_id: int) -> ResponseReturnValue:
    """Approve a version."""
    return public_desk.approve(report_id, scan_with(case_key()))


@bp.post("/<int:report_id>/publish")
@requires(Permission.PREPARE_PUBLIC)
@requires_fresh(back="public_reports.show")
def publish(report_id: int) -> ResponseReturnValue:
    """Publish a version."""
    return public_desk.publish(report_id, scan_with(case_key()))


@bp.post("/<int:report_id>/withdraw")
@requires(Permission.PREPARE_PUBLIC)
@requires_fresh(back="public_reports.show")
def withdraw(report_id: int) -> ResponseReturnValue:
    """Withdraw a published version."""
    return public_desk.withdraw(report_id)
