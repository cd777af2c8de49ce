"""Public reports: prepared, approved by the chair and by the registrar, published, and never edited."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class PublicReport(Base):
    """One version of a public report on some rounds; `content` is all that it prints, and `digest` is of that."""

    __tablename__ = "public_reports"
    __table_args__ = (UniqueConstraint("force", "slug", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    slug: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    version: Mapped[int]
    rounds: Mapped[list[int]] = mapped_column(JSON)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    prepared_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime]


class PublicAttack(Base):
    """That a version stood the attack: the digest of all that was attacked, with what was published before.

    What the digest is of is in `domain/public_attacked.py`. A version may be attacked again, with what came since.
    """

    __tablename__ = "public_attacks"
    __table_args__ = (UniqueConstraint("report_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("public_reports.id"))
    digest: Mapped[str] = mapped_column(String(64))
    stood_at: Mapped[datetime]


class LineApproval(Base):
    """One line of free text of a report that a person has read and found fit to print; the digest is of the line."""

    __tablename__ = "line_approvals"
    __table_args__ = (UniqueConstraint("report_id", "line_digest", "approved_by"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("public_reports.id"))
    line_digest: Mapped[str] = mapped_column(String(64))
    approved_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime]


class PublicStep(Base):
    """What was done with a version of a report: approved by the chair or the registrar, published, or withdrawn."""

    __tablename__ = "public_steps"
    __table_args__ = (
        UniqueConstraint("report_id", "step"),
        CheckConstraint("step IN ('chair', 'registrar', 'published', 'withdrawn')", name="step_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("public_reports.id"))
    step: Mapped[str] = mapped_column(String(20))
    done_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    done_at: Mapped[datetime]


class PublicSentBack(Base):
    """A version that the chair or the registrar does not approve: it goes back to who prepared it, with the reasons."""

    __tablename__ = "public_reports_sent_back"

    report_id: Mapped[int] = mapped_column(ForeignKey("public_reports.id"), primary_key=True)
    reasons: Mapped[str]
    sent_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    sent_at: Mapped[datetime]


class PublicReturn(Base):
    """The counts of a round's public national return that stood the attack: from then on they count as published.

    `state` is the round as its findings stood (`domain/public_cells.py`), `content` the return itself.
    """

    __tablename__ = "public_returns"
    __table_args__ = (UniqueConstraint("round_id", "state", "hidden_below"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    state: Mapped[str] = mapped_column(String(80))
    hidden_below: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]


class PublicPreparation(Base):
    """What a worker is to prepare, as its attack takes long: a public report or return, and what came of that."""

    __tablename__ = "public_preparations"

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    wanted: Mapped[dict[str, Any]] = mapped_column(JSON)
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    report_id: Mapped[int | None] = mapped_column(ForeignKey("public_reports.id"))
    refusal: Mapped[str | None]
