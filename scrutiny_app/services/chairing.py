"""Who chairs a round's meeting: the panel's chair, or a deputy who has stepped in for it.

Everyone seated as a chair who is no deputy chairs at any time. A deputy chairs only the meeting for which they have
stepped in, and goes on to sign what it agreed until the round's next meeting is at hand.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import ChairTaken
from scrutiny_app.domain.people import Role
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail


def meeting_at_hand(session: Session, round_: Round) -> Meeting | None:
    """Give a round's first meeting that has not ended, or else the last that has; a cancelled one is none."""
    query = select(Meeting).where(Meeting.round_id == round_.id, Meeting.cancelled_at.is_(None))
    held = list(session.scalars(query.order_by(Meeting.starts_at, Meeting.id)))
    return next((one for one in held if one.ended_at is None), held[-1] if held else None)


def chairs(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person chairs a round: they sit on its panel as its chair, or as a deputy who has stepped in."""
    seat = _seat(session, round_, by)
    if seat is None:
        return False
    meeting = meeting_at_hand(session, round_) if seat.is_deputy else None
    return not seat.is_deputy or (meeting is not None and meeting.chaired_by == by.id)


def may_step_in(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person is a deputy who could step in for the round's meeting at hand."""
    seat = _seat(session, round_, by)
    meeting = meeting_at_hand(session, round_)
    waits = meeting is not None and meeting.ended_at is None and meeting.chaired_by != by.id
    return seat is not None and seat.is_deputy and waits


def take_chair(session: Session, round_: Round, *, by: User) -> Meeting:
    """Have a deputy step in for the round's meeting at hand, or the chair come back to it; twice is once."""
    if _seat(session, round_, by) is None:
        raise NotYours
    meeting = meeting_at_hand(session, round_)
    if meeting is None or meeting.ended_at is not None:
        raise Refused("There is no meeting of this round to chair: plan one first.")
    if meeting.chaired_by != by.id:
        meeting.chaired_by = by.id
        trail.record(session, ChairTaken(round_.id, meeting.id, by.id), by=by)
    return meeting


def _seat(session: Session, round_: Round, by: User) -> Seat | None:
    if by.role != Role.CHAIR or round_.panel_id is None:
        return None
    seat = session.get(Seat, (round_.panel_id, by.id))
    return seat if seat is not None and seat.left_at is None else None
