"""Files received from a force's records system, and what was wrong with their rows; for the force's side alone."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base


class Extract(Base):
    """One file as received; every row of it is counted once."""

    __tablename__ = "extracts"
    __table_args__ = (CheckConstraint("imported + updated + unchanged + rejected = total", name="every_row_counted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    received_by: Mapped[str] = mapped_column(String(80))
    received_at: Mapped[datetime]
    total: Mapped[int]
    imported: Mapped[int]
    updated: Mapped[int]
    unchanged: Mapped[int]
    rejected: Mapped[int]
    problems: Mapped[list["ImportProblem"]] = relationship(order_by="ImportProblem.id")


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
