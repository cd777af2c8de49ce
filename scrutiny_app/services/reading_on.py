"""Reading on: a member whose grade is in asks for the policy checks, and then for what came after the decision.

Each is asked for once and for good, in that order; from then on what they say is kept as of another stage, apart.
"""

from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import LaterFactsAsked, PolicyChecksAsked
from scrutiny_app.domain.grading import GradeStage
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.grades import CheckReading, Grade, LaterReading
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.services import trail
from scrutiny_app.services.grading import check_turn
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.trail import now


class ReadOn(NamedTuple):
    """A case of which a member may read on, and the grade of theirs that stands from then on."""

    mine: MyRound
    case: MyCase
    own: Grade


def may_read_on(session: Session, reference: str, *, by: User) -> ReadOn | None:
    """Give a case with the grade that stands from then on, where its member may now ask to read more of it."""
    mine, case = find_my_case(session, reference, by)
    own = session.get_one(Grade, case.grade_id) if case.grade_id else None
    if own is None or own.grade is None or not mine.is_open or case.revealed_at is not None:
        return None
    return ReadOn(mine, case, own)


def next_to_read(session: Session, reference: str, *, by: User) -> GradeStage | None:
    """Give the stage to which a member whose grade is in may read on now; None where they may not, or have read all."""
    asked = may_read_on(session, reference, by=by)
    if asked is None:
        return None
    if asked.case.awaits_checks:
        return GradeStage.WITH_CHECKS
    released = from_json(session.get_one(Release, asked.case.release_id).content)
    return GradeStage.WITH_LATER if released.has_later and not asked.case.has_read_later else None


def read_checks(session: Session, reference: str, *, by: User) -> None:
    """Show a member from now on what the policy checks say of a case; their grade stands from then on.

    Raises Refused where no grade of theirs is in or the release has no checks, and GradingEnded.
    """
    mine, case = find_my_case(session, reference, by)
    check_turn(mine, case, by)
    if case.has_read_checks:
        return
    _require_grade(session, case, "the policy checks")
    if not case.has_checks:
        raise Refused("This case was released before there were policy checks, so it has none. Nothing was changed.")
    session.add(CheckReading(round_case_id=case.id, user_id=by.id, read_at=now()))
    session.flush()
    trail.record(session, PolicyChecksAsked(mine.round.id, case.id, case.release_id), by=by)


def read_later(session: Session, reference: str, *, by: User) -> None:
    """Show a member from now on what came after the decision; their grade stands from then on.

    Raises Refused where no grade of theirs is in, or the policy checks stand unread, and GradingEnded.
    """
    mine, case = find_my_case(session, reference, by)
    check_turn(mine, case, by)
    if case.has_read_later:
        return
    _require_grade(session, case, "what came later")
    if case.awaits_checks:
        raise Refused("Read the policy checks on this case first: what came later is read after them.")
    session.add(LaterReading(round_case_id=case.id, user_id=by.id, read_at=now()))
    session.flush()
    trail.record(session, LaterFactsAsked(mine.round.id, case.id), by=by)


def _require_grade(session: Session, case: MyCase, what: str) -> None:
    own = session.get_one(Grade, case.grade_id) if case.grade_id else None
    if own is None or own.grade is None:
        raise Refused(f"Grade this case first: you then read {what}. Nothing was changed.")
