"""Rounds, and each drawn case's place in one, as reviewers know it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.domain.questions import Question
from scrutiny_app.domain.rounds import RoundKind, Rule


class Round(Base):
    """One draw of cases put before reviewers: a panel round, a lead's dip sample or a registrar's audit."""

    __tablename__ = "rounds"
    __table_args__ = (
        CheckConstraint("kind IN ('panel', 'dip_sample', 'audit')", name="kind_known"),
        CheckConstraint("(kind = 'panel') = (panel_id IS NOT NULL)", name="panel_named"),
        CheckConstraint("period_from <= period_to", name="period_in_order"),
        CheckConstraint("size > 0", name="size_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[RoundKind] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(120), unique=True)
    force: Mapped[str] = mapped_column(String(120))
    panel_id: Mapped[int | None] = mapped_column(ForeignKey("panels.id"))
    period_from: Mapped[date]
    period_to: Mapped[date]
    filters: Mapped[dict[str, Any]] = mapped_column(JSON)
    strata: Mapped[list[str]] = mapped_column(JSON, default=lambda: ["disposal"])
    size: Mapped[int]
    floor: Mapped[int] = mapped_column(default=2)
    cap: Mapped[int | None]
    rule: Mapped[Rule] = mapped_column(String(20), default=Rule.PROPORTIONAL)
    theme: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    questions: Mapped[list[str]] = mapped_column(JSON, default=lambda: [str(question) for question in Question])
    targeted: Mapped[bool] = mapped_column(default=False)
    planned_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    planned_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    close_on: Mapped[date | None]
    closed_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]


class RoundCase(Base):
    """One drawn case as reviewers know it: a random reference and a place in the round, nothing that leads back.

    It is withdrawn where it was found ineligible, or its draw was voided; then it is no case of the round any more.
    """

    __tablename__ = "round_cases"
    __table_args__ = (UniqueConstraint("round_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    position: Mapped[int]
    withdrawn_at: Mapped[datetime | None]
