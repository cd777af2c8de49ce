"""No step is skipped: every deed of a finding, tried at every stage at which its turn has not come or has passed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from scrutiny_app.domain.agreeing import Escalation, NoQuorum, Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.models.findings import Escalation as Escalated
from scrutiny_app.models.findings import Finding, Seconding, Signature
from scrutiny_app.models.grades import CheckReading, Grade, LaterReading, Reveal
from scrutiny_app.models.meetings import MeetingMove, MeetingNote
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import (
    adopting,
    agreement,
    conflicts,
    escalating,
    grading,
    minutes,
    noting,
    planning_meetings,
    reading_on,
    showing,
)
from scrutiny_app.services.agreeing import FindingStands, TooEarly
from scrutiny_app.services.chairing import meeting_at_hand, take_chair
from scrutiny_app.services.checking import keep_checks
from scrutiny_app.services.convening import NoMeeting, NotBegun, NotChairing
from scrutiny_app.services.grading import GradingEnded
from scrutiny_app.services.minutes import Form
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.superseding import CannotSecond
from scrutiny_app.services.trail import now
from tests.making import checked
from tests.services.sitting import Sitting

READINGS = (CheckReading, LaterReading)
TABLES = (Grade, *READINGS, Reveal, Finding, Signature, Seconding, Escalated, MeetingNote, MeetingMove, TrailEntry)
Step = Callable[[Sitting], object]


# How far a case has come


def opened(sitting):
    """Nobody has graded."""


def graded(sitting):
    sitting.grade(sitting.chair, sitting.lay, sitting.cps)


def graded_by_others(sitting):
    sitting.grade(sitting.lay, sitting.cps, sitting.yjs)


def graded_by_two(sitting):
    sitting.grade(sitting.chair, sitting.lay)


def revealed(sitting):
    sitting.revealed()


def drafted(sitting):
    sitting.revealed()
    sitting.draft()


def drafted_twice(sitting):
    drafted(sitting)
    sitting.draft(1, remarks="A second thought.")


def signed(sitting):
    drafted(sitting)
    sitting.sign()


def reopened(sitting):
    signed(sitting)
    sitting.reopen()


def seconded_then_edited(sitting):
    reopened(sitting)
    sitting.second()
    sitting.draft(2, Result.OBSERVATIONS, remarks="Otherwise.")


def superseded(sitting):
    reopened(sitting)
    sitting.second()
    sitting.sign(version=2)


def quorum_broken(sitting):
    drafted(sitting)
    conflicts.declare_conflict(sitting.session, sitting.reference, by=sitting.cps)


def chaired_by_a_deputy(sitting):
    graded(sitting)
    sitting.session.get(Seat, (sitting.panel.id, sitting.chair.id)).is_deputy = True
    sitting.session.flush()


def passed_to_a_deputy(sitting):
    """A deputy has taken the chair of the meeting, which the panel's chair held until then."""
    deputy = sitting.make.user(Role.CHAIR, body=Body.LAY)
    sitting.make.seat(sitting.panel, deputy).is_deputy = True
    sitting.meet()
    take_chair(sitting.session, sitting.round, by=deputy)


def graded_and_passed(sitting):
    graded(sitting)
    passed_to_a_deputy(sitting)


def drafted_and_passed(sitting):
    drafted(sitting)
    passed_to_a_deputy(sitting)


def signed_and_passed(sitting):
    signed(sitting)
    passed_to_a_deputy(sitting)


def _ahead(sitting):
    """A meeting of the round is planned for another day."""
    sitting.meet(starts_at=now() + timedelta(days=7))


def planned_ahead(sitting):
    _ahead(sitting)


def revealed_ahead(sitting):
    revealed(sitting)
    _ahead(sitting)


def drafted_ahead(sitting):
    drafted(sitting)
    _ahead(sitting)


def drafted_at_a_meeting(sitting):
    revealed(sitting)
    sitting.meet()
    sitting.draft()


def met_and_ended(sitting):
    sitting.meet(ended_at=now())


def with_checks(sitting):
    """The policy checks of the case are kept, and nobody has graded."""
    release = sitting.session.scalar(select(Release).where(Release.round_case_id == sitting.cases[0].id))
    keep_checks(sitting.session, release, checked())


