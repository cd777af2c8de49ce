"""Actions, what was done with each, and those of their words that the panel may read: its own, and released ones."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.domain.following import ActionKind, ActionStep, Words


class Action(Base):
    """One thing to be done by one person of the force until a day; its due day moves, which is a step."""

    __tablename__ = "actions"
    __table_args__ = (CheckConstraint(f"kind IN ({', '.join(repr(str(k)) for k in ActionKind)})", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120), index=True)
    kind: Mapped[ActionKind] = mapped_column(String(20))
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("findings.id"))
    escalation_id: Mapped[int | None] = mapped_column(ForeignKey("escalations.id"), unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    due_on: Mapped[date]
    set_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    set_at: Mapped[datetime]


class ActionDeed(Base):
    """One step that was taken with an action; the newest says how it stands."""

    __tablename__ = "action_deeds"
    __table_args__ = (CheckConstraint(f"step IN ({', '.join(repr(str(s)) for s in ActionStep)})", name="step_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    step: Mapped[ActionStep] = mapped_column(String(20))
    due_on: Mapped[date | None]
    done_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    done_at: Mapped[datetime]


class ActionWords(Base):
    """Words of an action that the panel may read: written on its own side, or checked by one and approved by another.

    `text_id` names the force's sealed words that they were made from, where there are such.
    """

    __tablename__ = "action_words"
    __table_args__ = (CheckConstraint(f"kind IN ({', '.join(repr(str(w)) for w in Words)})", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    kind: Mapped[Words] = mapped_column(String(20))
    text: Mapped[str]
    text_id: Mapped[int | None]
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    given_at: Mapped[datetime]
