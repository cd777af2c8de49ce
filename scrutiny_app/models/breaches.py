"""Why releases were recalled, and what was decided on possible breaches. The force's side alone maps this."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class RecallReason(Base):
    """Why the force recalled a release, sealed: a reason is likely to name somebody."""

    __tablename__ = "recall_reasons"

    withholding_id: Mapped[int] = mapped_column(ForeignKey("withholdings.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)


class BreachDecision(Base):
    """What was decided on one possible personal-data breach, and why, sealed; the newest counts."""

    __tablename__ = "breach_decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    withholding_id: Mapped[int] = mapped_column(ForeignKey("withholdings.id"), index=True)
    decision: Mapped[str] = mapped_column(String(20))
    sealed: Mapped[bytes] = mapped_column(Sealed)
    decided_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime]
