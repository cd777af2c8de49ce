"""Handing over: each round's signed findings go to one senior officer whom the force has named to answer for them.

They read the panel's own words, and acknowledge them. Of how single members graded there is nothing here to read.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import AccountableNamed, FindingsAcknowledged, FindingsHandedOver
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.learning import Accountable, Handover
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.standing_findings import standing_ids
from scrutiny_app.services.trail import now

WITHIN = timedelta(days=14)  # of the last signature: by then whoever answers for findings is to have them


class NobodyAccountable(Refused):
    """Findings that could be handed to nobody."""


@dataclass(frozen=True)
class SignedRound:
    """A round with signed findings: how many of how many cases, who answers for them, and what was handed to whom.

    `handover` is the one to whoever is named today, `handed` the newest, to `handed_to`.
    """

    round: Round
    findings: int
    cases: int
    signed_at: datetime
    to: User | None
    handover: Handover | None
    handed: Handover | None
    handed_to: User | None

    @property
    def due_on(self) -> date:
        """Give the day by which they are to be handed over."""
        return self.signed_at.astimezone(LONDON).date() + WITHIN

    @property
    def waits(self) -> bool:
        """Say whether every finding is signed and nobody who answers for them was given any."""
        return self.findings == self.cases and self.handed is None


class HandedFinding(NamedTuple):
    """One finding as the accountable officer reads it."""

    place: RoundCase
    finding: Finding


def accountable(session: Session, force: str | None) -> User | None:
    """Give the senior officer whom a force has named last; None where it has named nobody who can still sign in."""
    query = select(User).join(Accountable, Accountable.user_id == User.id).where(Accountable.force == force)
    user = session.scalars(query.order_by(Accountable.id.desc()).limit(1)).first()
    return user if user and user.disabled_at is None else None


def eligible(session: Session, *, by: User) -> list[User]:
    """List whom the force may name: its people who can sign in and read what is to be learnt."""
    query = select(User).where(User.force == by.force, User.disabled_at.is_(None)).order_by(User.name)
    return [user for user in session.scalars(query) if allows(user.role, Permission.READ_LEARNING)]


def name_accountable(session: Session, user_id: int, *, by: User) -> User:
    """Name who answers for findings from now on."""
    user = next((one for one in eligible(session, by=by) if one.id == user_id), None)
    if user is None or by.force is None:
        raise NotYours
    if accountable(session, by.force) is not user:
        session.add(Accountable(force=by.force, user_id=user.id, named_by=by.id, named_at=now()))
        trail.record(session, AccountableNamed(user.id), by=by)
    return user


def signed_rounds(session: Session, *, by: User, ours: Collection[Round] | None = None) -> list[SignedRound]:
    """List the rounds of a person's force (or those given) with a signed finding, and how far handing over has come."""
    ours = rounds.rounds_for(session, by) if ours is None else ours
    to, ids = accountable(session, by.force), [one.id for one in ours]
    of_round = (RoundCase.round_id.in_(ids), RoundCase.withdrawn_at.is_(None))
    query = select(RoundCase.round_id, func.count(), func.max(Signature.signed_at))
    query = query.join(Finding, Finding.round_case_id == RoundCase.id).join(Signature)
    query = query.where(*of_round, Finding.id.in_(standing_ids())).group_by(RoundCase.round_id)
    signed = {round_id: (count, last) for round_id, count, last in session.execute(query)}
    every = select(RoundCase.round_id, func.count()).where(*of_round).group_by(RoundCase.round_id)
    cases = dict(session.execute(every).all())
    handed = list(session.scalars(select(Handover).where(Handover.round_id.in_(ids)).order_by(Handover.id)))
    newest = {one.round_id: one for one in handed}
    named = {one.round_id: one for one in handed if to is not None and one.user_id == to.id}
    had = {one.user_id for one in newest.values()}
    people = {one.id: one for one in session.scalars(select(User).where(User.id.in_(had)))}
    return [
        SignedRound(
            round=one,
            findings=signed[one.id][0],
            cases=cases[one.id],
            signed_at=signed[one.id][1],
            to=to,
            handover=named.get(one.id),
            handed=newest.get(one.id),
            handed_to=people[newest[one.id].user_id] if one.id in newest else None,
        )
        for one in ours
        if one.id in signed
    ]


def hand_over_findings(session: Session, round_: Round, *, by: User) -> Handover:
    """Hand a round's signed findings to the force's accountable officer."""
    to = accountable(session, by.force)
    if to is None:
        raise NobodyAccountable("Nobody is named to answer for findings. Name a chief inspector or superintendent.")
    if not _findings(session, round_.id):
        raise Refused("No finding of this round has been signed yet: hand them over when one has.")
    if _handover(session, round_.id, to.id):
        raise Overtaken("This round’s findings have been handed over already.")
    handover = Handover(round_id=round_.id, user_id=to.id, handed_by=by.id, handed_at=now())
    session.add(handover)
    session.flush()
    trail.record(session, FindingsHandedOver(round_.id, to.id), by=by)
    return handover


def handed_to_me(session: Session, *, by: User) -> list[tuple[Handover, Round]]:
    """List what was handed to a person, what they have not read first."""
    query = select(Handover, Round).join(Round, Round.id == Handover.round_id).where(Handover.user_id == by.id)
    rows = session.execute(query.where(Round.force == by.force).order_by(Handover.id.desc()))
    return sorted(((one, round_) for one, round_ in rows), key=lambda row: row[0].read_at is not None)


def read_handed(session: Session, round_id: int, *, by: User) -> tuple[Handover, Round, list[HandedFinding]]:
    """Give a round's standing findings to whom they were handed."""
    handover, round_ = _mine(session, round_id, by)
    return handover, round_, _findings(session, round_id)


def acknowledge_findings(session: Session, round_id: int, *, by: User) -> Handover:
    """Keep that the accountable officer has read a round's findings."""
    handover, _ = _mine(session, round_id, by)
    if handover.read_at:
        raise Overtaken("You have said already that you read these findings. There is nothing more to do.")
    handover.read_at = now()
    trail.record(session, FindingsAcknowledged(round_id), by=by)
    return handover


def _mine(session: Session, round_id: int, by: User) -> tuple[Handover, Round]:
    handover, round_ = _handover(session, round_id, by.id), session.get(Round, round_id)
    if handover is None or round_ is None or round_.force != by.force:
        raise NotYours
    return handover, round_


def _handover(session: Session, round_id: int, user_id: int) -> Handover | None:
    return session.scalar(select(Handover).where(Handover.round_id == round_id, Handover.user_id == user_id))


def _findings(session: Session, round_id: int) -> list[HandedFinding]:
    query = select(RoundCase, Finding).join(Finding, Finding.round_case_id == RoundCase.id)
    query = query.where(RoundCase.round_id == round_id, Finding.id.in_(standing_ids()))
    rows = session.execute(query.where(RoundCase.withdrawn_at.is_(None)).order_by(RoundCase.position))
    return [HandedFinding(*row) for row in rows]
