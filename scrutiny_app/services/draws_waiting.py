"""What of a draw waits for somebody: a proposal for a second person, dice from afar for those who roll them.

It names neither case nor reason nor party, so that both sides may be told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.committing import Phase
from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import DiceDeed, DiceParty, Frame
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds


@dataclass(frozen=True)
class Proposal:
    """A change of a draw that nobody has decided on, and who proposed it."""

    kind: ChangeKind
    proposer_id: int


@dataclass(frozen=True)
class DiceAwaited:
    """How far dice from afar have come: how many of the parties have done what the exchange waits for."""

    phase: Phase
    done: int
    parties: int


def proposals_of(session: Session, round_: Round) -> Sequence[Proposal]:
    """List what was proposed about the draw that a round stands on and waits for a second person, oldest first."""
    frame = rounds.frame_of(session, round_)
    if frame is None:
        return ()
    query = (
        select(DrawChange.kind, DrawChange.proposed_by)
        .outerjoin(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .outerjoin(RoundCase, RoundCase.id == DrawChange.round_case_id)
        .where(DrawChange.frame_id == frame.id, DrawDecision.change_id.is_(None), RoundCase.withdrawn_at.is_(None))
        .order_by(DrawChange.id)
    )
    return [Proposal(ChangeKind(kind), by) for kind, by in session.execute(query)]


def dice_of(session: Session, round_: Round) -> DiceAwaited | None:
    """Tell what the dice of a round's frame wait for; None where none are rolled apart, or the sample is drawn."""
    frame = rounds.frame_of(session, round_)
    if frame is None or rounds.draw_of(session, round_) is not None:
        return None
    parties = session.scalar(select(func.count()).select_from(DiceParty).where(DiceParty.frame_id == frame.id)) or 0
    if not parties:
        return None
    committed, revealed = (_done(session, frame, deed) for deed in ("commit", "reveal"))
    if committed < parties:
        return DiceAwaited(Phase.COMMITTING, committed, parties)
    phase = Phase.REVEALING if revealed < parties else Phase.COMPLETE
    return DiceAwaited(phase, revealed, parties)


def _done(session: Session, frame: Frame, deed: str) -> int:
    names = select(func.count(DiceDeed.name.distinct())).where(DiceDeed.frame_id == frame.id, DiceDeed.deed == deed)
    return session.scalar(names) or 0
