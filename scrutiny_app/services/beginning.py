"""Beginning a meeting before its time: a move to this moment, on the trail and in the notices like any other."""

from sqlalchemy.orm import Session

from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.services.chairing import take_chair
from scrutiny_app.services.convening import require_chair
from scrutiny_app.services.planning_meetings import find_meeting, move_meeting
from scrutiny_app.services.trail import now

BEGUN = "The chair began the meeting before its time."


def begin_meeting(session: Session, meeting_id: int, *, seen: int, by: User) -> Meeting:
    """Begin a meeting before its time, as a move to this moment, with whoever begins it in its chair; once is enough.

    Raises Overtaken where its plan was changed since, and NotChairing for whoever does not chair it.
    """
    one = find_meeting(session, meeting_id, by)
    require_chair(session, one.round, by)
    if one.is_standing and one.has_begun:
        return one.meeting
    take_chair(session, one.round, by=by)
    plan = one.plan.begun_at(now().replace(second=0, microsecond=0))
    return move_meeting(session, meeting_id, plan, seen=seen, reason=BEGUN, by=by)
