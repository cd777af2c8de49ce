"""The force's side of interests: which of the drawn cases are of an area, or name a body, that a reader declared.

What is found becomes a conflict that its holder has declared, and is recorded as their deed: they declared it in
advance. Nothing of the record or of the interest is told to anybody.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import ConflictSet, InterestMatched
from scrutiny_app.domain.grading import ConflictState
from scrutiny_app.domain.interests import InterestKind, touches
from scrutiny_app.models.grades import Conflict, Interest
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.drafts import clear_ended
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import in_round
from scrutiny_app.services.trail import now


def match_case(session: Session, round_: Round, round_case: RoundCase, record: Mapping[str, Any]) -> int:
    """Keep a case, before it is released, from everybody whose interest its record touches; give how many they are."""
    query = select(Interest).join(Seat, Seat.user_id == Interest.user_id)
    query = query.where(Seat.panel_id == round_.panel_id, Seat.left_at.is_(None), Interest.withdrawn_at.is_(None))
    holders = {one.user_id for one in session.scalars(query) if _is_touched(one, record)}
    for user_id in sorted(holders):
        _keep_from(session, round_, round_case, session.get_one(User, user_id))
    return len(holders)


def waiting_interests(session: Session) -> Sequence[int]:
    """List by id the interests that nobody has looked for among the drawn cases yet."""
    query = select(Interest.id).where(Interest.matched_at.is_(None), Interest.withdrawn_at.is_(None))
    return session.scalars(query.order_by(Interest.id)).all()


def match_interest(session: Session, interest_id: int, key: CaseKey) -> int:
    """Look for one interest among all drawn cases of its holder's panels; give how many it now keeps from them."""
    interest = session.get_one(Interest, interest_id)
    if interest.matched_at is not None or interest.withdrawn_at is not None:
        return 0
    holder = session.get_one(User, interest.user_id)
    found = 0
    for round_ in _rounds_of(session, holder):
        query = select(RoundCase, Pick).join(Pick, Pick.round_case_id == RoundCase.id).where(*in_round(round_))
        for round_case, pick in session.execute(query.order_by(RoundCase.position)).all():
            if _is_touched(interest, open_dossier(session, pick.case_id, pick.dossier_version, key)):
                found += _keep_from(session, round_, round_case, holder)
    interest.matched_at = now()
    trail.record(session, InterestMatched(interest.id, found), by=holder)
    return found


def _rounds_of(session: Session, holder: User) -> Sequence[Round]:
    query = select(Round).join(Seat, Seat.panel_id == Round.panel_id)
    return session.scalars(query.where(Seat.user_id == holder.id, Seat.left_at.is_(None)).order_by(Round.id)).all()


def _is_touched(interest: Interest, record: Mapping[str, Any]) -> bool:
    return touches(InterestKind(interest.kind), interest.value, record)


def _keep_from(session: Session, round_: Round, round_case: RoundCase, holder: User) -> bool:
    if session.scalar(select(has_conflict(round_case.id, holder.id))):
        return False
    state = ConflictState.DECLARED
    session.add(Conflict(round_case_id=round_case.id, user_id=holder.id, state=state, set_by=holder.id, set_at=now()))
    trail.record(session, ConflictSet(round_.id, round_case.id, holder.id, state.value), by=holder)
    clear_ended(session)
    return True
