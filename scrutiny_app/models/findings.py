"""The panel's agreed results: drafted, signed, and never edited."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base
from scrutiny_app.domain.agreeing import Result


class Finding(Base):
    """One version of the panel's result on one case; a new draft, or one that supersedes, is a new row."""

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


class Signature(Base):
    """The chair's signature under one version of a finding."""

    __tablename__ = "signatures"

    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), primary_key=True)
    signed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    signed_at: Mapped[datetime]
