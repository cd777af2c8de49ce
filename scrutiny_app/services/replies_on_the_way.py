"""Replies put before the panel that it cannot read yet: each waits for a check, and then for a second person."""

from collections.abc import Collection
from datetime import datetime

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


def replies_on_the_way(session: Session, round_: Round) -> list[Progress]:
    """Tell how far each of a round's cases has come that has an officer's reply newer than its newest release."""
    waiting = cases_on_the_way(session, [round_]).get(round_.id)
    return [one for one in redactions.progress(session, round_) if one.round_case.id in waiting] if waiting else []


def cases_on_the_way(session: Session, rounds: Collection[Round]) -> dict[int, dict[int, datetime]]:
    """Give by round's id the cases (by id) with such a reply, each with when the newest was put before the panel."""
    released_at = select(func.max(Release.approved_at)).where(Release.round_case_id == RoundCase.id).scalar_subquery()
    query = select(RoundCase.round_id, RoundCase.id, func.max(ReceivedText.received_at))
    query = query.join(ReceivedText, ReceivedText.round_case_id == RoundCase.id)
    of_rounds = (RoundCase.round_id.in_([one.id for one in rounds]), RoundCase.withdrawn_at.is_(None))
    query = query.where(*of_rounds, ReceivedText.kind == Received.OFFICER_REPLY)
    query = query.where(or_(released_at.is_(None), ReceivedText.received_at > released_at))
    found: dict[int, dict[int, datetime]] = {}
    for round_id, case_id, since in session.execute(query.group_by(RoundCase.round_id, RoundCase.id)):
        found.setdefault(round_id, {})[case_id] = since
    return found


def to_be_approved(one: Progress) -> bool:
    """Say whether a case has been checked, so that a second person is next."""
    return one.standing is Standing.TO_APPROVE


def waits_for(one: Progress, person: User) -> bool:
    """Say whether a person may check a case, or approve it once somebody has."""
    if not to_be_approved(one):
        return allows(person.role, Permission.EDIT_REDACTION)
    return allows(person.role, Permission.APPROVE_RELEASE) and releasing.obstacle(one, person) is None
