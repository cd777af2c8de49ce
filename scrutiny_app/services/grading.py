"""Grading: a member reads a released case and judges it, alone.

A judgement is appended; the newest counts until the round closes or the chair reveals the case. What counts is made on
what the decision-maker had: once a grade is in, its giver may read on (services.reading_on), and what they say from
then on is kept as of another stage, apart.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import grading
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import Event, GradeGiven, ReleaseRead, SpreadRead
from scrutiny_app.domain.grading import GradeIncomplete, GradeStage, Observation
from scrutiny_app.domain.people import GRADING_ROLES, Body
from scrutiny_app.domain.questions import Answered
from scrutiny_app.domain.releasing import ReleasedCase, from_json
from scrutiny_app.models.grades import Grade, GradeAnswer, GradeDraft, GradeObservation
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.services import drafts, trail
from scrutiny_app.services.checking import checks_of
from scrutiny_app.services.local_themes import ThemeOfCase, local_themes_of_case
from scrutiny_app.services.my_cases import find_my_case, is_still, name_in_words, read_my_case
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.plain_rows import plain_rows
from scrutiny_app.services.trail import now

_OWN = (
    select(Grade)
    .where(Grade.round_case_id == bindparam("case"), Grade.user_id == bindparam("me"))
    .order_by(Grade.id.desc())
)
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
class CaseRead:
    """One case before one reader: where it stands in their round, what was released, and what they said of it.

    `own` is their newest judgement on what the decision-maker had, `with_checks` their newest with the policy checks in
    sight, `with_later` with later facts. `checks` are there once they may be read.
    """

    mine: MyRound
    case: MyCase
    content: ReleasedCase
    own: Grade | None
    kept_back: bool = False  # what came after the decision, until this reader asks for it or the case is revealed
    with_later: Grade | None = None
    draft: GradeDraft | None = None
    own_themes: Sequence[ThemeOfCase] = ()  # the force's own, with which the case may be coded
    with_checks: Grade | None = None
    checks: Checked | None = None
    earlier: Sequence[Grade] = ()  # what the reader had said before any of these, newest first

    @property
    def may_change(self) -> bool:
        """Say whether a grade may be given or changed now."""
        return self.mine.is_open and self.case.revealed_at is None

    @property
    def newest(self) -> Grade | None:
        """Give what the reader said last, at any stage."""
        return max((one for one in self.said if one), key=lambda one: one.id, default=None)

    @property
    def said(self) -> tuple[Grade | None, ...]:
        """Give what the reader said at each stage, None where nothing."""
        return self.own, self.with_checks, self.with_later

    @property
    def stage(self) -> GradeStage:
        """Tell of which stage the next judgement would be."""
        later = {"has_later": self.content.has_later, "has_read_later": not self.kept_back}
        return grading.stage_now(**later, has_read_checks=self.case.has_read_checks)

    @property
    def may_read_checks(self) -> bool:
        """Say whether they may now ask to read the policy checks: once they have graded."""
        return self.case.awaits_checks and self._has_graded

    @property
    def may_read_later(self) -> bool:
        """Say whether they may now ask to read what came later: once they have graded and read the checks."""
        return self.kept_back and not self.case.awaits_checks and self._has_graded

    @property
    def _has_graded(self) -> bool:
        return self.may_change and self.own is not None and self.own.grade is not None


@dataclass(frozen=True)
class Judged:
    """What a member says of a case; without a grade, it says what is missing."""

    grade: grading.Grade | None
    observations: Collection[Observation] = ()
    comment: str = ""
    missing: str = ""
    answers: Collection[Answered] = ()


def read_case(session: Session, reference: str, *, by: User) -> CaseRead:
    """Give a case's newest release to one who may read it, and record that they did and which version."""
    read = look_at_case(session, reference, by=by)
    trail.record(session, ReleaseRead(read.mine.round.id, read.case.id, read.case.release_id), by=by)
    return read


def record_read(session: Session, read: CaseRead, *, with_spread: bool, by: User) -> bool:
    """Record that a case was read, and its spread with it; False, and nothing, where it was changed in between.

    So it can be read beside other writers, who wait for the record alone. Raises NotYours where it was taken away.
    """
    if not is_still(session, read.case, by):
        return False
    seen: list[Event] = [ReleaseRead(read.mine.round.id, read.case.id, read.case.release_id)]
    if with_spread:
        seen.append(SpreadRead(read.mine.round.id, read.case.id))
    trail.record(session, *seen, by=by)
    return True


def look_at_case(session: Session, reference: str, *, by: User) -> CaseRead:
    """Give a case as `read_case` does; whoever shows it records that it was read."""
    mine, case, released = read_my_case(session, reference, by)

    content = from_json(released)
    given = list(session.scalars(_OWN, {"case": case.id, "me": by.id})) if case.newest_grade_id else []
    said = {one.id: one for one in given}
    own, with_checks, with_later = (
        said.pop(one, None) if one else None for one in (case.grade_id, case.checked_grade_id, case.later_grade_id)
    )
    revealed = case.revealed_at is not None
    kept_back = content.has_later and not revealed and not case.has_read_later
    open_draft = case.draft_saved_at is not None and mine.is_open and not revealed
    draft = drafts.draft_of(session, case, by=by) if open_draft else None

    shown = content.as_decided() if kept_back else content
    themes = local_themes_of_case(session, case.reference, by=by)
    may_see_checks = case.has_checks and (revealed or case.has_read_checks)
    checks = checks_of(session, [case.release_id])[case.release_id] if may_see_checks else None
    if checks and kept_back:
        checks = checks.as_decided()
    earlier = tuple(said.values())
    return CaseRead(mine, case, shown, own, kept_back, with_later, draft, themes, with_checks, checks, earlier)


def is_standing(session: Session, reference: str, *, version: int | None, revealed: bool, by: User) -> bool:
    """Say whether a case that a reader has open stands as they have it; raise NotYours where it is not theirs."""
    _mine, case = find_my_case(session, reference, by)
    return version in (None, case.version) and (case.revealed_at is not None) == revealed


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
