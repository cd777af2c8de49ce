"""Which notices are wanted, read off what was done: no deed can forget to tell anybody.

Whatever happened more than three days ago is no news. Nobody is told of what they do not see themselves.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.notices import (
    BEFORE_CLOSE,
    MOST_REMINDERS,
    OF_MEETINGS,
    RECENT,
    REMIND_EVERY,
    NoticeKind,
)
from scrutiny_app.models.grades import Grade
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.actions import open_actions
from scrutiny_app.services.chairing import meeting_at_hand, passed_to, takings
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.my_rounds import MyRound
from scrutiny_app.services.notices import Wanted
from scrutiny_app.services.planning_meetings import PlannedMeeting, describe
from scrutiny_app.services.trail import now, today_in_london


def wanted(session: Session) -> set[Wanted]:
    """List every notice that somebody who has an e-mail address should get now, those they had among them."""
    return {
        *_of_rounds(session),
        *_of_meetings(session),
        *_of_amended(session),
        *_of_letters(session),
        *_of_actions(session),
    }


def still_to_judge(mine: MyRound) -> bool:
    """Say whether somebody has a case in a round that they may and have not judged."""
    return mine.is_open and mine.next_after() is not None


def amended(mine: MyRound) -> list[int]:
    """List the releases that came after somebody judged their cases, while they may still change their mind."""
    return [one.release_id for one in mine.cases if mine.is_open and one.is_amended and one.revealed_at is None]


def _of_rounds(session: Session) -> Iterator[Wanted]:
    today = today_in_london()
    for round_ in session.scalars(select(Round).where(Round.opened_at.is_not(None), Round.closed_at.is_(None))):
        if not rounds.is_open(round_, today) or round_.opened_at is None:
            continue
        for user, seat in _seated(session, round_):
            news = max(round_.opened_at, seat.since) >= now() - RECENT
            if news and allows(user.role, Permission.READ_RELEASED_CASE):
                yield Wanted(user.id, NoticeKind.ROUND_OPENED, round_.id, 1)
            if round_.close_on is None or round_.close_on - today > BEFORE_CLOSE:
                continue
            if allows(user.role, Permission.GRADE_CASE) and still_to_judge(my_round(session, round_, user)):
                yield Wanted(user.id, NoticeKind.ROUND_CLOSES, round_.id, round_.close_on.toordinal())


def _of_meetings(session: Session) -> Iterator[Wanted]:
    recent = now() - timedelta(days=31)  # one in writing may have begun a while ago
    query = select(Meeting, Round).join(Round).where(Meeting.starts_at >= recent, Meeting.ended_at.is_(None))
    for meeting, round_ in session.execute(query):
        one = describe(session, meeting, round_)
        if one.plan.until >= now():
            yield from _of_meeting(session, one)
        if meeting.chaired_by is not None:
            yield from _of_chair(session, one)


def _of_chair(session: Session, one: PlannedMeeting) -> Iterator[Wanted]:
    for user, _ in _seated(session, one.round):
        if lost_chair(session, one, user):
            yield Wanted(user.id, NoticeKind.CHAIR_TAKEN, one.meeting.id, len(takings(session, one.meeting)))


def lost_chair(session: Session, one: PlannedMeeting, user: User) -> bool:
    """Say whether a meeting's chair was somebody's until another took it, and that is news to them."""
    if meeting_at_hand(session, one.round) is not one.meeting:
        return False
    passed = passed_to(session, one.round, user)
    return passed is not None and passed.was_theirs and passed.at is not None and passed.at >= now() - RECENT


def _of_meeting(session: Session, one: PlannedMeeting) -> Iterator[Wanted]:
    query = select(Notice).where(Notice.about == one.meeting.id, Notice.kind.in_(OF_MEETINGS))
    told: dict[int, list[Notice]] = {}
    for notice in session.scalars(query):
        told.setdefault(notice.user_id, []).append(notice)
    for user, _ in _seated(session, one.round):
        kind = kind_for(one, told.get(user.id, []))
        if kind is not None:
            yield Wanted(user.id, kind, one.meeting.id, one.sequence + 1)


def kind_for(one: PlannedMeeting, told: list[Notice]) -> NoticeKind | None:
    """Tell what somebody should be told of a meeting who was told so much before; None where that is enough.

    One that waits to be sent will tell of the meeting as it then is.
    """
    if any(notice.sent_at is None and notice.given_up_at is None for notice in told):
        return None
    sent = [notice.turn for notice in told if notice.sent_at is not None]
    if not sent:
        return NoticeKind.MEETING_PLANNED if one.is_standing and not told else None
    if max(notice.turn for notice in told) >= one.sequence + 1:
        return None
    return NoticeKind.MEETING_MOVED if one.is_standing else NoticeKind.MEETING_CANCELLED


def _of_amended(session: Session) -> Iterator[Wanted]:
    newer = aliased(Release)
    query = (
        select(User.id, Round.id)
        .join(Grade, Grade.user_id == User.id)
        .join(RoundCase, RoundCase.id == Grade.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
        .join(newer, newer.round_case_id == RoundCase.id)
        .where(newer.approved_at >= now() - RECENT, newer.id > Grade.release_id, Round.closed_at.is_(None))
        .where(User.email.is_not(None), User.disabled_at.is_(None))
        .distinct()
    )
    for user_id, round_id in session.execute(query):
        mine = my_round(session, session.get_one(Round, round_id), session.get_one(User, user_id))
        if releases := amended(mine):
            yield Wanted(user_id, NoticeKind.CASE_AMENDED, round_id, max(releases))


def _of_letters(session: Session) -> Iterator[Wanted]:
    query = select(Letter.id, Letter.to_user_id, Letter.sent_at).join(User, User.id == Letter.to_user_id)
    query = query.where(Letter.sent_at.is_not(None), Letter.acknowledged_at.is_(None), Letter.ended_at.is_(None))
    found = session.execute(query.where(User.email.is_not(None), User.disabled_at.is_(None)))
    for letter_id, user_id, sent_at in found:
        if user_id is None or sent_at is None:
            continue
        if sent_at >= now() - RECENT:
            yield Wanted(user_id, NoticeKind.LETTER_WAITS, letter_id, 1)
        turn = (now() - sent_at) // REMIND_EVERY
        if 1 <= turn <= MOST_REMINDERS:
            yield Wanted(user_id, NoticeKind.LETTER_REMINDER, letter_id, turn)


def _of_actions(session: Session) -> Iterator[Wanted]:
    """Tell an action's owner each time that it is asked, and remind them once its day has passed."""
    today = today_in_london()
    for one in open_actions(session):
        if one.owner.email is None or one.owner.disabled_at is not None:
            continue
        if one.asked_at >= now() - RECENT:
            yield Wanted(one.owner.id, NoticeKind.ACTION_WAITS, one.row.id, one.times_asked)
        late = (today - one.due_on) // REMIND_EVERY
        if one.is_overdue(today) and late < MOST_REMINDERS:
            turn = (one.times_asked - 1) * MOST_REMINDERS + late + 1  # each asking has reminders of its own
            yield Wanted(one.owner.id, NoticeKind.ACTION_REMINDER, one.row.id, turn)


def _seated(session: Session, round_: Round) -> list[tuple[User, Seat]]:
    query = select(User, Seat).join(Seat, Seat.user_id == User.id)
    query = query.where(Seat.panel_id == round_.panel_id, Seat.left_at.is_(None))
    return [
        (user, seat) for user, seat in session.execute(query.where(User.email.is_not(None), User.disabled_at.is_(None)))
    ]
