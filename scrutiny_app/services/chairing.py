"""Who chairs a round's meeting: one person at a time, the panel's chair or a deputy who has stepped in for it.

Where nobody has taken a meeting's chair, everyone seated as a chair who is no deputy chairs it. Once somebody has, they
alone do, until another takes it from them. A deputy goes on to sign what their meeting agreed until the round's next
one is at hand, and so may the panel's chair from the meeting's end on.
"""

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import ChairTaken
from scrutiny_app.domain.people import Role
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail

MOST_TAKEN = 100  # how often the chair of a round's meetings changes hands, at the very most


def meeting_at_hand(session: Session, round_: Round) -> Meeting | None:
    """Give a round's first meeting that has not ended, or else the last that has; a cancelled one is none."""
    query = select(Meeting).where(Meeting.round_id == round_.id, Meeting.cancelled_at.is_(None))
    held = list(session.scalars(query.order_by(Meeting.starts_at, Meeting.id)))
    return next((one for one in held if one.ended_at is None), held[-1] if held else None)


def chairs(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person chairs a round: they hold its meeting's chair, or are the panel's chair and nobody does."""
    seat = _seat(session, round_, by)
    if seat is None:
        return False
    meeting = meeting_at_hand(session, round_)
    held_by = _holder(session, round_, meeting)
    if held_by is not None and held_by.id == by.id:
        return True
    is_over = meeting is not None and meeting.ended_at is not None
    return not seat.is_deputy and (held_by is None or is_over)


def may_step_in(session: Session, round_: Round, by: User) -> bool:
    """Say whether a person could take the chair of the round's meeting at hand: a deputy, or who held it before."""
    meeting = meeting_at_hand(session, round_)
    is_live = meeting is not None and meeting.ended_at is None
    return is_live and _seat(session, round_, by) is not None and not chairs(session, round_, by)


class Passed(NamedTuple):
    """Who holds the chair of a meeting instead of somebody, and since when; `was_theirs` says that it was taken."""

    name: str
    user_id: int
    at: datetime | None
    was_theirs: bool


def passed_to(session: Session, round_: Round, by: User) -> Passed | None:
    """Tell a person seated as a chair who holds the chair of the round's meeting at hand instead of them, or None."""
    meeting, seat = meeting_at_hand(session, round_), _seat(session, round_, by)
    held_by = _holder(session, round_, meeting)
    if meeting is None or seat is None or held_by is None or held_by.id == by.id or meeting.ended_at is not None:
        return None
    taken = takings(session, meeting)
    was_theirs = not seat.is_deputy or any(who == by.id for _, who in taken)
    return Passed(held_by.name, held_by.id, taken[-1][0] if taken else None, was_theirs)


def takings(session: Session, meeting: Meeting) -> list[tuple[datetime, int]]:
    """List when a meeting's chair was taken and by whom (by id), in order."""
    found = trail.newest(session, most=MOST_TAKEN, round_id=meeting.round_id, events=[ChairTaken.__name__])
    told = [(entry.at, json.loads(entry.facts)) for entry in reversed(found)]
    return [(at, facts["user_id"]) for at, facts in told if facts["meeting_id"] == meeting.id]


def take_chair(session: Session, round_: Round, *, seen: int | None = None, by: User) -> Meeting:
    """Have a deputy step in for the round's meeting at hand, or the chair come back to it; twice is once.

    `seen` is who held the chair (by id, 0 for nobody) when they decided so; Overtaken where somebody else does since.
    """
    if _seat(session, round_, by) is None:
        raise NotYours
    meeting = meeting_at_hand(session, round_)
    if meeting is None or meeting.ended_at is not None:
        raise Refused("There is no meeting of this round to chair: plan one first.")
    if meeting.chaired_by == by.id:
        return meeting
    held_by = _holder(session, round_, meeting)
    if seen is not None and seen != (held_by.id if held_by else 0):
        who = f"{held_by.name} took" if held_by else "Whoever held it gave up"
        raise Overtaken(f"{who} the chair of this meeting after you loaded the page. Look who chairs now, then decide.")
    meeting.chaired_by = by.id
    trail.record(session, ChairTaken(round_.id, meeting.id, by.id), by=by)
    return meeting


def _holder(session: Session, round_: Round, meeting: Meeting | None) -> User | None:
    """Give who has taken a meeting's chair and still sits on the panel as a chair."""
    user = session.get(User, meeting.chaired_by) if meeting is not None and meeting.chaired_by else None
    return user if user is not None and user.disabled_at is None and _seat(session, round_, user) else None


def _seat(session: Session, round_: Round, by: User) -> Seat | None:
    if by.role != Role.CHAIR or round_.panel_id is None:
        return None
    seat = session.get(Seat, (round_.panel_id, by.id))
    return seat if seat is not None and seat.left_at is None else None
