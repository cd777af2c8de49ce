"""Releases taken away from everybody at once: reported by a reader, or recalled by the force."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Withholding(Base):
    """One person's word that a release must not be read; it is never undone, only followed by another release.

    `texts` names the texts in which a reader says that somebody can be identified; the words themselves are not kept.
    """

    __tablename__ = "withholdings"
    __table_args__ = (UniqueConstraint("release_id", "withheld_by"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    texts: Mapped[list[str]] = mapped_column(JSON)
    withheld_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    withheld_at: Mapped[datetime]
