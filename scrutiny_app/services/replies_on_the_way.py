"""Replies put before the panel that it cannot read yet: each waits for a check, and then for a second person."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.received import Received
from scrutiny_app.domain.redacting import Standing
from scrutiny_app.models.people import User
from scrutiny_app.models.received import ReceivedText
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import redactions, releasing
from scrutiny_app.services.redactions import Progress
from scrutiny_app.services.rounds import in_round


def replies_on_the_way(session: Session, round_: Round) -> list[Progress]:
    """Tell how far each of a round's cases has come that has an officer's reply newer than its newest release."""
    released_at = select(func.max(Release.approved_at)).where(Release.round_case_id == RoundCase.id).scalar_subquery()
    query = select(RoundCase.id).join(ReceivedText, ReceivedText.round_case_id == RoundCase.id)
    query = query.where(*in_round(round_), ReceivedText.kind == Received.OFFICER_REPLY)
    waiting = set(session.scalars(query.where(or_(released_at.is_(None), ReceivedText.received_at > released_at))))
    return [one for one in redactions.progress(session, round_) if one.round_case.id in waiting] if waiting else []


def to_be_approved(one: Progress) -> bool:
    """Say whether a case has been checked, so that a second person is next."""
    return one.standing is Standing.TO_APPROVE


def waits_for(one: Progress, person: User) -> bool:
    """Say whether a person may check a case, or approve it once somebody has."""
    if not to_be_approved(one):
        return allows(person.role, Permission.EDIT_REDACTION)
    return allows(person.role, Permission.APPROVE_RELEASE) and releasing.obstacle(one, person) is None
