"""Approving a version and those of its lines that nobody has approved yet in one deed, by whoever has read it whole."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.public_lines import NamesSomebody
from scrutiny_app.models.people import User
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.publishing import Scan, approve, approve_lines


def approve_all(session: Session, report_id: int, digest: str, *, scan: Scan | None = None, by: User) -> None:
    """Approve each line that is left, and then the version of this digest; raise Refused where one may not be."""
    prepared = find_report(session, report_id, by)
    if prepared.row.digest != digest:
        raise Overtaken("This is not the version that you read. Read this one, then approve it.")
    if left := [one.digest for one in prepared.to_approve]:
        naming = approve_lines(session, report_id, left, scan=scan, by=by)
        if naming:
            raise NamesSomebody(naming)
    approve(session, report_id, digest, scan=scan, by=by)
