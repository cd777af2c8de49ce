"""Voting: how many may vote on a case, which is the most votes that a finding may rest on."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import voting
from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.domain.meetings import Attending
from scrutiny_app.domain.people import GRADING_ROLES
from scrutiny_app.models.meetings import Attendance, Meeting
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_cases import has_conflict


def check_voters(
    session: Session,
    round_: Round,
    round_case_id: int,
    meeting: Meeting | None,
    reached: Reached | None,
    result: Result | None,
    votes: Mapping[Result, int],
) -> None:
    """Raise FindingIncomplete where a vote contradicts its finding, or more voted than could."""
    any_cast = any(votes.values())
    members, seated = (count_voters(session, round_, round_case_id, at) if any_cast else 0 for at in (meeting, None))
    voting.check_vote(reached, result, votes, members=members, seated=seated)


def count_voters(session: Session, round_: Round, round_case_id: int, meeting: Meeting | None) -> int:
    """Count who may vote on a case: those who grade and have no conflict with it, and who came where that is known."""
    query = select(func.count()).select_from(User).join(Seat, Seat.user_id == User.id)
    query = query.where(Seat.panel_id == round_.panel_id, Seat.left_at.is_(None), User.role.in_(GRADING_ROLES))
    query = query.where(User.disabled_at.is_(None), ~has_conflict(round_case_id, User.id))
    if meeting is not None and (came := present(session, meeting)):
        query = query.where(User.id.in_(came))
    return session.scalar(query) or 0


def present(session: Session, meeting: Meeting) -> set[int]:
    """Give by id who is recorded as present at a meeting; nobody where no attendance was recorded."""
    newest = select(func.max(Attendance.id)).where(Attendance.meeting_id == meeting.id).group_by(Attendance.user_id)
    query = select(Attendance.user_id).where(Attendance.id.in_(newest), Attendance.state == Attending.PRESENT)
    return set(session.scalars(query))
