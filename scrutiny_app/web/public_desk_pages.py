"""The addresses of the desk where public reports are made, once for both sides: who may call each, and what it does.

Only the force's side gives a scan: it looks through words for the names of those who are in a case.
"""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.publishing import Scan
from scrutiny_app.web import public_desk, public_preparing, public_sending_back
from scrutiny_app.web.access import requires
from scrutiny_app.web.fresh_password import requires_fresh
from scrutiny_app.web.public_desk import READ

Scanning = Callable[[], Scan | None]


def desk(name: str, side: str, scanning: Scanning | None = None) -> Blueprint:
    """Make one side's desk, under the side's own address."""
    bp = Blueprint(name, __name__, url_prefix=f"/{side}/public-reports")
    _reading(bp, scans=scanning is not None)
    _preparing(bp, scanning or _unseen)
    _approving(bp, scanning or _unseen)
    _publishing(bp, scanning or _unseen, scans=scanning is not None)
    return bp


def _reading(bp: Blueprint, *, scans: bool) -> None:
    @bp.get("")
    @requires(*READ)
    def index() -> ResponseReturnValue:
        """List the reports."""
        return public_desk.index()

    @bp.get("/<int:report_id>")
    @requires(*READ)
    def show(report_id: int) -> ResponseReturnValue:
        """Show how a version stands."""
        return public_desk.show(report_id, scans=scans)

    @bp.get("/<int:report_id>/preview")
    @requires(*READ)
    def preview(report_id: int) -> ResponseReturnValue:
        """Show a version as it would be published."""
        return public_desk.preview(report_id)


def _preparing(bp: Blueprint, scanning: Scanning) -> None:
    @bp.route("/new", methods=["GET", "POST"])
    @requires(Permission.PREPARE_PUBLIC)
    def new() -> ResponseReturnValue:
        """Prepare a report."""
        return public_preparing.new(scanning())

    @bp.route("/<int:report_id>/words", methods=["GET", "POST"])
    @requires(Permission.PREPARE_PUBLIC)
    def words(report_id: int) -> ResponseReturnValue:
        """Choose a report's words."""
        return public_preparing.words(report_id, scanning())

    @bp.get("/preparing/<int:preparation_id>")
    @requires(Permission.PREPARE_PUBLIC)
    def preparing(preparation_id: int) -> ResponseReturnValue:
        """Show how far a worker has come with a report."""
        return public_preparing.preparing(preparation_id)


def _approving(bp: Blueprint, scanning: Scanning) -> None:
    @bp.post("/<int:report_id>/lines")
    @requires(*READ)
    def approve_lines(report_id: int) -> ResponseReturnValue:
        """Approve the lines that were ticked."""
        return public_desk.approve_lines(report_id, scanning(), scans=scanning is not _unseen)

    @bp.post("/<int:report_id>/approve")
    @requires(Permission.APPROVE_PUBLIC)
    @requires_fresh(back=f"{bp.name}.show")
    def approve(report_id: int) -> ResponseReturnValue:
        """Approve a version."""
        return public_desk.approve(report_id, scanning())

    @bp.post("/<int:report_id>/send-back")
    @requires(Permission.APPROVE_PUBLIC)
    def send_back(report_id: int) -> ResponseReturnValue:
        """Send a version back, with the reasons."""
        return public_sending_back.send_back(report_id, scans=scanning is not _unseen)


def _publishing(bp: Blueprint, scanning: Scanning, *, scans: bool) -> None:
    @bp.post("/<int:report_id>/publish")
    @requires(Permission.PREPARE_PUBLIC)
    @requires_fresh(back=f"{bp.name}.show")
    def publish(report_id: int) -> ResponseReturnValue:
        """Publish a version."""
        return public_desk.publish(report_id, scanning())

    @bp.post("/<int:report_id>/withdraw")
    @requires(Permission.PREPARE_PUBLIC)
    @requires_fresh(back=f"{bp.name}.show")
    def withdraw(report_id: int) -> ResponseReturnValue:
        """Withdraw a published version."""
        return public_desk.withdraw(report_id, scans=scans)


def _unseen() -> None:
    """Look through nothing: the panel's side is not told who is in a case."""
