"""A planned meeting as a calendar is told of it, the same on every page and in every notice."""

import hashlib

from scrutiny_app.domain.meetings import MANNER_TITLES, Manner
from scrutiny_app.files.calendar import Appointment
from scrutiny_app.services.planning_meetings import PlannedMeeting

SAID = "Sign in to Scrutiny for the agenda, or to send apologies."


def appointment_of(one: PlannedMeeting) -> Appointment:
    """Give what a calendar keeps of a meeting: the panel, when and where; of the round and its cases nothing."""
    plan = one.plan
    return Appointment(
        uid=uid_of(one),
        sequence=one.sequence,
        summary=f"Scrutiny panel: {one.panel.name}",
        place=plan.place,
        description=f"{MANNER_TITLES[plan.manner]}. {SAID}",
        starts_at=plan.starts_at,
        ends_at=plan.until,
        changed_at=one.moves[-1].moved_at if one.moves else one.meeting.planned_at,
        is_cancelled=one.meeting.cancelled_at is not None,
        fills_time=plan.manner is not Manner.WRITING,
    )


def uid_of(one: PlannedMeeting) -> str:
    """Give a meeting's name in calendars, which no other meeting bears, here or at any other installation."""
    planned = one.meeting.planned_at.isoformat(timespec="microseconds")
    return f"{hashlib.sha256(f'{one.meeting.id}|{planned}|{one.panel.name}'.encode()).hexdigest()[:32]}@scrutiny"
