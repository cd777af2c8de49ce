"""Meetings as they are planned: for a round, by its lead, chair or commissioner's officer; moved and cancelled with
reasons, the history kept.

A meeting that was cancelled stays on the list, and another is planned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import MeetingCancelled, MeetingMoved, MeetingPlanned
from scrutiny_app.domain.meetings import Attending, Manner
from scrutiny_app.domain.planning_meetings import Plan, check_reason, has_begun
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.meetings import Attendance, Meeting, MeetingMove, MeetingNote
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.trail import now

TO_MEET_ON = (Stage.OPEN, Stage.CLOSED)
MADE = (Finding, MeetingNote)  # what shows that a meeting was held
CAME = (Attending.PRESENT, Attending.ABSENT)  # what is known only once a meeting has begun


@dataclass(frozen=True)
class PlannedMeeting:
    """One meeting with its round, its panel, the changes made to it in order, and the newest word on who comes."""

    meeting: Meeting
    round: Round
    panel: Panel
    moves: list[MeetingMove]
    attending: dict[int, Attendance]

    @property
    def plan(self) -> Plan:
        """Give when and where it is."""
        one = self.meeting
        return Plan(Manner(one.manner), one.place, one.starts_at, one.ends_at)

    @property
    def sequence(self) -> int:
        """Count the changes to the plan, as a calendar does."""
        return len(self.moves)

    @property
    def is_standing(self) -> bool:
        """Say whether it is still to be held, or is being held."""
        return self.meeting.cancelled_at is None and self.meeting.ended_at is None

    @property
    def has_begun(self) -> bool:
        """Say whether who came can be recorded by now."""
        return has_begun(self.plan.starts_at, now())

    @property
    def recorded(self) -> int:
        """Count the people of whom it is recorded that they came, or that they did not."""
        return sum(word.state in CAME for word in self.attending.values())

    @property
    def known(self) -> int:
        """Count the people of whom the minutes can say whether they came, those who sent apologies among them."""
        return sum(word.state in (*CAME, Attending.APOLOGIES) for word in self.attending.values())

    def is_coming(self, at: datetime) -> bool:
        """Say whether it is still to be held and its time is not over."""
        return self.is_standing and self.plan.until >= at


def plan_meeting(session: Session, round_: Round, plan: Plan, *, another: bool = False, by: User) -> Meeting:
    """Plan a meeting of a round's panel; `another` says that it may stand beside one that is still to be held.

    Raises Refused for a plan that cannot be kept, and for a round that is not open, or is signed.
    """
    if round_.kind != RoundKind.PANEL or round_.dropped_at is not None:
        raise Refused("Only a panel’s round is put before a meeting. Choose a round of the panel’s.")
    if rounds.stage(session, round_) not in TO_MEET_ON:
        raise Refused("A meeting is planned for a round that has been opened and is not signed yet. Choose another.")
    if not another and any(one.is_standing for one in _meetings(session, [round_])):
        raise Refused(
            "A meeting of this round is planned already. Move that one, or say that this is another beside it."
        )
    plan.check(now())
    meeting = Meeting(round_id=round_.id, planned_by=by.id, planned_at=now(), place=plan.place, manner=plan.manner)
    meeting.starts_at, meeting.ends_at = plan.starts_at, plan.ends_at
    session.add(meeting)
    session.flush()
    trail.record(session, MeetingPlanned(round_.id, meeting.id, plan.manner.value), by=by)
    return meeting


def move_meeting(session: Session, meeting_id: int, plan: Plan, *, seen: int, reason: str, by: User) -> Meeting:
    """Give a meeting another time, place or manner, and keep what it was and why; the same again is no change.

    `seen` is how many changes the mover knew of. Raises Refused where there was another since, where the meeting is
    over, for no reason, and for a plan that cannot be kept or is the same.
    """
    one, reason = find_meeting(session, meeting_id, by), check_reason(reason)
    if plan == one.plan and _was_this(one, seen, reason, by):
        return one.meeting
    _check_standing(session, one, seen)
    if plan == one.plan:
        raise Refused("Nothing would change. Give another time, place or way, or leave the meeting as it is.")
    plan.check(now())
    _keep_change(session, one.meeting, reason, by)
    one.meeting.manner, one.meeting.place = plan.manner, plan.place
    one.meeting.starts_at, one.meeting.ends_at = plan.starts_at, plan.ends_at
    digest = trail.keep_reason(session, reason)
    trail.record(session, MeetingMoved(one.round.id, meeting_id, digest), by=by)
    return one.meeting


def cancel_meeting(session: Session, meeting_id: int, *, seen: int, reason: str, by: User) -> Meeting:
    """Cancel a meeting, and say why; what was planned stays to be read, and the same again is no change."""
    one, reason = find_meeting(session, meeting_id, by), check_reason(reason)
    if one.meeting.cancelled_at and _was_this(one, seen, reason, by):
        return one.meeting
    _check_standing(session, one, seen)
    _keep_change(session, one.meeting, reason, by)
    one.meeting.cancelled_at = now()
    digest = trail.keep_reason(session, reason)
    trail.record(session, MeetingCancelled(one.round.id, meeting_id, digest), by=by)
    return one.meeting


def references_of(session: Session, round_: Round) -> set[str]:
    """Give the references of a round's cases, those that were withdrawn too."""
    return set(session.scalars(select(RoundCase.reference).where(RoundCase.round_id == round_.id)))


