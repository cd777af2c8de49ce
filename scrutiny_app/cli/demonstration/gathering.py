"""The meeting at which a round of the demonstration is signed: who came, what was noted, the last minutes approved."""

from datetime import timedelta
from typing import TYPE_CHECKING

from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.meetings import Attending, Manner
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.services import approving_minutes, attending, noting, panels, planning_meetings
from scrutiny_app.services.chairing import take_chair
from scrutiny_app.services.trail import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from scrutiny_app.cli.demonstration.people import Cast
    from scrutiny_app.models.rounds import Round

WHERE = "Committee room 2, County Hall"
NOTED = "Members asked that the force’s next list of cases comes a week earlier."


def since_the_evening() -> timedelta:
    """Give how long ago it was a quarter to eight in the evening: panels meet after work."""
    at = now().astimezone(LONDON)
    evening = at.replace(hour=19, minute=45, second=0, microsecond=0)
    return at - evening if at >= evening else at - evening + timedelta(days=1)


def begin(session: "Session", round_: "Round", cast: "Cast") -> None:
    """Begin a meeting two hours ago: one member has sent apologies, and the last meeting's minutes are approved."""
    chair = cast.users["chair"]
    starts_at = (now() - timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
    plan = Plan(Manner.ROOM, WHERE, starts_at)
    meeting = planning_meetings.plan_meeting(session, round_, plan, by=cast.users["commissioners_officer"])
    take_chair(session, round_, by=chair)
    panel = planning_meetings.find_meeting(session, meeting.id, chair).panel
    for one in panels.seated(session, panel):
        away = one.user.id == cast.users["member_2"].id
        state = Attending.APOLOGIES if away else Attending.PRESENT
        attending.set_attendance(session, meeting.id, one.user.id, state, by=chair)
    for earlier in approving_minutes.unapproved(session, round_, by=chair):
        seen = approving_minutes.approving(session, earlier, by=chair).seen
        approving_minutes.approve_minutes(session, earlier, seen=seen, by=chair)


def end(session: "Session", round_: "Round", cast: "Cast") -> None:
    """Keep a note for the minutes, and end the meeting."""
    noting.write_note(session, round_, NOTED, by=cast.users["chair"])
    noting.end_meeting(session, round_, by=cast.users["chair"])
