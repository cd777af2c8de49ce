"""What findings teach: learning points, a force's own themes, and who answers for a round's findings."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class LearningPoint(Base):
    """Something worth teaching that findings of several rounds bear out; a change is a new version."""

    __tablename__ = "learning_points"
    __table_args__ = (UniqueConstraint("number", "force", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    number: Mapped[int]
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    good: Mapped[str]
    policy: Mapped[str]
    findings: Mapped[list[int]] = mapped_column(JSON)
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]
    retired: Mapped[bool] = mapped_column(default=False)


class LocalTheme(Base):
    """A force's own theme: part of one of the common themes, from one day on and until another."""

    __tablename__ = "local_themes"
    __table_args__ = (UniqueConstraint("force", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    under: Mapped[str] = mapped_column(String(40))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    added_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    added_at: Mapped[datetime]


class Accountable(Base):
    """The senior officer whom a force has named to receive each round's findings; the newest row of a force counts."""

    __tablename__ = "accountable"

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    named_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    named_at: Mapped[datetime]


class Handover(Base):
    """A round's findings as handed to the accountable officer, and when they said that they had read them."""

    __tablename__ = "handovers"
    __table_args__ = (UniqueConstraint("round_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    handed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    handed_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