def with_checks_graded(sitting):
    with_checks(sitting)
    sitting.grade(sitting.chair, sitting.lay, sitting.cps, sitting.yjs)


def with_checks_not_gradable(sitting):
    with_checks(sitting)
    missing = {"version": 1, "grade": None, "missing": "What the victim wanted.", "by": sitting.yjs}
    grading.give_grade(sitting.session, sitting.reference, **missing)


def with_checks_in_conflict(sitting):
    with_checks_graded(sitting)
    conflicts.declare_conflict(sitting.session, sitting.reference, by=sitting.yjs)


def with_checks_revealed(sitting):
    with_checks_graded(sitting)
    sitting.reveal()


# Deeds


def read_the_checks(sitting):
    reading_on.read_checks(sitting.session, sitting.reference, by=sitting.yjs)


def read_what_came_later(sitting):
    reading_on.read_later(sitting.session, sitting.reference, by=sitting.yjs)


def grade(sitting):
    sitting.grade(sitting.yjs)


def abstain(sitting):
    grading.abstain(sitting.session, sitting.reference, by=sitting.yjs)


def reveal(sitting):
    sitting.reveal()


def draft(sitting):
    sitting.draft(remarks="First.")


def sign(sitting):
    sitting.sign(version=1)


def sign_nothing(sitting):
    sitting.sign(version=0)


def adopt(sitting):
    adopting.adopt_together(sitting.session, sitting.round, {sitting.reference: 0}, by=sitting.chair)


def sign_all(sitting):
    adopting.sign_drafted(sitting.session, sitting.round, {sitting.reference: 1}, by=sitting.chair)


def reopen(sitting):
    sitting.reopen()


def reopen_otherwise(sitting):
    sitting.reopen(remarks="Quite otherwise.")


def second(sitting):
    sitting.second()


def second_ones_own(sitting):
    sitting.second(by=sitting.chair)


def second_from_outside(sitting):
    sitting.second(by=sitting.make.user(Role.MEMBER, body=Body.LAY))


def sign_the_new(sitting):
    sitting.sign(version=2)


def sign_the_edited(sitting):
    sitting.sign(version=3)


def escalate(sitting):
    given = {"route": Escalation.CPS, "note": "Please look.", "by": sitting.chair}
    escalating.escalate(sitting.session, sitting.reference, **given)


def put_up(sitting):
    showing.put_up(sitting.session, sitting.round, sitting.reference, by=sitting.chair)


def note(sitting):
    noting.write_note(sitting.session, sitting.round, "Noted.", by=sitting.chair)


def end(sitting):
    noting.end_meeting(sitting.session, sitting.round, by=sitting.chair)


def cancel_the_meeting(sitting):
    """The meeting at hand, which a finding was recorded at."""
    given = {"seen": 0, "reason": "It snowed.", "by": sitting.chair}
    planning_meetings.cancel_meeting(sitting.session, meeting_at_hand(sitting.session, sitting.round).id, **given)


def move_the_meeting(sitting):
    plan = Plan(Manner.ROOM, "Room 5", now() + timedelta(days=3))
    given = {"seen": 0, "reason": "It snowed.", "by": sitting.chair}
    planning_meetings.move_meeting(sitting.session, meeting_at_hand(sitting.session, sitting.round).id, plan, **given)


def read_the_minutes(sitting):
    minutes.read_minutes(sitting.session, sitting.round, Form.PAGE, by=sitting.lay)


def read_the_agreement(sitting):
    agreement.read_agreement(sitting.session, sitting.round, by=sitting.lay)


