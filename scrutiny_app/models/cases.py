"""Cases by what a frame needs of them in clear: an id and facets. The force's side alone maps this."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class Facets:
    """What of a case is kept in clear, wherever it is kept."""

    force: Mapped[str] = mapped_column(String(120))
    area: Mapped[str | None] = mapped_column(String(200))
    offence_group: Mapped[str] = mapped_column(String(40))
    class_of_trial: Mapped[str | None] = mapped_column(String(20))
    outcome_code: Mapped[str] = mapped_column(String(4))
    disposal: Mapped[str] = mapped_column(String(40))
    tier: Mapped[str | None] = mapped_column(String(200))
    disposal_date: Mapped[date]
    age_group: Mapped[str | None] = mapped_column(String(10))
    sex: Mapped[str | None] = mapped_column(String(10))
    ethnicity: Mapped[str | None] = mapped_column(String(20))
    domestic_abuse: Mapped[bool | None]
    hate: Mapped[bool | None]
    weapon: Mapped[bool | None]
    sexual: Mapped[bool | None]
    child_involved: Mapped[bool | None]


class Case(Facets, Base):
    """One finalised disposal given to one person; everything that identifies anyone is in its dossier."""

    __tablename__ = "cases"
    __table_args__ = (
        Index(None, "force", "disposal_date", "disposal"),
        # The few that were corrected, which a frame keeps apart.
        Index("ix_cases_corrected", "force", sqlite_where=text("version > 1"), postgresql_where=text("version > 1")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    imported_at: Mapped[datetime]
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"))
