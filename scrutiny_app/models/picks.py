"""The frozen files of a frame and what was drawn from them, by case. The force's side alone maps this."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class FrameFile(Base):
    """A frame's exclusions, byte for byte as hashed, and which version of each dossier was frozen with it.

    `versions` gives, by case id, the version of the cases that had been corrected; the others were at their first. It
    is kept rather than worked out from times, which the clocks of two machines may tell differently.
    """

    __tablename__ = "frame_files"

    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), primary_key=True)
    exclusions: Mapped[bytes]
    versions: Mapped[dict[str, int]] = mapped_column(JSON)


class FramePart(Base):
    """A piece of a frame's file, whole lines of it; all of them in order are the bytes that were hashed."""

    __tablename__ = "frame_parts"

    draw_id: Mapped[str] = mapped_column(
        # The file is kept as it is hashed, so before there is a frame for it to belong to.
        ForeignKey("frames.draw_id", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lines: Mapped[bytes]


class Pick(Base):
    """One drawn case, or a reserve, with its ticket and the dossier version that was frozen with it.

    A reserve that comes in is given its place in the round, once; nothing else of it ever changes.
    """

    __tablename__ = "picks"
    __table_args__ = (
        UniqueConstraint("draw_id", "stratum", "position"),
        UniqueConstraint("draw_id", "case_id"),
        ForeignKeyConstraint(["case_id", "dossier_version"], ["dossiers.case_id", "dossiers.version"]),
        CheckConstraint("kind IN ('pick', 'reserve')", name="kind_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draws.id"))
    case_id: Mapped[int]
    dossier_version: Mapped[int]
    stratum: Mapped[str] = mapped_column(String(1000))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    ticket: Mapped[str] = mapped_column(String(64))
    round_case_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"), unique=True)


class ChangeReason(Base):
    """Why a change of a draw was proposed, sealed."""

    __tablename__ = "change_reasons"

    change_id: Mapped[int] = mapped_column(ForeignKey("draw_changes.id"), primary_key=True)
    reason: Mapped[bytes] = mapped_column(Sealed)
