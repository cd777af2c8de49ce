"""The trail: append-only, hash-chained; and the erasable reasons that its entries name by salted digest."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class TrailEntry(Base):
    """One deed, view, disclosure or refusal; triggers refuse update and delete."""

    __tablename__ = "trail"
    __table_args__ = (Index(None, "actor"), Index(None, "round_id"))

    position: Mapped[int] = mapped_column(
        BigInteger().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    event: Mapped[str] = mapped_column(String(60))
    facts: Mapped[str]
    round_id: Mapped[int | None]
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class Reason(Base):
    """Why something was done, in a person's words; erased at disposal, when its digest on the trail stays."""

    __tablename__ = "reasons"

    id: Mapped[int] = mapped_column(primary_key=True)
    salt: Mapped[str] = mapped_column(String(32))
    text: Mapped[str]
    written_at: Mapped[datetime]
