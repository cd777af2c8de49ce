"""Copies of a round's pack, one for each reader and form, and what became of them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class PackCopy(Base):
    """One copy of a round's released cases, made for one reader and marked with its serial.

    `state` is the digest of what it was made from, so that the same state gives the same bytes.
    """

    __tablename__ = "pack_copies"
    __table_args__ = (UniqueConstraint("round_id", "reader_id", "form", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    form: Mapped[str] = mapped_column(String(10))
    serial: Mapped[str] = mapped_column(String(20), unique=True)
    state: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime]
    expires_on: Mapped[date]


class CopyFate(Base):
    """What became of one copy: counted back in, destroyed, or lost; the first word on it stands."""

    __tablename__ = "copy_fates"

    copy_id: Mapped[int] = mapped_column(ForeignKey("pack_copies.id"), primary_key=True)
    fate: Mapped[str] = mapped_column(String(20))
    said_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    said_at: Mapped[datetime]
