"""What a frame is held against: the force's own totals, and numbers that somebody named from outside."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class OutcomeTotal(Base):
    """How many outcomes of a disposal the force itself counts in a round's period."""

    __tablename__ = "outcome_totals"
    __table_args__ = (CheckConstraint("total >= 0", name="total_counts"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    disposal: Mapped[str] = mapped_column(String(40), primary_key=True)
    total: Mapped[int]
    entered_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime]


class NamedNumber(Base):
    """A crime or case number from outside, and the registrar's answer where it is in the frame's matter."""

    __tablename__ = "named_numbers"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        CheckConstraint("answer IN ('in_frame', 'excluded', 'absent')", name="answer_known"),
        CheckConstraint("(answer IS NULL) = (answered_by IS NULL)", name="answer_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    number: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(20))
    named_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    named_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(40))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    answered_at: Mapped[datetime | None]
