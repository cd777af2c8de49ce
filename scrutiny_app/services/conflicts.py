"""Conflicts: what keeps a person from a case, from the moment that it is declared or pinned.

A conflict never lifts by itself, and the person whose it is cannot lift it. Who saw which case stays on the trail.
"""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import ConflictSet
from scrutiny_app.domain.grading import STANDING, ConflictState
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.drafts import clear_ended
from scrutiny_app.services.my_cases import find_my_case, has_conflict
from scrutiny_app.services.rounds import in_round
from scrutiny_app.services.trail import now

READERS = (Role.MEMBER, Role.CHAIR, Role.ADVISER)  # whose conflicts matter: they read cases


class Standing(NamedTuple):
    """One conflict that stands."""

    reference: str
    person: str
    role: Role
    conflict: Conflict


def declare_conflict(session: Session, reference: str, *, by: User) -> Conflict:
    """Take a case that a person recognises away from them at once; their grade, if any, no longer counts."""
    mine, case = find_my_case(session, reference, by)
    return _set(session, mine.round.id, case.id, by.id, ConflictState.DECLARED, by=by)


def pin_conflict(session: Session, round_: Round, *, reference: str, user_id: int, by: User) -> Conflict:
    """Take a case away from somebody else for good; raise Refused where that is no case or person of the round."""
    case = next((case for case in cases_to_pin(session, round_, by) if case.reference == reference), None)
    person = next((person for person in people_to_pin(session, round_) if person.id == user_id), None)
    if case is None or person is None:
        raise Refused("Choose a case of this round and a person of its panel.")
    if _state(session, case.id, person.id) is ConflictState.PINNED:
        raise Overtaken("That conflict is pinned already; nothing more was done.")
    return _set(session, round_.id, case.id, person.id, ConflictState.PINNED, by=by)


def cases_to_pin(session: Session, round_: Round, by: User) -> list[RoundCase]:
    """List a round's cases in order, without those with which the asker has a conflict."""
    query = select(RoundCase).where(*in_round(round_), ~has_conflict(RoundCase.id, by.id))
    return list(session.scalars(query.order_by(RoundCase.position)))


def people_to_pin(session: Session, round_: Round) -> list[User]:
    """List by name those who read cases on the round's panel, and those who have left it."""
    query = select(User).join(Seat, Seat.user_id == User.id).where(Seat.panel_id == round_.panel_id)
    return list(session.scalars(query.where(User.role.in_(READERS)).order_by(User.name, User.id)))


def standing_conflicts(session: Session, round_: Round, by: User) -> list[Standing]:
    """List the round's standing conflicts by case and person, without the cases with which the asker has one."""
    newest = select(func.max(Conflict.id)).group_by(Conflict.round_case_id, Conflict.user_id)
    query = (
        select(RoundCase.reference, User.name, User.role, Conflict)
        .join(RoundCase, Conflict.round_case_id == RoundCase.id)
        .join(User, Conflict.user_id == User.id)
        .where(*in_round(round_), Conflict.id.in_(newest), Conflict.state.in_(STANDING))
        .where(~has_conflict(RoundCase.id, by.id))
        .order_by(RoundCase.position, User.name)
    )
    return [Standing(*row) for row in session.execute(query)]


def _state(session: Session, round_case_id: int, user_id: int) -> ConflictState | None:
    query = select(Conflict.state).where(Conflict.round_case_id == round_case_id, Conflict.user_id == user_id)
    state = session.scalar(query.order_by(Conflict.id.desc()).limit(1))
    return ConflictState(state) if state else None


def _set(
    session: Session, round_id: int, round_case_id: int, user_id: int, state: ConflictState, *, by: User
) -> Conflict:
    conflict = Conflict(round_case_id=round_case_id, user_id=user_id, state=state, set_by=by.id, set_at=now())
    session.add(conflict)
    trail.record(session, ConflictSet(round_id, round_case_id, user_id, state.value), by=by)
    clear_ended(session)
    return conflict
