"""Members' private judgements, what keeps them from judging, and the moment at which they are shown."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base
from scrutiny_app.domain.grading import ConflictState
from scrutiny_app.domain.grading import Grade as GradeWord


class Grade(Base):
    """One judgement by one member on one release, or an abstention (grade None); a change of mind is a new row."""

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
    comment: Mapped[str]
    given_at: Mapped[datetime]
    observations: Mapped[list["GradeObservation"]] = relationship(lazy="selectin", order_by="GradeObservation.id")


class GradeObservation(Base):
    """A coded remark on a grade; good practice is one too."""

    __tablename__ = "grade_observations"

    id: Mapped[int] = mapped_column(primary_key=True)
    grade_id: Mapped[int] = mapped_column(ForeignKey("grades.id"), index=True)
    theme: Mapped[str] = mapped_column(String(40))
    severity: Mapped[str] = mapped_column(String(20))
    text: Mapped[str]


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


class Reveal(Base):
    """The chair's reveal of one case, which ends grading on it."""

    __tablename__ = "reveals"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    revealed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    revealed_at: Mapped[datetime]
