"""Members' private judgements, what keeps them from judging, and the moment at which they are shown."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base
from scrutiny_app.domain.grading import ConflictState, GradeStage
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.models.learning import LocalTheme

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Grade(Base):
    """One judgement by one member on one release, or an abstention (grade None); a change of mind is a new row.

    `missing` says what information a member lacked who could not grade on it. A judgement made with later facts in
    sight is of a stage of its own, and is counted apart.
    """

    __tablename__ = "grades"
    __table_args__ = (
        CheckConstraint(f"grade IN ({', '.join(repr(str(g)) for g in GradeWord)})", name="grade_known"),
        Index(None, "round_case_id", "user_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    grade: Mapped[GradeWord | None] = mapped_column(String(20))
    stage: Mapped[GradeStage] = mapped_column(String(20), default=GradeStage.AS_DECIDED)
    comment: Mapped[str]
    missing: Mapped[str] = mapped_column(default="")
    given_at: Mapped[datetime]
    observations: Mapped[list["GradeObservation"]] = relationship(lazy="selectin", order_by="GradeObservation.id")
    answers: Mapped[list["GradeAnswer"]] = relationship(lazy="selectin", order_by="GradeAnswer.id")

    @property
    def mark(self) -> int:
        """Tell this judgement from its member's others by its own time: an id would tell how many all members gave."""
        return (self.given_at - _EPOCH) // timedelta(microseconds=1)


class GradeObservation(Base):
    """A coded remark on a grade; good practice is one too."""

    __tablename__ = "grade_observations"

    id: Mapped[int] = mapped_column(primary_key=True)
    grade_id: Mapped[int] = mapped_column(ForeignKey("grades.id"), index=True)
    theme: Mapped[str] = mapped_column(String(40))
    severity: Mapped[str] = mapped_column(String(20))
    text: Mapped[str]
    local_id: Mapped[int | None] = mapped_column(ForeignKey(LocalTheme.id))


class GradeAnswer(Base):
    """A member's answer to one guided question, on the way to a grade."""

    __tablename__ = "grade_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    grade_id: Mapped[int] = mapped_column(ForeignKey("grades.id"), index=True)
    question: Mapped[str] = mapped_column(String(40))
    answer: Mapped[str] = mapped_column(String(20))
    remark: Mapped[str]


class GradeDraft(Base):
    """What a member has begun to write on a case and not submitted; theirs alone, and gone once they submit."""

    __tablename__ = "grade_drafts"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]


class CheckReading(Base):
    """That a member asked to read the policy checks, from when on their grade on what was known stands."""

    __tablename__ = "check_readings"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    read_at: Mapped[datetime]


class LaterReading(Base):
    """That a member asked to read what came after a decision, from when on their grade on what was known stands."""

    __tablename__ = "later_readings"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    read_at: Mapped[datetime]


class Conflict(Base):
    """A step in what is known of one person's conflict with one case; the newest step counts."""

    __tablename__ = "conflicts"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(str(s)) for s in ConflictState)})", name="state_known"),
        Index(None, "round_case_id", "user_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[ConflictState] = mapped_column(String(20))
    set_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime]


class ConflictLift(Base):
    """A proposal to lift a person's conflict with a case, on one of the known grounds; another person decides."""

    __tablename__ = "conflict_lifts"

    id: Mapped[int] = mapped_column(primary_key=True)
    conflict_id: Mapped[int] = mapped_column(ForeignKey("conflicts.id"), index=True)
    ground: Mapped[str] = mapped_column(String(20))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    proposed_at: Mapped[datetime]


class ConflictLiftDecision(Base):
    """The second person's word on a proposal to lift a conflict."""

    __tablename__ = "conflict_lift_decisions"

    lift_id: Mapped[int] = mapped_column(ForeignKey("conflict_lifts.id"), primary_key=True)
    agreed: Mapped[bool]
    decided_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime]


class Interest(Base):
    """An area or a body of which a person has said in advance that its cases must not be put before them.

    `matched_at` says until when the force has looked through the cases on file for it; withdrawn_at ends it.
    """

    __tablename__ = "interests"
    __table_args__ = (CheckConstraint("kind IN ('area', 'body')", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(String(120))
    declared_at: Mapped[datetime]
    matched_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class CalibrationGrade(Base):
    """A member's judgement of one invented case of their induction; it counts for nothing."""

    __tablename__ = "calibration_grades"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    grade: Mapped[GradeWord] = mapped_column(String(20))
    comment: Mapped[str]
    given_at: Mapped[datetime]


class Reveal(Base):
    """The chair's reveal of one case, which ends grading on it."""

    __tablename__ = "reveals"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    revealed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    revealed_at: Mapped[datetime]
