"""Accounts: what figures of a draw rest on after all that became of it, told without naming any case."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.replacing import Undone
from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.domain.weighing import Weighed
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds


def accounts_of(session: Session, frame: Frame) -> dict[str, Weighed]:
    """Give each stratum's account as the newest change left it, or as it was drawn where nothing was changed."""
    newest = (
        select(DrawDecision.accounts)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .where(DrawChange.frame_id == frame.id, DrawDecision.accounts.is_not(None))
        .order_by(DrawDecision.change_id.desc())
        .limit(1)
    )
    changed = session.scalar(newest)
    if changed is None:
        return {name: Weighed(frame.counts[name], places, places) for name, places in frame.allocation.items()}
    return {name: Weighed(frame.counts[name], *numbers) for name, (_places, *numbers) in changed.items()}


def undone_of(session: Session, round_: Round) -> Undone:
    """Count what was undone in all of a round's draws: what every report prints."""
    frames = rounds.frames_of(session, round_)
    voids = sum(rounds.voided(session, frame) for frame in frames)
    drawn = session.scalar(select(func.count()).select_from(Draw).join(Frame).where(Frame.round_id == round_.id)) or 0
    query = (
        select(DrawDecision.into_id)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .join(RoundCase, RoundCase.id == DrawChange.round_case_id)
        .where(RoundCase.round_id == round_.id, DrawChange.kind == ChangeKind.REPLACE, DrawDecision.approved)
    )
    replaced = list(session.scalars(query))
    filled = sum(into is not None for into in replaced)
    begun_again = len(frames) - voids - 1 if drawn or len(frames) > voids else 0
    return Undone(voids=voids, replacements=filled, left_empty=len(replaced) - filled, begun_again=max(begun_again, 0))
