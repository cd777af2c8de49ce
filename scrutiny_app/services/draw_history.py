"""The history of a round's draws: each change that was proposed, by whom, why, and what was decided of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import ChangeReason
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.dossiers import CaseKey


@dataclass(frozen=True)
class Change:
    """A change of a draw as the force's side reads it; `approved` is None while nobody has decided.

    It has `lapsed` where nobody ever did and its draw has been voided, or begun again, meanwhile.
    """

    id: int
    draw_id: str
    kind: ChangeKind
    round_case_id: int | None
    reference: str | None
    ground: str | None
    leave_empty: bool
    reason: str
    proposed_by: str
    proposer_id: int
    proposed_at: datetime
    approved: bool | None
    into: str | None
    decided_by: str | None
    decided_at: datetime | None
    lapsed: bool

    @property
    def waits(self) -> bool:
        """Say whether somebody has still to decide."""
        return self.approved is None and not self.lapsed


def change_place(change_id: int) -> str:
    """Name the place that a change's reason is sealed for."""
    return f"draw-change:{change_id}"


def changes_of(session: Session, round_: Round, *, key: CaseKey) -> list[Change]:
    """List all that was proposed and decided about a round's draws, oldest first."""
    names = dict(row for row in session.execute(select(User.id, User.name)))
    standing = rounds.frame_of(session, round_)
    out, into = aliased(RoundCase), aliased(RoundCase)
    query = (
        select(DrawChange, Frame.draw_id, ChangeReason.reason, DrawDecision, out.reference, into.reference)
        .join(Frame, Frame.id == DrawChange.frame_id)
        .join(ChangeReason, ChangeReason.change_id == DrawChange.id)
        .outerjoin(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .outerjoin(out, out.id == DrawChange.round_case_id)
        .outerjoin(into, into.id == DrawDecision.into_id)
        .where(Frame.round_id == round_.id)
        .order_by(DrawChange.id)
    )
    rows: Sequence[Any] = session.execute(query).all()  # an outer join's parts may be None, whatever their types
    return [
        Change(
            id=change.id,
            draw_id=draw_id,
            kind=ChangeKind(change.kind),
            round_case_id=change.round_case_id,
            reference=left,
            ground=change.ground,
            leave_empty=change.leave_empty,
            reason=key.open(reason, change_place(change.id)),
            proposed_by=names[change.proposed_by],
            proposer_id=change.proposed_by,
            proposed_at=change.proposed_at,
            approved=decision.approved if decision else None,
            into=came,
            decided_by=names[decision.decided_by] if decision else None,
            decided_at=decision.decided_at if decision else None,
            lapsed=decision is None and (standing is None or standing.id != change.frame_id),
        )
        for change, draw_id, reason, decision, left, came in rows
    ]
