"""Convening: the meeting at which a case is talked about, and who in it does what only a chair may.

A round needs no meeting to be planned: then its chair does everything, and nothing is kept of a room or of minutes.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.chairing import Passed, chairs, may_step_in, meeting_at_hand, passed_to
from scrutiny_app.services.trail import now


class NotChairing(Refused):
    """A chair's deed by somebody who chairs at other times, or no longer does; `passed` says who does instead."""

    def __init__(self, passed: Passed | None = None) -> None:
        super().__init__(_why_not(passed))
        self.passed = passed


class NoMeeting(Refused):
    """A deed of a meeting where none is under way."""


class NotBegun(Refused):
    """What only a meeting can do, before the one that was planned has begun."""

    def __init__(self, meeting: Meeting) -> None:
        at = f"{meeting.starts_at.astimezone(LONDON):%-d %B %Y at %H:%M}"
        super().__init__(
            f"The meeting planned for {at} has not begun, and the panel finds nothing before it meets. "
            "If it meets already, begin the meeting on its page; if it is not to meet, cancel it."
        )


def meeting_for(session: Session, round_: Round, *, again: bool = False) -> Meeting | None:
    """Give the meeting at which a case of a round is talked about now, or None.

    A case that comes back (`again`) is talked about at the panel's next meeting, which may be a later round's.
    """
    own = meeting_at_hand(session, round_)
    if not again or (own is not None and own.ended_at is None) or round_.opened_at is None:
        return own
    later = select(Meeting).join(Round, Round.id == Meeting.round_id)
    later = later.where(Round.panel_id == round_.panel_id, Round.opened_at > round_.opened_at)
    later = later.where(Meeting.cancelled_at.is_(None), Meeting.ended_at.is_(None))
    return session.scalar(later.order_by(Meeting.starts_at, Meeting.id).limit(1)) or own


def round_at_meeting(session: Session, round_: Round, *, again: bool) -> Round:
    """Give the round whose meeting speaks of a case of this round (`meeting_for`), or itself where none does."""
    meeting = meeting_for(session, round_, again=again)
    return round_of(session, meeting) if meeting else round_


def round_talked_of_at(session: Session, round_: Round, newest: Finding | None, *, again: bool = False) -> Round:
    """Give the round at whose meeting a case is talked about: a later one's where it comes back (`again`)."""
    if again or (newest is not None and newest.supersedes_id and newest.signature is None):
        return round_at_meeting(session, round_, again=True)
    if newest is not None and newest.supersedes_id and newest.meeting_id:
        return round_of(session, session.get_one(Meeting, newest.meeting_id))
    return round_


def round_of(session: Session, meeting: Meeting) -> Round:
    """Give the round that a meeting was planned for."""
    return session.get_one(Round, meeting.round_id)


def live_meeting(session: Session, round_: Round) -> Meeting:
    """Give a round's meeting that has not ended; raise NoMeeting where there is none."""
    meeting = meeting_at_hand(session, round_)
    if meeting is None:
        raise NoMeeting("No meeting of this round has been planned: plan one first.")
    if meeting.ended_at is not None:
        raise NoMeeting("The meeting has been ended. Plan another if the panel meets again.")
    return meeting


def awaited_meeting(session: Session, round_: Round) -> Meeting | None:
    """Give a round's first meeting where one is planned and none of them has begun; None where nothing is awaited."""
    query = select(Meeting).where(Meeting.round_id == round_.id, Meeting.cancelled_at.is_(None))
    planned = list(session.scalars(query.order_by(Meeting.starts_at, Meeting.id)))
    if not planned or any(one.ended_at or has_begun(one.starts_at, now()) for one in planned):
        return None
    return planned[0]


def check_begun(session: Session, round_: Round) -> None:
    """Raise NotBegun where a meeting of a round is planned and none has begun; a round may have none."""
    if meeting := awaited_meeting(session, round_):
        raise NotBegun(meeting)


def may_chair(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person does what a chair does in a round, one whose case comes back at a later meeting included."""
    at = round_at_meeting(session, round_, again=True)
    if chairs(session, at, by):
        return True
    passed = passed_to(session, at, by)
    return chairs(session, round_, by) and not (passed and passed.was_theirs)


def passed_from(session: Session, round_: Round, by: User) -> Passed | None:
    """Tell a person seated as a chair who chairs instead of them the meeting that speaks of a round, or None."""
    return passed_to(session, round_at_meeting(session, round_, again=True), by)


def may_take_chair(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person chairs a round, or could take the chair of the meeting that speaks of it."""
    return may_chair(session, round_, by) or may_step_in(session, round_at_meeting(session, round_, again=True), by)


def require_chair(session: Session, round_: Round, by: User) -> None:
    """Raise NotChairing unless a person chairs now."""
    if not may_chair(session, round_, by):
        raise NotChairing(passed_from(session, round_, by))


def _why_not(passed: Passed | None) -> str:
    if passed is None:
        return "You are a deputy and have not stepped in. Step in as chair of this meeting first."
    at = f" on {passed.at.astimezone(LONDON):%-d %B %Y at %H:%M}" if passed.at else ""
    if not passed.was_theirs:
        return f"{passed.name} chairs this meeting, and you are a deputy. Step in as chair first, if you are to."
    return (
        f"{passed.name} took the chair of this meeting{at}, so you chair it no longer and this was not done. "
        "You can take the chair back on the meeting’s page."
    )
