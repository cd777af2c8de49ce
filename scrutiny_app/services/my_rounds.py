"""A round and its cases as one person has them: what they see of it, and how far they have come."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import GradeStage, Progress, stage_now
from scrutiny_app.models.rounds import Round


class MyCase(NamedTuple):
    """One case as one person has it; `place` is its number in the round, the same for everybody.

    `grade_id` is of their newest judgement on what the decision-maker had, `checked_grade_id` of the newest with the
    policy checks in sight, `later_grade_id` of the newest with later facts. `is_amended` says that it was released anew
    since this person judged it, `has_read_checks` and `has_read_later` what they asked to read. `own_grade` is what
    they themselves graded it, at the first stage; nothing here tells of anybody else's.
    """

    id: int
    reference: str
    place: int
    release_id: int
    version: int
    grade_id: int | None
    revealed_at: datetime | None
    progress: Progress
    is_amended: bool
    later_grade_id: int | None = None
    draft_saved_at: datetime | None = None
    has_read_later: bool = False
    own_grade: GradeWord | None = None
    checked_grade_id: int | None = None
    has_checks: bool = False
    has_read_checks: bool = False

    @property
    def newest_grade_id(self) -> int | None:
        """Give the id of whatever this person said last on the case, at any stage."""
        ids = (self.grade_id, self.checked_grade_id, self.later_grade_id)
        return max((one for one in ids if one is not None), default=None)

    @property
    def awaits_checks(self) -> bool:
        """Say whether policy checks stand between this person and what came later."""
        return self.has_checks and not self.has_read_checks

    @property
    def reached(self) -> GradeStage:
        """Give the furthest stage to which this person has read."""
        return stage_now(has_later=True, has_read_later=self.has_read_later, has_read_checks=self.has_read_checks)


@dataclass(frozen=True)
class MyRound:
    """One round as one person has it: whether they may grade today, the cases that they see, and how many there are."""

    round: Round
    is_open: bool
    cases: tuple[MyCase, ...]
    size: int

    @property
    def sees_all(self) -> bool:
        """Say whether this person sees every case of the round."""
        return len(self.cases) == self.size

    @property
    def begun(self) -> int:
        """Count the cases of which this person has a draft that they have not submitted."""
        return sum(case.draft_saved_at is not None and case.revealed_at is None for case in self.cases)

    @property
    def answered(self) -> int:
        """Count the cases that this person has graded, or said that they give no grade on."""
        return sum(case.grade_id is not None for case in self.cases)

    @property
    def answered_how(self) -> str:
        """Say what `answered` counts: graded, or answered where some of it is no grade."""
        ungraded = sum(case.grade_id is not None and case.own_grade is None for case in self.cases)
        if not ungraded:
            return "graded"
        return f"answered, {ungraded} of them without a grade" if self.answered > 1 else "answered, without a grade"

    def next_after(self, place: int = 0) -> MyCase | None:
        """Give the next case to grade behind a place, or else the first one before it."""
        waiting = [case for case in self.cases if case.progress is Progress.TO_GRADE]
        return next((case for case in waiting if case.place > place), waiting[0] if waiting else None)

    def beside(self, place: int) -> tuple[MyCase | None, MyCase | None]:
        """Give the cases before and after a place, whichever this person sees; None at either end."""
        before = [case for case in self.cases if case.place < place]
        after = [case for case in self.cases if case.place > place]
        return before[-1] if before else None, after[0] if after else None
