"""Grading: a member reads a released case and judges it, alone.

A judgement is appended; the newest counts until the round closes or the chair reveals the case.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from scrutiny_app.domain import grading
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import GradeGiven, ReleaseRead
from scrutiny_app.domain.grading import GradeIncomplete, Observation
from scrutiny_app.domain.people import GRADING_ROLES, Body
from scrutiny_app.domain.releasing import ReleasedCase, from_json
from scrutiny_app.models.grades import Grade, GradeObservation
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.services import trail
from scrutiny_app.services.my_cases import MyCase, MyRound, find_my_case, name_in_words
from scrutiny_app.services.trail import now


class GradingEnded(Refused):
    """A grade that comes after the round was closed or the case revealed."""


@dataclass(frozen=True)
class CaseRead:
    """One case before one reader: where it stands in their round, what was released, and their own newest grade."""

    mine: MyRound
    case: MyCase
    content: ReleasedCase
    own: Grade | None
    kept_back: bool = False  # what came after the decision, until this reader has judged it or the case is revealed

    @property
    def may_change(self) -> bool:
        """Say whether a grade may be given or changed now."""
        return self.mine.is_open and self.case.revealed_at is None


def read_case(session: Session, reference: str, *, by: User) -> CaseRead:
    """Give a case's newest release to one who may read it, and record that they did and which version."""
    mine, case = find_my_case(session, reference, by)

    release = session.get_one(Release, case.release_id)
    own = session.get_one(Grade, case.grade_id) if case.grade_id else None

    content = from_json(release.content)
    kept_back = content.has_later and own is None and case.revealed_at is None

    trail.record(session, ReleaseRead(mine.round.id, case.id, case.release_id), by=by)
    return CaseRead(mine, case, content.as_decided() if kept_back else content, own, kept_back)


def give_grade(
    session: Session,
    reference: str,
    *,
    version: int,
    grade: grading.Grade,
    observations: Collection[Observation] = (),
    comment: str = "",
    by: User,
) -> Grade:
    """Keep a member's judgement of the version that they read; the same one twice is kept once.

    Raises GradingEnded, Overtaken where a newer version was released meanwhile, and GradeIncomplete.
    """
    mine, case = find_my_case(session, reference, by)
    _check_turn(mine, case, by)
    if version != case.version:
        raise Overtaken(
            f"This case was released again, as version {case.version}, after you opened it. Read it again below: what "
            "you chose and wrote is still in the form, and was not saved."
        )
    comment = comment.strip()
    grading.check_complete(grade, observations, comment)
    if name := name_in_words(session, mine.round, comment):
        raise GradeIncomplete(f"Name nobody: take out {name}.")

    before = session.get_one(Grade, case.grade_id) if case.grade_id else None
    if before and _same(before, case.release_id, grade, observations, comment):
        return before
    return _keep(session, mine, case, grade, observations, comment, by=by)


def abstain(session: Session, reference: str, *, by: User) -> Grade:
    """Keep that a member gives no grade on a case, in place of any they gave; after the close, only where none is."""
    mine, case = find_my_case(session, reference, by)
    before = session.get_one(Grade, case.grade_id) if case.grade_id else None
    if case.revealed_at is not None or (before and before.grade and not mine.is_open):
        _check_turn(mine, case, by)
    _check_grader(by)

    if before and before.grade is None:
        return before
    return _keep(session, mine, case, None, (), "", by=by)


def _check_turn(mine: MyRound, case: MyCase, by: User) -> None:
    _check_grader(by)
    if case.revealed_at is not None:
        raise GradingEnded("The chair has revealed this case, so grading on it has ended. Nothing was saved.")
    if not mine.is_open:
        raise GradingEnded("This round has closed, so grades can no longer be given or changed. Nothing was saved.")


def _check_grader(by: User) -> None:
    if by.role not in GRADING_ROLES or by.body == Body.POLICE:
        raise Refused("Police advisers and the commissioner’s officers read and answer questions; they give no grades.")


def _same(
    kept: Grade, release_id: int, grade: grading.Grade, observations: Collection[Observation], comment: str
) -> bool:
    seen = {(one.theme, one.severity, one.text) for one in kept.observations}
    given = {(one.theme, one.severity, one.text) for one in observations}
    return (kept.release_id, kept.grade, kept.comment, seen) == (release_id, grade, comment, given)


def _keep(
    session: Session,
    mine: MyRound,
    case: MyCase,
    grade: grading.Grade | None,
    observations: Collection[Observation],
    comment: str,
    *,
    by: User,
) -> Grade:
    kept = Grade(
        round_case_id=case.id,
        release_id=case.release_id,
        user_id=by.id,
        grade=grade,
        comment=comment,
        given_at=now(),
        observations=[
            GradeObservation(theme=one.theme.value, severity=one.severity.value, text=one.text) for one in observations
        ],
    )
    session.add(kept)
    session.flush()
    trail.record(session, GradeGiven(mine.round.id, case.id, case.release_id, kept.id), by=by)
    return kept
