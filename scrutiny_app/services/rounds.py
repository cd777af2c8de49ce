"""Rounds: found by those whose they are, and told by what has been done to them how far they have come."""

from datetime import date

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.trail import now

STAGES = tuple(Stage)


class OutOfOrder(Refused):
    """A deed whose turn has not come, or has passed."""


def _whose(by: User) -> ColumnElement[bool]:
    if by.role in PANEL_ROLES:
        seat = (Seat.panel_id == Round.panel_id, Seat.user_id == by.id, Seat.left_at.is_(None))
        return exists().where(*seat)
    return Round.force == by.force


def rounds_for(session: Session, by: User) -> list[Round]:
    """List a person's rounds, newest first: the force's own, or those of the panels they sit on."""
    return list(session.scalars(select(Round).where(_whose(by)).order_by(Round.planned_at.desc(), Round.id.desc())))


def find_round(session: Session, round_id: int, by: User) -> Round:
    """Find one of a person's rounds; raise NotYours for any other."""
    found = session.scalar(select(Round).where(Round.id == round_id, _whose(by)))
    if found is None:
        raise NotYours
    return found


def find_round_case(session: Session, round_case_id: int, by: User) -> tuple[Round, RoundCase]:
    """Find a drawn case's place in one of a person's rounds; raise NotYours for any other."""
    row = session.execute(
        select(Round, RoundCase)
        .join(RoundCase, RoundCase.round_id == Round.id)
        .where(RoundCase.id == round_case_id, _whose(by))
    ).one_or_none()
    if row is None:
        raise NotYours
    return row[0], row[1]


def frame_of(session: Session, round_: Round) -> Frame | None:
    """Give a round's frozen frame, or None."""
    return session.scalar(select(Frame).where(Frame.round_id == round_.id))


def draw_of(session: Session, round_: Round) -> Draw | None:
    """Give a round's draw, or None."""
    return session.scalar(select(Draw).join(Frame, Draw.frame_id == Frame.id).where(Frame.round_id == round_.id))


def stage(session: Session, round_: Round) -> Stage:
    """Tell how far a round has come, from what has been done to it."""
    if frame_of(session, round_) is None:
        return Stage.PLANNED
    if draw_of(session, round_) is None:
        return Stage.FROZEN
    cases = count_cases(session, round_)
    if count_released(session, round_) < cases:
        return Stage.DRAWN
    if round_.opened_at is None:
        return Stage.RELEASED
    if count_signed(session, round_) == cases:
        return Stage.SIGNED
    return Stage.OPEN if is_open(round_, now().date()) else Stage.CLOSED


def is_open(round_: Round, today: date) -> bool:
    """Say whether members may grade in a round today."""
    ended = round_.closed_at is not None or (round_.close_on is not None and today > round_.close_on)
    return round_.opened_at is not None and not ended


def require_stage(session: Session, round_: Round, *allowed: Stage) -> Stage:
    """Raise OutOfOrder, saying where the round stands, unless it stands at one of these stages."""
    at = stage(session, round_)
    if at not in allowed:
        wanted = " or ".join(f"“{STAGE_TITLES[one]}”" for one in allowed)
        raise OutOfOrder(f"This round is at “{STAGE_TITLES[at]}”; this can be done at {wanted} only.")
    return at


def count_cases(session: Session, round_: Round) -> int:
    """Count the cases drawn into a round."""
    return session.scalar(select(func.count()).select_from(RoundCase).where(RoundCase.round_id == round_.id)) or 0


def count_released(session: Session, round_: Round) -> int:
    """Count the round's cases that have a release."""
    released = select(Release.round_case_id).distinct()
    query = select(func.count()).select_from(RoundCase)
    return session.scalar(query.where(RoundCase.round_id == round_.id, RoundCase.id.in_(released))) or 0


def count_signed(session: Session, round_: Round) -> int:
    """Count the round's cases that have a signed finding."""
    signed = select(Finding.round_case_id).join(Signature, Signature.finding_id == Finding.id).distinct()
    query = select(func.count()).select_from(RoundCase)
    return session.scalar(query.where(RoundCase.round_id == round_.id, RoundCase.id.in_(signed))) or 0
