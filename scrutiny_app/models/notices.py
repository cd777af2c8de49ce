"""Notices that wait to be sent by e-mail: to whom and of what, and never a word of a case."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Notice(Base):
    """One notice to one person; `about` is the round, meeting, letter or action by id, as the kind has it."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("user_id", "kind", "about", "turn"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[str] = mapped_column(String(30))
    about: Mapped[int]
    turn: Mapped[int] = mapped_column(default=1)
    due_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
