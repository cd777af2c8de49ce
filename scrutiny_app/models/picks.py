"""The frozen files of a frame and what was drawn from them, by case. The force's side alone maps this."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class FrameFile(Base):
    """The frame and its exclusions, byte for byte as hashed, and which version of each dossier was frozen with it.

    `versions` gives, by case id, the version of the cases that had been corrected; the others were at their first. It
    is kept rather than worked out from times, which the clocks of two machines may tell differently.
    """

    __tablename__ = "frame_files"

    frame_id: Mapped[int] = mapped_column(ForeignKey("frames.id"), primary_key=True)
    frame: Mapped[bytes]
    exclusions: Mapped[bytes]
    versions: Mapped[dict[str, int]] = mapped_column(JSON)


class Pick(Base):
    """One drawn case, or a reserve, with its ticket and the dossier version that was frozen with it."""

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
    stratum: Mapped[str] = mapped_column(String(200))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    ticket: Mapped[str] = mapped_column(String(64))
    round_case_id: Mapped[int | None] = mapped_column(ForeignKey("round_cases.id"), unique=True)
