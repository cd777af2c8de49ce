"""Panels, who sits on them, and what a seat asks of whoever takes it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Panel(Base):
    """One independent panel that scrutinises the cases of one force or of two, and the quorum that it needs."""

    __tablename__ = "panels"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    force: Mapped[str] = mapped_column(String(120))
    second_force: Mapped[str | None] = mapped_column(String(120))
    least_members: Mapped[int] = mapped_column(default=3)
    least_magistrates: Mapped[int] = mapped_column(default=1)
    least_outside: Mapped[int] = mapped_column(default=1)
    yjs_for_child: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class Seat(Base):
    """One person's place on a panel; left_at ends it. A deputy chairs a meeting only once they have stepped in."""

    __tablename__ = "seats"

    panel_id: Mapped[int] = mapped_column(ForeignKey("panels.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    since: Mapped[datetime]
    left_at: Mapped[datetime | None]
    is_deputy: Mapped[bool] = mapped_column(default=False)


class Terms(Base):
    """One version of a panel's terms of reference; an acceptance of it lasts so many days."""

    __tablename__ = "panel_terms"
    __table_args__ = (UniqueConstraint("panel_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    panel_id: Mapped[int] = mapped_column(ForeignKey("panels.id"))
    version: Mapped[int]
    text: Mapped[str]
    lasts_days: Mapped[int]
    set_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime]


class Acceptance(Base):
    """One person's acceptance of one version of the terms of reference."""

    __tablename__ = "terms_accepted"

    id: Mapped[int] = mapped_column(primary_key=True)
    terms_id: Mapped[int] = mapped_column(ForeignKey("panel_terms.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    accepted_at: Mapped[datetime]


class Training(Base):
    """One training that a person of a panel has had; the newest of a subject counts, until it expires."""

    __tablename__ = "trainings"

    id: Mapped[int] = mapped_column(primary_key=True)
    panel_id: Mapped[int] = mapped_column(ForeignKey("panels.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    subject: Mapped[str] = mapped_column(String(120))
    taken_on: Mapped[date]
    expires_on: Mapped[date | None]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime]
