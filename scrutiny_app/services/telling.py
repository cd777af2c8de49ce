"""What one notice says, decided when it is sent: a reason that is gone meanwhile is told to nobody."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.meetings import MANNER_TITLES
from scrutiny_app.domain.notices import OF_MEETINGS, NoticeKind, words_of
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.files.calendar import Appointment
from scrutiny_app.files.mail import Mail
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import notices, wanting_notices
from scrutiny_app.services.actions import open_actions
from scrutiny_app.services.appointments import appointment_of
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.planning_meetings import describe
from scrutiny_app.services.trail import now, today_in_london


class Ready(NamedTuple):
    """A notice that was claimed, as it is to be sent, and the turn of its subject that it tells of."""

    mail: Mail
    turn: int


class Said(NamedTuple):
    """What goes into a notice's words, and what is attached."""

    panel: str = ""
    until: str = ""
    when: str = ""
    turn: int | None = None
    kind: NoticeKind | None = None
    appointment: Appointment | None = None


def make_ready(session: Session, notice_id: int, tries: int) -> Ready | None:
    """Claim a notice and write it; None where it is not to be sent, or not by whoever asks."""
    notice = notices.claim(session, notice_id, tries)
    if notice is None:
        return None
    user = session.get_one(User, notice.user_id)
    said = _said(session, notice, user)
    if said is None or user.email is None or user.disabled_at is not None:
        notices.settle(session, notice)
        return None
    kind = said.kind or NoticeKind(notice.kind)
    words = words_of(kind, panel=said.panel, until=said.until, when=said.when)
    given = {"to": user.email, "subject": words.subject, "body": words.body}
    mail = Mail(**given, message_id=f"notice-{notice.id}", written_at=now(), appointment=said.appointment)
    return Ready(mail, said.turn or notice.turn)


def _said(session: Session, notice: Notice, user: User) -> Said | None:
    kind = NoticeKind(notice.kind)
    if kind in (NoticeKind.LETTER_WAITS, NoticeKind.LETTER_REMINDER):
        letter = session.get(Letter, notice.about)
        waits = letter is not None and letter.to_user_id == user.id and letter.acknowledged_at is None
        return Said() if waits and letter is not None and letter.ended_at is None else None
    if kind in (NoticeKind.ACTION_WAITS, NoticeKind.ACTION_REMINDER):
        theirs = [one for one in open_actions(session, only=notice.about) if one.owner.id == user.id]
        late = [one for one in theirs if one.is_overdue(today_in_london())]
        return Said() if (theirs if kind is NoticeKind.ACTION_WAITS else late) else None
    if kind in OF_MEETINGS:
        return _of_meeting(session, notice, user)
    if kind is NoticeKind.CHAIR_TAKEN:
        meeting = session.get_one(Meeting, notice.about)
        one = describe(session, meeting, session.get_one(Round, meeting.round_id))
        lost = wanting_notices.lost_chair(session, one, user)
        return Said(one.panel.name, when=_when(one.plan)) if lost else None
    return _of_round(session, session.get_one(Round, notice.about), kind, user)


def _of_round(session: Session, round_: Round, kind: NoticeKind, user: User) -> Said | None:
    if not _sits(session, round_, user):
        return None
    mine = my_round(session, round_, user)
    wanted = {
        NoticeKind.ROUND_OPENED: mine.is_open,
        NoticeKind.ROUND_CLOSES: wanting_notices.still_to_judge(mine),
        NoticeKind.CASE_AMENDED: bool(wanting_notices.amended(mine)),
    }
    if not wanted[kind]:
        return None
    panel = session.get_one(Panel, round_.panel_id)
    return Said(panel.name, _day(round_.close_on) if round_.close_on else "")


def _of_meeting(session: Session, notice: Notice, user: User) -> Said | None:
    meeting = session.get_one(Meeting, notice.about)
    one = describe(session, meeting, session.get_one(Round, meeting.round_id))
    if not _sits(session, one.round, user) or one.plan.until < now() or meeting.ended_at is not None:
        return None
    kind = NoticeKind(notice.kind)
    if meeting.cancelled_at is not None:
        if kind is NoticeKind.MEETING_PLANNED:
            return None  # who was never told of it need not hear that it is off
        kind = NoticeKind.MEETING_CANCELLED
    turn = one.sequence + 1
    return Said(one.panel.name, when=_when(one.plan), turn=turn, kind=kind, appointment=appointment_of(one))


def _sits(session: Session, round_: Round, user: User) -> bool:
    seat = session.get(Seat, (round_.panel_id, user.id))
    return seat is not None and seat.left_at is None


def _when(plan: Plan) -> str:
    lines = [f"When: {_moment(plan.starts_at)}" + (f" to {_moment(plan.ends_at)}" if plan.ends_at else "")]
    lines.append(f"How: {MANNER_TITLES[plan.manner][:1].lower()}{MANNER_TITLES[plan.manner][1:]}")
    return "\n".join([*lines, f"Where: {plan.place}"] if plan.place else lines)


def _moment(at: datetime) -> str:
    there = at.astimezone(LONDON)
    return f"{_day(there.date())}, {there:%H:%M}"


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
