"""The panel's agreed results: drafted, signed, and never edited."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base
from scrutiny_app.domain.agreeing import Escalation as EscalationRoute
from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.models.learning import LocalTheme


class Finding(Base):
    """One version of the panel's result on one case; a new draft, or one that supersedes, is a new row.

    `reached` says how the panel came to it, and `votes` how many were for each result where it voted. One that
    supersedes a signed finding names it, gives its reason, and is signed only once a second person has agreed.
    """

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("round_case_id", "version"),
        CheckConstraint(f"result IN ({', '.join(repr(str(r)) for r in Result)})", name="result_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    version: Mapped[int]
    result: Mapped[Result] = mapped_column(String(20))
    remarks: Mapped[str]
    dissent: Mapped[str]
    reached: Mapped[Reached | None] = mapped_column(String(20))
    votes: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("findings.id"))
    reason: Mapped[str] = mapped_column(default="")
    drafted_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    drafted_at: Mapped[datetime]
    observations: Mapped[list["FindingObservation"]] = relationship(lazy="selectin", order_by="FindingObservation.id")
    signature: Mapped["Signature | None"] = relationship(lazy="joined")


class FindingObservation(Base):
    """A coded remark of the panel's own."""

    __tablename__ = "finding_observations"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)
    theme: Mapped[str] = mapped_column(String(40))
    severity: Mapped[str] = mapped_column(String(20))
    text: Mapped[str]
    local_id: Mapped[int | None] = mapped_column(ForeignKey(LocalTheme.id))


class Signature(Base):
    """The chair's signature under one version of a finding."""

    __tablename__ = "signatures"

    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), primary_key=True)
    signed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    signed_at: Mapped[datetime]


class Seconding(Base):
    """A second person's agreement that a finding shall take the place of a signed one."""

    __tablename__ = "finding_seconds"

    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), primary_key=True)
    seconded_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    seconded_at: Mapped[datetime]


class Escalation(Base):
    """Something that a case is passed on for, apart from its grade; no letter mentions it."""

    __tablename__ = "escalations"
    __table_args__ = (
        CheckConstraint(f"route IN ({', '.join(repr(str(r)) for r in EscalationRoute)})", name="route_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), index=True)
    route: Mapped[EscalationRoute] = mapped_column(String(30))
    note: Mapped[str]
    raised_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    raised_at: Mapped[datetime]


class EscalationTakenBack(Base):
    """That what a case was passed on for was taken back; its words are shown nowhere from then on."""

    __tablename__ = "escalations_taken_back"

    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id"), primary_key=True)
    taken_back_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    taken_back_at: Mapped[datetime]


class FindingDraft(Base):
    """What a chair has begun to write of a finding and not saved; theirs alone, and gone once they save it."""

    __tablename__ = "finding_drafts"

    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    version: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]
