"""What a lead has marked on cases, and the cases that a targeted round was given; for the force's side alone."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class CaseMark(Base):
    """A live complaint or appeal, which keeps a case out of every frame until it is lifted."""

    __tablename__ = "case_marks"
    __table_args__ = (CheckConstraint("mark IN ('complaint', 'appeal')", name="mark_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    mark: Mapped[str] = mapped_column(String(20))
    reason: Mapped[bytes] = mapped_column(Sealed)
    marked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    marked_at: Mapped[datetime]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    lifted_at: Mapped[datetime | None]


class ChosenCase(Base):
    """One case that a targeted round was planned for by its number."""

    __tablename__ = "chosen_cases"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
