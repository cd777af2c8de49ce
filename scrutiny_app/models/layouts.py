"""How a force's files are laid out: which column fills which field; for the force's side alone."""

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Layout(Base):
    """One version of a named mapping that somebody confirmed; a later confirmation is a new version."""

    __tablename__ = "layouts"
    __table_args__ = (UniqueConstraint("force", "name", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    name: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    mapping: Mapped[str] = mapped_column(Text)  # JSON of domain.mapping.Mapping
    saved_by: Mapped[str] = mapped_column(String(80))
    saved_at: Mapped[datetime]
