"""What became of a draw: a case replaced, all of it voided, the sample grown; proposed by one, decided by another.

The reasons are elsewhere, sealed, because they may name somebody. `accounts` is what figures rest on from then on: each
stratum's places, the tickets looked at and the cases that stand.
"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class DrawChange(Base):
    """A change of a draw, as proposed; `round_case_id` is the case to be taken out, and `ground` why."""

    __tablename__ = "draw_changes"
    __table_args__ = (CheckConstraint("kind IN ('replace', 'void', 'grow')", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    round_case_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"))
    ground: Mapped[str | None] = mapped_column(String(40))
    leave_empty: Mapped[bool] = mapped_column(default=False)
    proposed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    proposed_at: Mapped[datetime]


class DrawDecision(Base):
    """What was decided of a change; `into_id` is the case that came in."""

    __tablename__ = "draw_decisions"

    change_id: Mapped[int] = mapped_column(ForeignKey("draw_changes.id"), primary_key=True)
    approved: Mapped[bool]
    into_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"))
    accounts: Mapped[dict[str, list[int]] | None] = mapped_column(JSON(none_as_null=True))
    decided_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime]