ORDERS: list[tuple[Step, Step, type[Refused]]] = [
    (opened, reveal, TooEarly),
    (opened, draft, TooEarly),
    (opened, sign_nothing, TooEarly),
    (opened, adopt, TooEarly),
    (opened, sign_all, TooEarly),
    (opened, reopen, TooEarly),
    (opened, second, TooEarly),
    (opened, escalate, TooEarly),
    (opened, read_the_agreement, OutOfOrder),
    (opened, read_the_minutes, OutOfOrder),
    (opened, put_up, NoMeeting),
    (opened, note, NoMeeting),
    (opened, end, NoMeeting),
    (opened, read_the_checks, Refused),
    (opened, read_what_came_later, Refused),
    (graded_by_others, read_the_checks, Refused),
    (with_checks, read_the_checks, Refused),
    (with_checks, read_what_came_later, Refused),
    (with_checks_not_gradable, read_the_checks, Refused),
    (with_checks_graded, read_what_came_later, Refused),
    (with_checks_in_conflict, read_the_checks, NotYours),
    (with_checks_revealed, read_the_checks, GradingEnded),
    (with_checks_revealed, read_what_came_later, GradingEnded),
    (graded_by_others, reveal, TooEarly),
    (graded_by_two, reveal, NoQuorum),
    (graded, draft, TooEarly),
    (graded, adopt, TooEarly),
    (chaired_by_a_deputy, reveal, NotChairing),
    (graded_and_passed, reveal, NotChairing),
    (drafted_and_passed, draft, NotChairing),
    (drafted_and_passed, adopt, NotChairing),
    (drafted_and_passed, sign, NotChairing),
    (drafted_and_passed, sign_all, NotChairing),
    (drafted_and_passed, escalate, NotChairing),
    (drafted_and_passed, put_up, NotChairing),
    (drafted_and_passed, end, NotChairing),
    (signed_and_passed, reopen, NotChairing),
    (revealed, grade, GradingEnded),
    (revealed, abstain, GradingEnded),
    (revealed, reveal, Overtaken),
    (revealed, sign_nothing, TooEarly),
    (revealed, sign_all, TooEarly),
    (revealed, reopen, TooEarly),
    (drafted, grade, GradingEnded),
    (drafted, draft, Overtaken),
    (drafted, adopt, Overtaken),
    (drafted, reopen, TooEarly),
    (drafted, second, TooEarly),
    (drafted, sign_the_new, Overtaken),
    (drafted_twice, sign, Overtaken),
    (drafted_twice, sign_all, Overtaken),
    (quorum_broken, sign, NoQuorum),
    (quorum_broken, sign_all, NoQuorum),
    (signed, grade, GradingEnded),
    (signed, reveal, Overtaken),
    (signed, draft, FindingStands),
    (signed, sign, FindingStands),
    (signed, adopt, Overtaken),
    (signed, second, TooEarly),
    (reopened, sign_the_new, TooEarly),
    (reopened, sign, Overtaken),
    (reopened, second_ones_own, CannotSecond),
    (reopened, second_from_outside, NotYours),
    (reopened, reopen_otherwise, Overtaken),
    (reopened, draft, Overtaken),
    (seconded_then_edited, sign_the_edited, TooEarly),
    (seconded_then_edited, second, Overtaken),
    (superseded, sign_the_new, FindingStands),
    (superseded, second, TooEarly),
    (superseded, draft, FindingStands),
    (superseded, reopen, Overtaken),
    (planned_ahead, note, NoteRefused),
    (planned_ahead, end, Refused),
    (planned_ahead, read_the_minutes, OutOfOrder),
    (revealed_ahead, draft, NotBegun),
    (revealed_ahead, adopt, NotBegun),
    (drafted_ahead, sign, NotBegun),
    (drafted_ahead, sign_all, NotBegun),
    (drafted_ahead, read_the_minutes, OutOfOrder),
    (drafted_at_a_meeting, cancel_the_meeting, Refused),
    (drafted_at_a_meeting, move_the_meeting, Refused),
    (met_and_ended, cancel_the_meeting, Overtaken),
    (met_and_ended, put_up, NoMeeting),
    (met_and_ended, note, NoMeeting),
    (met_and_ended, end, NoMeeting),
]


def _names(order):
    stage, deed, _ = order
    return f"{stage.__name__}-{deed.__name__}"


@pytest.mark.parametrize("order", ORDERS, ids=_names)
def test_an_illegal_order_is_refused_and_keeps_nothing(session, make, order):
    stage, deed, refusal = order
    sitting = Sitting(session, make, cases=1)
    stage(sitting)
    before = _kept(session)
    with pytest.raises(refusal):
        deed(sitting)
    assert _kept(session) == before


def test_a_case_that_is_not_released_can_be_graded_by_nobody(session, make):
    sitting = Sitting(session, make, cases=1)
    session.execute(delete(Release))
    with pytest.raises(NotYours):
        sitting.grade(sitting.lay)


def _kept(session):
    session.flush()
    return [session.scalar(select(func.count()).select_from(table)) for table in TABLES]
