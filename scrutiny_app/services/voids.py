"""Voids: the draws of a round that two people set aside, as both sides may read of them: never why, and no case."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds


@dataclass(frozen=True)
class Void:
    """One frame that was voided: when, whether a sample had been drawn from it, and how many reasons are on record."""

    frame_id: int
    draw_id: str
    voided_at: datetime
    drawn: bool
    reasons: int


def voids_of(session: Session, round_: Round) -> list[Void]:
    """List a round's voided frames in their order."""
    query = (
        select(Frame.id, Frame.draw_id, func.max(DrawDecision.decided_at), Draw.id, func.count())
        .join(DrawChange, DrawChange.frame_id == Frame.id)
        .join(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .outerjoin(Draw, Draw.frame_id == Frame.id)
        .where(Frame.round_id == round_.id, DrawChange.kind == ChangeKind.VOID, DrawDecision.approved)
        .group_by(Frame.id, Frame.draw_id, Draw.id)
        .order_by(Frame.id)
    )
    rows = session.execute(query)
    return [Void(frame, draw_id, at, draw is not None, reasons) for frame, draw_id, at, draw, reasons in rows]


def was_frozen(session: Session, round_: Round) -> bool:
    """Say whether any frame of a round was ever frozen: its plan then stays in the record."""
    return bool(rounds.frames_of(session, round_))
