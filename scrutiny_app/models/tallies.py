"""Cases counted beforehand, by month and all their facets, so that a plan's counts need not pass over every case."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.models.cases import Facets


class Tally(Facets, Base):
    """How many cases of a month are alike in every facet; `disposal_date` is the month's first day."""

    __tablename__ = "tallies"
    __table_args__ = (Index(None, "force", "disposal_date"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cases: Mapped[int]


class Tallied(Base):
    """Up to which of a force's files its cases are counted; counts older than its newest file are not used."""

    __tablename__ = "tallied"

    force: Mapped[str] = mapped_column(String(120), primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"))
