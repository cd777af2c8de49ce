"""Files received from a force's records system, and what was wrong with their rows; for the force's side alone."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class Extract(Base):
    """One file as received; every row of it that has been read is counted once.

    `said` is why it could not be read, sealed because it may quote the file. `by_command` marks a file that a command
    reads in its own process, which no worker may take; `ask` one whose columns a person is asked about even if its
    layout is known.
    """

    __tablename__ = "extracts"
    __table_args__ = (
        CheckConstraint("imported + updated + unchanged + refused + rejected = total", name="every_row_counted"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    holds: Mapped[str] = mapped_column(String(20), default="cases")
    stage: Mapped[str] = mapped_column(String(20), default="done", index=True)
    by_command: Mapped[bool] = mapped_column(default=False)
    ask: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    received_by: Mapped[str] = mapped_column(String(80))
    received_at: Mapped[datetime]
    layout_id: Mapped[int | None] = mapped_column(ForeignKey("layouts.id"))
    chunks: Mapped[int] = mapped_column(default=0)
    share: Mapped[float] = mapped_column(default=0.0)
    problems_found: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    imported: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)
    said: Mapped[bytes | None] = mapped_column(Sealed)


class ExtractPart(Base):
    """A piece of a received file, sealed, kept only until the file has been read."""

    __tablename__ = "extract_parts"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)


class ExtractLook(Base):
    """What was seen in a file before it was read, and how it is mapped so far, sealed; samples go once it is read."""

    __tablename__ = "extract_looks"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    headings: Mapped[bytes] = mapped_column(Sealed)
    look: Mapped[bytes | None] = mapped_column(Sealed)
    mapping: Mapped[bytes | None] = mapped_column(Sealed)


class RejectedRows(Base):
    """The rejected rows of one chunk as they stood, sealed, so that they can be mended and sent again."""

    __tablename__ = "rejected_rows"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    chunk: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)


class ImportProblem(Base):
    """One thing wrong with one cell: what kind of value stood there and what to do, never the value."""

    __tablename__ = "import_problems"

    id: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), index=True)
    row: Mapped[int]
    column: Mapped[str] = mapped_column(String(200))
    code: Mapped[str] = mapped_column(String(40))
    found: Mapped[str] = mapped_column(String(200))
    advice: Mapped[str] = mapped_column(String(500))
