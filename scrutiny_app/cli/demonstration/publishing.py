"""What the demonstration's panel has published: a report on its earlier meetings, and two national returns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.clock import earlier
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.public_lines import LineKind, answered
from scrutiny_app.services import national_returns, public_reports, public_words, publishing
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.public_scanning import scan_with

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

TITLE = "Scrutiny of out-of-court resolutions: the year so far"
LINES = 2  # of each kind, at most


def publish(session: Session, told: Sequence["Round"], cast: Cast, key: CaseKey, ago: int) -> None:
    """Publish a report on rounds: prepared by the commissioner's office, approved by registrar and chair."""
    office, registrar, chair = (cast.users[one] for one in ("commissioners_officer", "registrar", "chair"))
    with earlier(ago):
        words = public_words.words_to_choose(session, told)
        lines = [line for kind in LineKind for line in [one for one in words if one.kind == kind][:LINES]]
        ids, chosen = [one.id for one in told], answered(lines)
        report = public_reports.prepare(session, ids, TITLE, tables=(), lines=chosen, by=office)
        for line in public_reports.find_report(session, report.id, registrar).to_approve:
            publishing.approve_line(session, report.id, line.digest, by=registrar)
        publishing.approve(session, report.id, report.digest, scan=scan_with(key), by=registrar)
        publishing.approve(session, report.id, report.digest, by=chair)
        publishing.publish(session, report.id, report.digest, by=office)
        national_returns.make_return(session, told[0].id, public_form=True, by=office)
        national_returns.make_return(session, told[-1].id, public_form=False, by=office)
