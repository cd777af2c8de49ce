"""Grading: a member reads a released case and judges it, alone.

A judgement is appended; the newest counts until the round closes or the chair reveals the case. What counts is made on
what the decision-maker had: once a grade is in, its giver may read on (services.reading_on), and what they say from
then on is kept as of another stage, apart.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import grading
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import GradeGiven
from scrutiny_app.domain.grading import GradeIncomplete, GradeStage, Observation
from scrutiny_app.domain.people import GRADING_ROLES, Body
from scrutiny_app.domain.questions import Answered
from scrutiny_app.domain.releasing import ReleasedCase, from_json
from scrutiny_app.models.grades import Grade, GradeAnswer, GradeObservation
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.services import drafts, trail
from scrutiny_app.services.my_cases import find_my_case, name_in_words
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.plain_rows import plain_rows
from scrutiny_app.services.trail import now

_CONTENT = select(Release.content).where(Release.id == bindparam("id"))


class GradingEnded(Refused):
    """A grade that comes after the round was closed or the case revealed."""


class GradedElsewhere(Overtaken):
    """A form that was filled before its member judged the case in another tab."""

    def __init__(self) -> None:
        super().__init__(
            "You judged this case in another tab after you opened this one. Both are below, and what is in this form "
            "was not saved: compare them, and submit again if it is what you now think."
        )


@dataclass(frozen=True)
class Judged:
    """What a member says of a case; without a grade, it says what is missing."""

    grade: grading.Grade | None
    observations: Collection[Observation] = ()
    comment: str = ""
    missing: str = ""
    answers: Collection[Answered] = ()


def give_grade(
    session: Session,
    reference: str,
    *,
    version: int,
    grade: grading.Grade | None,
    observations: Collection[Observation] = (),
    comment: str = "",
    missing: str = "",
    answers: Collection[Answered] = (),
    filled_from: int | None = grading.ANY_JUDGEMENT,
    by: User,
) -> Grade:
    """Keep a member's judgement of the version that they read; the same one twice is kept once.

    `filled_from` is the mark of the judgement that their form was filled from. Raises GradingEnded, Overtaken where a
    newer version was released or another tab judged the case meanwhile, and GradeIncomplete.
    """
    mine, case = find_my_case(session, reference, by)
    check_turn(mine, case, by)
    if version != case.version:
        raise Overtaken(
            f"This case was released again, as version {case.version}, after you opened it. Read it again below: what "
            "you chose and wrote is still in the form, and was not saved."
        )
    judged = Judged(grade, observations, comment.strip(), missing.strip() if grade is None else "", answers)
    _check_words(session, mine, judged)

    before = _kept(session, case.newest_grade_id)
    if before and _same(before, case.release_id, judged):
        drafts.drop_draft(session, case.id, by.id)
        return before
    if filled_from not in (grading.ANY_JUDGEMENT, before.mark if before else None):
        raise GradedElsewhere
    later = {"has_later": _released(session, case).has_later, "has_read_later": case.has_read_later}
    stage = grading.stage_now(**later, has_read_checks=case.has_read_checks)
    return _keep(session, mine, case, judged, stage, by=by)


def _check_words(session: Session, mine: MyRound, judged: Judged) -> None:
    grading.check_complete(judged.grade, judged.observations, judged.comment, judged.missing)
    texts = (judged.comment, judged.missing, *(one.remark for one in judged.answers))
    if name := name_in_words(session, mine.round, *texts):
        raise GradeIncomplete(f"Name nobody: take out {name}.")


def _released(session: Session, case: MyCase) -> ReleasedCase:
    return from_json(plain_rows(session, _CONTENT, {"id": case.release_id}).scalar_one())


def _kept(session: Session, grade_id: int | None) -> Grade | None:
    return session.get_one(Grade, grade_id) if grade_id else None


def abstain(session: Session, reference: str, *, by: User) -> Grade:
    """Keep that a member gives no grade on a case, in place of any they gave; after the close, only where none is."""
    mine, case = find_my_case(session, reference, by)
    before = session.get_one(Grade, case.grade_id) if case.grade_id else None
    if case.revealed_at is not None or (before and before.grade and not mine.is_open):
        check_turn(mine, case, by)
    _check_grader(by)

    if before and before.grade is None and not before.missing:
        return before
    return _keep(session, mine, case, Judged(None), GradeStage.AS_DECIDED, by=by)


def check_turn(mine: MyRound, case: MyCase, by: User) -> None:
    """Raise Refused where a person never grades, and GradingEnded where nobody does any more."""
    _check_grader(by)
    if case.revealed_at is not None:
        raise GradingEnded("The chair has revealed this case, so grading on it has ended. Nothing was saved.")
    if not mine.is_open:
        raise GradingEnded("This round has closed, so grades can no longer be given or changed. Nothing was saved.")


def _check_grader(by: User) -> None:
    if by.role not in GRADING_ROLES or by.body == Body.POLICE:
        raise Refused("Police advisers and the commissioner’s officers read and answer questions; they give no grades.")


def _same(kept: Grade, release_id: int, judged: Judged) -> bool:
    seen = {(one.theme, one.severity, one.text) for one in kept.observations}
    answered = {(one.question, one.answer, one.remark) for one in kept.answers}
    return (kept.release_id, kept.grade, kept.comment, kept.missing, seen, answered) == (
        release_id,
        judged.grade,
        judged.comment,
        judged.missing,
        {(one.theme, one.severity, one.text) for one in judged.observations},
        {(one.question, one.answer, one.remark) for one in judged.answers},
    )


def _keep(session: Session, mine: MyRound, case: MyCase, judged: Judged, stage: GradeStage, *, by: User) -> Grade:
    kept = Grade(
        round_case_id=case.id,
        release_id=case.release_id,
        user_id=by.id,
        grade=judged.grade,
        stage=stage,
        comment=judged.comment,
        missing=judged.missing,
        given_at=now(),
        observations=[
            GradeObservation(theme=one.theme.value, severity=one.severity.value, text=one.text, local_id=one.local_id)
            for one in judged.observations
        ],
        answers=[
            GradeAnswer(question=one.question.value, answer=one.answer.value, remark=one.remark)
            for one in judged.answers
        ],
    )
    session.add(kept)
    session.flush()
    drafts.drop_draft(session, case.id, by.id)
    trail.record(session, GradeGiven(mine.round.id, case.id, case.release_id, kept.id), by=by)
    return kept
