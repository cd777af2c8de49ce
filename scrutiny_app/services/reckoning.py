"""Reckoning: ranges for all eligible cases, where the panel may not know from which stratum a case was drawn.

Which area a case is of could lead back to somebody, so no release tells it; only picks do, which the panel's side does
not read. The force's side weighs the signed findings by them once, and keeps what they come to: the ranges alone.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import RangesReckoned
from scrutiny_app.models.estimates import RoundEstimate
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.trail import now


def reckon(session: Session, round_: Round, *, by: User) -> bool:
    """Keep the ranges of a round's report where the panel's side cannot make them; False where there is nothing to do.

    Raises OutOfOrder before every case has a signed finding.
    """
    report = report_of(session, round_, by=by)
    if report.reckoned or report.why_no_range is None:
        return False
    drawn = select(RoundCase.reference, Pick.stratum).join(Pick, Pick.round_case_id == RoundCase.id)
    strata = dict(session.execute(drawn.where(RoundCase.round_id == round_.id)).all())
    known = replace(
        report, reviewed=tuple(replace(one, drawn_from=strata.get(one.reference)) for one in report.reviewed)
    )
    if known.why_no_range:
        return False
    for line in (*known.grades, known.sound):
        if line.estimate:
            kept = {"share": line.estimate.share, "low": line.estimate.low, "high": line.estimate.high}
            session.add(
                RoundEstimate(round_id=round_.id, entries=report.entries, code=line.code, reckoned_at=now(), **kept)
            )
    session.flush()
    trail.record(session, RangesReckoned(round_.id, report.entries), by=by)
    return True
