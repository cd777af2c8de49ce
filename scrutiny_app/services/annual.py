"""The force's side of figures over rounds: the ranges that the panel's side cannot make are made first."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from scrutiny_app.domain.annual_told import withheld
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.timeliness import Step, pace
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.figures import Choice, Gathered, gather
from scrutiny_app.services.reckoning import reckon
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.timeliness import spans_over
from scrutiny_app.services.year_paces import keep_paces


def gather_reckoned(session: Session, choice: Choice, *, by: User) -> Gathered:
    """Gather a choice's finished rounds, each with its ranges, so that both sides read the same figures after."""
    found = gather(session, choice, by=by)
    return replace(found, held=tuple(_reckoned(session, one, by) for one in found.held))


def reckon_paces(session: Session, over: OverRounds, at: datetime) -> None:
    """Keep how long the steps of a year's rounds took, so that both sides read the same of it after."""
    today, spans = at.astimezone(LONDON).date(), spans_over(session, over)
    paces = tuple(withheld(pace(step, spans, today)) for step in Step)
    keep_paces(session, [one.round_id for one in over.held], paces, today)


def _reckoned(session: Session, held: Held, by: User) -> Held:
    method = held.report.method
    if held.report.why_no_range is None or method.targeted or method.drawn >= method.eligible:
        return held
    round_ = session.get_one(Round, held.round_id)
    return replace(held, report=report_of(session, round_, by=by)) if reckon(session, round_, by=by) else held
