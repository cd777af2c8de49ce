"""Which case bears which number: in a table of its own, which panel code never maps and its role cannot read."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class CaseNumber(Base):
    """The force's own number for a case."""

    __tablename__ = "case_numbers"
    __table_args__ = (UniqueConstraint("force", "number"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    force: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(200))
