"""Minutes once they are approved: kept whole and for good, with what was put right about them afterwards."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class MinutesApproval(Base):
    """That a round's minutes were approved at a later meeting of the panel, and all that they said then."""

    __tablename__ = "minutes_approvals"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    approved_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime]


class MinutesCorrection(Base):
    """A dated note on approved minutes; the minutes themselves stay as they are."""

    __tablename__ = "minutes_corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("minutes_approvals.round_id"), index=True)
    text: Mapped[str]
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]
