"""Panels and who sits on them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Panel(Base):
    """One independent panel that scrutinises one force's cases."""

    __tablename__ = "panels"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    force: Mapped[str] = mapped_column(String(120))
    least_members: Mapped[int] = mapped_column(default=3)
    created_at: Mapped[datetime]


class Seat(Base):
    """One person's place on a panel; left_at ends it."""

    __tablename__ = "seats"

    panel_id: Mapped[int] = mapped_column(ForeignKey("panels.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    since: Mapped[datetime]
    left_at: Mapped[datetime | None]
