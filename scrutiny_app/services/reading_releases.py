"""Reading a released case: as it stands for one reader, what they said of it, and the record that they read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import grading
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.events import Event, ReleaseRead, SpreadRead
from scrutiny_app.domain.grading import GradeStage
from scrutiny_app.domain.releasing import ReleasedCase, from_json
from scrutiny_app.models.grades import Grade, GradeDraft
from scrutiny_app.models.people import User
from scrutiny_app.services import drafts, trail
from scrutiny_app.services.checking import checks_of
from scrutiny_app.services.local_themes import ThemeOfCase, local_themes_of_case
from scrutiny_app.services.my_cases import find_my_case, is_still, read_my_case
from scrutiny_app.services.my_rounds import MyCase, MyRound

_OWN = (
    select(Grade)
    .where(Grade.round_case_id == bindparam("case"), Grade.user_id == bindparam("me"))
    .order_by(Grade.id.desc())
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
