"""What the minutes say of a meeting itself: when and how it was held, who took the chair, and who came."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.meetings import ATTENDING_TITLES, Attending, Manner
from scrutiny_app.domain.minutes import NOT_RECORDED, Attended, Held
from scrutiny_app.domain.people import BODY_TITLES, Body
from scrutiny_app.domain.planning_meetings import GATHERS
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.meetings import Attendance, Meeting
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.chairing import takings


def held_in_words(session: Session, panel: Panel, meeting: Meeting) -> Held:
    """Tell of one meeting of a panel from what was recorded."""
    chair = session.get(User, meeting.chaired_by) if meeting.chaired_by else None
    return Held(
        starts_at=meeting.starts_at,
        manner=Manner(meeting.manner),
        place=meeting.place,
        chaired_by=chair.name if chair else "",
        ended_at=meeting.ended_at,
        people=tuple(_attended(session, panel, meeting)),
        acted=_acted(session, meeting),
        passed=_passed(session, meeting),
        put_right=tuple(_put_right(session, meeting)),
    )


def _passed(session: Session, meeting: Meeting) -> tuple[tuple[datetime, str], ...]:
    """Tell who took the chair and when, from who held it as the meeting began; nothing where it was one person's."""
    taken = [(at.replace(second=0, microsecond=0), who) for at, who in takings(session, meeting)]
    before = [one for one in taken if one[0] <= meeting.starts_at][-1:]
    later = [one for one in taken if one[0] > meeting.starts_at]
    return tuple((at, session.get_one(User, who).name) for at, who in (*before, *later)) if later else ()


def _put_right(session: Session, meeting: Meeting) -> Iterator[tuple[datetime, str]]:
    """Tell what of the attendance recorded by the meeting's end was changed afterwards, and by whom."""
    if meeting.ended_at is None:
        return
    query = select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.id)
    before: dict[int, str] = {}
    for one in session.scalars(query):
        was, before[one.user_id] = before.get(one.user_id), one.state
        if was and one.set_at > meeting.ended_at:
            who, by = session.get_one(User, one.user_id).name, session.get_one(User, one.set_by).name
            first, then = (ATTENDING_TITLES[Attending(state)].lower() for state in (was, one.state))
            yield one.set_at, f"{who}, recorded before as “{first}”, is “{then}” ({by})."


def _acted(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Name who revealed a case while the meeting lasted, or signed a finding of it, in order of their names."""
    signed = select(Signature.signed_by).join(Finding, Finding.id == Signature.finding_id)
    begun = meeting.starts_at - GATHERS
    revealed = select(Reveal.revealed_by).join(RoundCase, RoundCase.id == Reveal.round_case_id)
    revealed = revealed.where(RoundCase.round_id == meeting.round_id, Reveal.revealed_at >= begun)
    if meeting.ended_at is not None:
        revealed = revealed.where(Reveal.revealed_at <= meeting.ended_at)
    who = or_(User.id.in_(signed.where(Finding.meeting_id == meeting.id)), User.id.in_(revealed))
    return tuple(session.scalars(select(User.name).where(who).order_by(User.name, User.id)))


def _attended(session: Session, panel: Panel, meeting: Meeting) -> Iterator[Attended]:
    """Give whoever sat on the panel when the meeting began, or is recorded as having come."""
    newest = select(func.max(Attendance.id)).where(Attendance.meeting_id == meeting.id).group_by(Attendance.user_id)
    recorded = select(Attendance.user_id, Attendance.state).where(Attendance.id.in_(newest))
    states = dict(session.execute(recorded).all())
    sat = (Seat.since <= meeting.starts_at, or_(Seat.left_at.is_(None), Seat.left_at > meeting.starts_at))
    seated = select(Seat.user_id).where(Seat.panel_id == panel.id, *sat)
    query = select(User).where(or_(User.id.in_(states), User.id.in_(seated))).order_by(User.name, User.id)
    for user in session.scalars(query):
        body = BODY_TITLES[Body(user.body)] if user.body else ""
        state = ATTENDING_TITLES[Attending(states[user.id])] if user.id in states else NOT_RECORDED
        yield Attended(user.name, body, state)
