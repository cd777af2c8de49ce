"""Redactions in the making: each edit is a new version, sealed. The force's side alone maps this."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class Redaction(Base):
    """One version of a case's redaction; made_by is None for the machine's own draft."""

    __tablename__ = "redactions"
    __table_args__ = (UniqueConstraint("round_case_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    version: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(Sealed)
    digest: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime]


class RedactionCheck(Base):
    """A person's word that they checked one version and it is ready for a second person.

    `risks` are codes of domain.story_risks that they saw and left in; `note` says, sealed, why nobody is recognised.
    """

    __tablename__ = "redaction_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    redaction_id: Mapped[int] = mapped_column(ForeignKey("redactions.id"), index=True)
    risks: Mapped[list[str]] = mapped_column(JSON, default=list)
    note: Mapped[bytes | None] = mapped_column(Sealed)
    checked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    checked_at: Mapped[datetime]


class RedactionReturn(Base):
    """A second person's no to what was said to be ready, with their remarks, sealed: it must be checked again."""

    __tablename__ = "redaction_returns"

    check_id: Mapped[int] = mapped_column(ForeignKey("redaction_checks.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)
    returned_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    returned_at: Mapped[datetime]
