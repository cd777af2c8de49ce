"""A panel's meetings: when and how each is held, who came, what the room is shown, and what was noted."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.domain.meetings import Attending, Manner


class Meeting(Base):
    """One meeting at which a round is put before its panel; in writing, it lasts until ends_at.

    `showing_id` is the case on the room's screen, `showing_draft` whether the words of its finding
    that is saved and not signed are too. A meeting that was cancelled stays, and another is planned.
    """

    __tablename__ = "meetings"
    __table_args__ = (CheckConstraint(f"manner IN ({', '.join(repr(str(m)) for m in Manner)})", name="manner_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)
    manner: Mapped[Manner] = mapped_column(String(20))
    place: Mapped[str] = mapped_column(String(200))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    planned_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    planned_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    chaired_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    showing_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"))
    showing_since: Mapped[datetime | None]
    showing_draft: Mapped[bool] = mapped_column(default=False, server_default=false())
    ended_at: Mapped[datetime | None]


class MeetingMove(Base):
    """A change to a meeting's time or place, or its cancellation: what it was, and why."""

    __tablename__ = "meeting_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    was_at: Mapped[datetime]
    was_in: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str]
    moved_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    moved_at: Mapped[datetime]


class Attendance(Base):
    """Whether one person came to a meeting; the newest word counts."""

    __tablename__ = "attendances"
    __table_args__ = (CheckConstraint(f"state IN ({', '.join(repr(str(a)) for a in Attending)})", name="state_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[Attending] = mapped_column(String(20))
    set_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime]


class MeetingNote(Base):
    """Something noted at a meeting for its minutes, on one case or on none."""

    __tablename__ = "meeting_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    round_case_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"))
    text: Mapped[str]
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]


class StruckNote(Base):
    """That a note was struck out: from then on its words are shown nowhere, and that it was struck is."""

    __tablename__ = "struck_notes"

    note_id: Mapped[int] = mapped_column(ForeignKey("meeting_notes.id"), primary_key=True)
    struck_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    struck_at: Mapped[datetime]
