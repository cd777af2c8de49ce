"""Approved minutes as they are read: what was kept, but for what a reader steps back from and what was taken back."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.minutes import Minutes
from scrutiny_app.domain.minutes_kept import PassedOn, from_json, without
from scrutiny_app.domain.minutes_state import Approved
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.models.minutes import MinutesApproval, MinutesCorrection
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.escalating import taken_back_ids
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.noting import struck_ids


def approved_minutes(session: Session, round_: Round, *, by: User) -> Minutes | None:
    """Give a round's minutes as they were approved, for one reader; None where they are a draft."""
    kept = session.get(MinutesApproval, round_.id)
    if kept is None:
        return None
    who, at = session.get_one(User, kept.approved_by), session.get_one(Meeting, kept.meeting_id)
    whole = replace(
        from_json(kept.content),
        approved=Approved(kept.approved_at, who.name, at.starts_at),
        corrections=tuple((one.written_at, one.text) for one in corrections_of(session, round_)),
    )
    return without(whole, _hidden(session, by), set(_gone(session)), set(session.scalars(_struck())))


def is_approved(session: Session, round_: Round) -> bool:
    """Say whether a round's minutes are approved."""
    return session.get(MinutesApproval, round_.id) is not None


def corrections_of(session: Session, round_: Round) -> list[MinutesCorrection]:
    """List what was put right about a round's approved minutes, in order."""
    query = select(MinutesCorrection).where(MinutesCorrection.round_id == round_.id)
    return list(session.scalars(query.order_by(MinutesCorrection.id)))


def _hidden(session: Session, by: User) -> set[str]:
    """Give the references of the cases that a conflict of the reader's keeps from them."""
    if by.role not in PANEL_ROLES:
        return set()
    query = select(RoundCase.reference).join(Conflict, Conflict.round_case_id == RoundCase.id)
    return set(session.scalars(query.where(Conflict.user_id == by.id, has_conflict(RoundCase.id, by.id))))


def _struck() -> Select[str]:
    return select(MeetingNote.text).where(MeetingNote.id.in_(struck_ids()))


def _gone(session: Session) -> Iterator[PassedOn]:
    query = select(RoundCase.reference, Escalation.route, Escalation.note)
    query = query.join(RoundCase, RoundCase.id == Escalation.round_case_id)
    for reference, route, note in session.execute(query.where(Escalation.id.in_(taken_back_ids()))):
        yield reference, Route(route), note
