"""The force's side of figures over rounds: the ranges that the panel's side cannot make are made first."""

from dataclasses import replace

from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import Held
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.figures import Choice, Gathered, gather
from scrutiny_app.services.reckoning import reckon
from scrutiny_app.services.reporting import report_of


def gather_reckoned(session: Session, choice: Choice, *, by: User) -> Gathered:
    """Gather a choice's finished rounds, each with its ranges, so that both sides read the same figures after."""
    found = gather(session, choice, by=by)
    return replace(found, held=tuple(_reckoned(session, one, by) for one in found.held))


def _reckoned(session: Session, held: Held, by: User) -> Held:
    method = held.report.method
    if held.report.why_no_range is None or method.targeted or method.drawn >= method.eligible:
        return held
    round_ = session.get_one(Round, held.round_id)
    return replace(held, report=report_of(session, round_, by=by)) if reckon(session, round_, by=by) else held