def find_meeting(session: Session, meeting_id: int, by: User) -> PlannedMeeting:
    """Find a meeting of one of a person's rounds; raise NotYours for any other."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotYours
    return describe(session, meeting, rounds.find_round(session, meeting.round_id, by))


def meetings_for(session: Session, by: User) -> list[PlannedMeeting]:
    """List the meetings of a person's rounds, in the order of their times."""
    return _meetings(session, rounds.rounds_for(session, by))


def rounds_to_meet_on(session: Session, by: User) -> list[tuple[Round, Stage]]:
    """List the panel rounds of a person's for which a meeting can be planned, newest first, with how far each is."""
    found = [one for one in rounds.rounds_for(session, by) if one.kind == RoundKind.PANEL and one.dropped_at is None]
    return [(one, stage) for one in found if (stage := rounds.stage(session, one)) in TO_MEET_ON]


def _meetings(session: Session, of: Iterable[Round]) -> list[PlannedMeeting]:
    theirs = {one.id: one for one in of}
    query = select(Meeting).where(Meeting.round_id.in_(theirs)).order_by(Meeting.starts_at, Meeting.id)
    return [describe(session, one, theirs[one.round_id]) for one in session.scalars(query)]


def describe(session: Session, meeting: Meeting, round_: Round) -> PlannedMeeting:
    """Give a meeting with its history and its attendance."""
    moves = select(MeetingMove).where(MeetingMove.meeting_id == meeting.id).order_by(MeetingMove.id)
    words = select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.id)
    newest = {word.user_id: word for word in session.scalars(words)}
    panel = session.get_one(Panel, round_.panel_id)
    return PlannedMeeting(meeting, round_, panel, list(session.scalars(moves)), newest)


def _was_this(one: PlannedMeeting, seen: int, reason: str, by: User) -> bool:
    """Say whether a meeting's last change is the one that this person asks for, sent twice."""
    last = one.moves[-1] if one.moves else None
    return last is not None and (last.reason, last.moved_by, seen) == (reason, by.id, one.sequence - 1)


def _check_standing(session: Session, one: PlannedMeeting, seen: int) -> None:
    """Raise Overtaken where a meeting is no longer to be held or was changed since `seen`, Refused once it was used."""
    if not one.is_standing:
        what = "was cancelled" if one.meeting.cancelled_at else "is over"
        raise Overtaken(f"This meeting {what} since you opened it, so it can no longer be changed. Plan another.")
    if seen != one.sequence:
        raise Overtaken("Somebody else changed this meeting after you opened it. Read what it is now, then decide.")
    if one.has_begun and any(session.scalar(_of(table, one.meeting)) for table in MADE):
        raise Refused("This meeting was held: findings or notes were recorded at it. End it, and plan another.")


def _of(table: type[Finding] | type[MeetingNote], meeting: Meeting) -> Select[int]:
    return select(table.id).where(table.meeting_id == meeting.id).limit(1)


def _keep_change(session: Session, meeting: Meeting, reason: str, by: User) -> None:
    was = {"was_at": meeting.starts_at, "was_in": meeting.place}
    session.add(MeetingMove(meeting_id=meeting.id, reason=reason, moved_by=by.id, moved_at=now(), **was))
