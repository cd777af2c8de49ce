"""Convening: the meeting at which a case is talked about, and who in it does what only a chair may.

A round needs no meeting to be planned: then its chair does everything, and nothing is kept of a room or of minutes.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.chairing import chairs, meeting_at_hand


class NotChairing(Refused):
    """A chair's deed by somebody who chairs at other times."""

    def __init__(self) -> None:
        super().__init__("You are a deputy and have not stepped in. Step in as chair of this meeting first.")


class NoMeeting(Refused):
    """A deed of a meeting where none is under way."""


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


def may_chair(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person does what a chair does in a round, one whose case comes back at a later meeting included."""
    if chairs(session, round_, by):
        return True
    meeting = meeting_for(session, round_, again=True)
    return meeting is not None and chairs(session, session.get_one(Round, meeting.round_id), by)


def require_chair(session: Session, round_: Round, by: User) -> None:
    """Raise NotChairing unless a person chairs now."""
    if not may_chair(session, round_, by):
        raise NotChairing
