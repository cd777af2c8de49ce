"""What all may know of a frame and its draw: digests, counts, rules and dice. The files and the picks are elsewhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Frame(Base):
    """A round's frozen frame: never changed once kept. The newest counts, unless its draw was voided."""

    __tablename__ = "frames"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), index=True)
    draw_id: Mapped[str] = mapped_column(String(64), unique=True)
    digest: Mapped[str] = mapped_column(String(64))
    exclusions_digest: Mapped[str] = mapped_column(String(64))
    total: Mapped[int]
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    exclusions: Mapped[dict[str, int]] = mapped_column(JSON)
    allocation: Mapped[dict[str, int]] = mapped_column(JSON)
    rules: Mapped[dict[str, Any]] = mapped_column(JSON)
    targeted: Mapped[bool]
    frozen_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    frozen_at: Mapped[datetime]


class Draw(Base):
    """The one draw from a frame, with the public dice that decided it, and how they came (`DiceBy`)."""

    __tablename__ = "draws"

    id: Mapped[int] = mapped_column(primary_key=True)
    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), unique=True)
    dice: Mapped[str] = mapped_column(String(400))
    rolled_by: Mapped[str] = mapped_column(String(400))
    witnessed_by: Mapped[str] = mapped_column(String(400), default="")
    how: Mapped[str] = mapped_column(String(20), default="dice")
    drawn_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    drawn_at: Mapped[datetime]


class DiceParty(Base):
    """One party of dice that are rolled apart, as it was named before any committed."""

    __tablename__ = "dice_parties"

    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    of_force: Mapped[bool]


class DiceDeed(Base):
    """What a party did: committed, revealed its nonce and digits, or was recorded as silent.

    A commitment typed wrongly is followed by another `number`, until the last party has committed; both are kept.
    """

    __tablename__ = "dice_deeds"
    __table_args__ = (
        ForeignKeyConstraint(["frame_id", "name"], ["dice_parties.frame_id", "dice_parties.name"]),
        CheckConstraint("deed IN ('commit', 'reveal', 'silence')", name="deed_known"),
        CheckConstraint("deed = 'commit' OR number = 1", name="commitments_alone_again"),
    )

    frame_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    deed: Mapped[str] = mapped_column(String(10), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    commitment: Mapped[str | None] = mapped_column(String(64))
    nonce: Mapped[str | None] = mapped_column(String(128))
    digits: Mapped[str | None] = mapped_column(String(60))
    at: Mapped[datetime]
