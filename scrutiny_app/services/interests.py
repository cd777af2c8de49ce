"""Interests: areas and bodies of which a person of a panel says in advance that they must not judge their cases.

The panel's side cannot open a record, so the force's side looks the interest up in those of its drawn cases
(services.matching_interests): in each case before it is released, and in those on file soon after the interest is
declared. Nobody but its holder is told what an interest is in.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import InterestDeclared, InterestWithdrawn
from scrutiny_app.domain.interests import InterestKind, check_interest
from scrutiny_app.domain.whole_words import words_of
from scrutiny_app.models.grades import Interest
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now

MOST = 50  # interests of one person


def interests_of(session: Session, by: User) -> Sequence[Interest]:
    """List a person's own interests that stand, in the order in which they were declared."""
    query = select(Interest).where(Interest.user_id == by.id, Interest.withdrawn_at.is_(None))
    return session.scalars(query.order_by(Interest.id)).all()


def declare_interest(session: Session, kind: InterestKind, value: str, *, by: User) -> Interest:
    """Keep an interest of a person's; the same one twice is kept once. Raise Refused for one too vague."""
    value = " ".join(value.split())
    check_interest(value)
    standing = interests_of(session, by)
    for one in standing:
        if one.kind == kind and words_of(one.value) == words_of(value):
            return one
    if len(standing) >= MOST:
        raise Refused(f"You have declared {MOST} already. Withdraw one that no longer holds, then add this one.")

    interest = Interest(user_id=by.id, kind=kind.value, value=value, declared_at=now())
    session.add(interest)
    session.flush()
    trail.record(session, InterestDeclared(interest.id, kind.value), by=by)
    return interest


def withdraw_interest(session: Session, interest_id: int, *, by: User) -> None:
    """End an interest of one's own; a conflict that it has brought about stands until two others lift it."""
    interest = session.get(Interest, interest_id)
    if interest is None or interest.user_id != by.id:
        raise NotYours
    if interest.withdrawn_at is not None:
        return
    interest.withdrawn_at = now()
    trail.record(session, InterestWithdrawn(interest.id), by=by)
