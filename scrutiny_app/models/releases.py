"""What reviewers see: the approved, immutable versions of a case."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Release(Base):
    """One approved version of one case in a round; its content is JSON built from released fields alone."""

    __tablename__ = "releases"
    __table_args__ = (
        UniqueConstraint("round_case_id", "version"),
        CheckConstraint("checked_by <> approved_by", name="two_people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    version: Mapped[int]
    content: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    checked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    approved_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime]


class ReleaseChecks(Base):
    """What the policy checks said of one release when it was made; its content is JSON, kept as it was reckoned.

    A release from before there were checks has none.
    """

    __tablename__ = "release_checks"

    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), primary_key=True)
    content: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
