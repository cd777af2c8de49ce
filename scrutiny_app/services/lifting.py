"""Lifting a conflict: a lead proposes it on a ground, and a second person, another lead or the chair, decides.

The person whose conflict it is has no part in it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import LiftDecided, LiftProposed
from scrutiny_app.domain.grading import STANDING, ConflictState
from scrutiny_app.domain.lifting import LiftGround
from scrutiny_app.models.grades import Conflict, ConflictLift, ConflictLiftDecision
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import in_round
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class Proposal:
    """One proposal that waits: whose conflict with which case, on what ground, and by whom it was proposed."""

    id: int
    reference: str
    person: str
    ground: LiftGround
    proposed_by: User
    proposed_at: datetime


def propose_lift(session: Session, round_: Round, conflict_id: int, ground: LiftGround, *, by: User) -> ConflictLift:
    """Propose that a standing conflict be lifted; raise NotYours, or Overtaken where it is no longer so."""
    conflict = _standing(session, round_, conflict_id)
    if any(one.conflict_id == conflict_id for one in _open(session, round_)):
        raise Overtaken("It has been proposed already that this conflict be lifted. Somebody else must decide.")

    lift = ConflictLift(conflict_id=conflict_id, ground=ground.value, proposed_by=by.id, proposed_at=now())
    session.add(lift)
    session.flush()
    event = LiftProposed(round_.id, conflict.round_case_id, conflict.user_id, lift.id, ground=ground.value)
    trail.record(session, event, by=by)
    return lift


def decide_lift(session: Session, round_: Round, lift_id: int, *, agreed: bool, by: User) -> None:
    """Lift the conflict, or let it stand; raise NotYours, Overtaken, or Refused for whoever may not decide it."""
    lift = next((one for one in _open(session, round_) if one.id == lift_id), None)
    if lift is None:
        known = session.get(ConflictLift, lift_id)
        if known is None or not _is_of(session, round_, known.conflict_id):
            raise NotYours
        raise Overtaken("This has been decided already, or the conflict has changed; nothing more was done.")
    conflict = _standing(session, round_, lift.conflict_id)
    if by.id == conflict.user_id or session.scalar(select(has_conflict(conflict.round_case_id, by.id))):
        raise NotYours
    if by.id == lift.proposed_by:
        raise Refused("You proposed this, so somebody else must decide: another lead, or the panel’s chair.")

    session.add(ConflictLiftDecision(lift_id=lift.id, agreed=agreed, decided_by=by.id, decided_at=now()))
    if agreed:
        session.add(
            Conflict(
                round_case_id=conflict.round_case_id,
                user_id=conflict.user_id,
                state=ConflictState.LIFTED,
                set_by=by.id,
                set_at=now(),
            )
        )
    event = LiftDecided(round_.id, conflict.round_case_id, conflict.user_id, lift.id, agreed=agreed)
    trail.record(session, event, by=by)


def proposals(session: Session, round_: Round, by: User) -> list[Proposal]:
    """List the proposals that wait, without those on cases with which the asker has a conflict."""
    holder, proposer = aliased(User), aliased(User)
    query = (
        select(ConflictLift, RoundCase.reference, holder.name, proposer)
        .join(Conflict, ConflictLift.conflict_id == Conflict.id)
        .join(RoundCase, Conflict.round_case_id == RoundCase.id)
        .join(holder, Conflict.user_id == holder.id)
        .join(proposer, ConflictLift.proposed_by == proposer.id)
        .where(ConflictLift.id.in_([one.id for one in _open(session, round_)]))
        .where(~has_conflict(RoundCase.id, by.id))
        .order_by(ConflictLift.id)
    )
    return [
        Proposal(lift.id, reference, name, LiftGround(lift.ground), proposed_by, lift.proposed_at)
        for lift, reference, name, proposed_by in session.execute(query)
    ]


def _open(session: Session, round_: Round) -> list[ConflictLift]:
    """List the proposals of a round that nobody has decided, on conflicts that still stand as they were."""
    decided = select(ConflictLiftDecision.lift_id)
    query = (
        select(ConflictLift)
        .join(Conflict, ConflictLift.conflict_id == Conflict.id)
        .join(RoundCase, Conflict.round_case_id == RoundCase.id)
        .where(*in_round(round_), ConflictLift.id.not_in(decided), Conflict.id.in_(_newest()))
        .order_by(ConflictLift.id)
    )
    return list(session.scalars(query))


def _newest() -> Select[int]:
    return select(func.max(Conflict.id)).group_by(Conflict.round_case_id, Conflict.user_id)


def _is_of(session: Session, round_: Round, conflict_id: int) -> bool:
    query = select(Conflict.id).join(RoundCase, Conflict.round_case_id == RoundCase.id)
    return session.scalar(query.where(Conflict.id == conflict_id, *in_round(round_))) is not None


def _standing(session: Session, round_: Round, conflict_id: int) -> Conflict:
    if not _is_of(session, round_, conflict_id):
        raise NotYours
    query = select(Conflict).where(Conflict.id == conflict_id, Conflict.id.in_(_newest()))
    conflict = session.scalar(query.where(Conflict.state.in_(STANDING)))
    if conflict is None:
        raise Overtaken("This conflict does not stand any more as it did; nothing was done.")
    return conflict
