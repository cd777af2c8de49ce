"""Sending a public report back: who should approve a version says instead what must be changed, and why."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import PublicReportSentBack
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicSentBack
from scrutiny_app.services import trail
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.publishing import LONGEST_REASON, judging
from scrutiny_app.services.trail import now


def send_back(session: Session, report_id: int, digest: str, reasons: str, *, by: User) -> None:
    """Send the version of this digest back to who prepared it; raise Refused, Overtaken or NotYours."""
    prepared = find_report(session, report_id, by)
    step = judging(session, prepared, digest, "prepare a new version of it instead", by=by)
    if "published" in prepared.steps or prepared.replaced_by or prepared.sent_back:
        raise Overtaken("This version is published, replaced or sent back already; nothing more was done.")
    reasons = reasons.strip()
    if not 0 < len(reasons) <= LONGEST_REASON:
        raise Refused(f"Say what must be changed, and why, in at most {LONGEST_REASON} characters.")
    session.add(PublicSentBack(report_id=report_id, reasons=reasons, sent_by=by.id, sent_at=now()))
    trail.record(session, PublicReportSentBack(report_id, step, trail.keep_reason(session, reasons)), by=by)
