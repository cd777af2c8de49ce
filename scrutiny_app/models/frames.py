"""What all may know of a frame and its draw: digests, counts, rules and dice. The files and the picks are elsewhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
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
    """One party of dice that are rolled apart: its commitment and, once all have committed, its nonce and digits."""

    __tablename__ = "dice_parties"

    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    of_force: Mapped[bool]
    commitment: Mapped[str | None] = mapped_column(String(64))
    committed_at: Mapped[datetime | None]
    nonce: Mapped[str | None] = mapped_column(String(128))
    digits: Mapped[str | None] = mapped_column(String(60))
    revealed_at: Mapped[datetime | None]
    silent: Mapped[bool] = mapped_column(default=False)
