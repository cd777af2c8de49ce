"""Who comes to a meeting and who came: said by themselves, or by whoever keeps the minutes."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import AttendanceSet
from scrutiny_app.domain.meetings import Attending
from scrutiny_app.models.meetings import Attendance
from scrutiny_app.models.minutes import MinutesApproval
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.planning_meetings import CAME, PlannedMeeting, find_meeting
from scrutiny_app.services.trail import now


def set_attendance(session: Session, meeting_id: int, user_id: int, state: Attending, *, by: User) -> Attendance:
    """Keep whether a person comes or came: one's own apologies, or anything by whoever keeps the minutes.

    The same word again is kept once. Raises Refused for somebody who does not sit on the panel, and for a word on
    oneself, without the minutes, that is not an apology for a meeting still to come.
    """
    one = _to_attend(session, meeting_id, user_id, by)
    if state is Attending.COMING:
        raise Refused("Only apologies that were sent can be taken back: choose another word.")
    if not allows(by.role, Permission.KEEP_MINUTES):
        if user_id != by.id:
            raise NotYours
        if state is not Attending.APOLOGIES or not one.is_coming(now()):
            raise Refused("Apologies are for a meeting that is still to come. Whoever keeps the minutes sets the rest.")
    if state in CAME and not one.has_begun:
        raise Refused("The meeting has not begun, so nobody has come yet. Say who is coming; record who came later.")
    return _say(session, one, user_id, state, by)


def take_back_apologies(session: Session, meeting_id: int, user_id: int, *, by: User) -> Attendance:
    """Take back apologies before the meeting begins: one's own, or anybody's by whoever plans it; twice is once.

    Raises Refused where none were sent, and once the meeting has begun.
    """
    one = _to_attend(session, meeting_id, user_id, by)
    if user_id != by.id and not allows(by.role, Permission.PLAN_MEETING):
        raise NotYours
    if not one.is_standing or one.plan.starts_at <= now():
        raise Refused("The meeting has begun. Whoever keeps the minutes records who came.")
    before = one.attending.get(user_id)
    if before is None or before.state not in (Attending.APOLOGIES, Attending.COMING):
        raise Refused("No apologies stand for this person, so there are none to take back.")
    return _say(session, one, user_id, Attending.COMING, by)


def _to_attend(session: Session, meeting_id: int, user_id: int, by: User) -> PlannedMeeting:
    """Find a meeting that was not cancelled, of a panel on which the person sits."""
    one = find_meeting(session, meeting_id, by)
    seat = session.get(Seat, (one.panel.id, user_id))
    if seat is None or seat.left_at is not None:
        raise Refused("This person does not sit on the panel.")
    if one.meeting.cancelled_at is not None:
        raise Refused("This meeting was cancelled, so nobody need say whether they come.")
    if session.get(MinutesApproval, one.round.id) is not None:
        raise Refused("The minutes of this meeting are approved, so who came stands. Add a correction to the minutes.")
    return one


def _say(session: Session, one: PlannedMeeting, user_id: int, state: Attending, by: User) -> Attendance:
    before = one.attending.get(user_id)
    if before is not None and before.state == state:
        return before
    kept = Attendance(meeting_id=one.meeting.id, user_id=user_id, state=state, set_by=by.id, set_at=now())
    session.add(kept)
    trail.record(session, AttendanceSet(one.round.id, one.meeting.id, user_id, state.value), by=by)
    return kept
