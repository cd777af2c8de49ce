"""All that identifies anyone in a case, sealed; each correction is a new version. The force's side alone maps this."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class Dossier(Base):
    """One version of one case's whole record; `fingerprint` is keyed, so that it tells nothing without the case key.

    It may be kept before its case is, while a file is being read, so `case_id` is no foreign key; until the case
    points to it nobody can reach it.
    """

    __tablename__ = "dossiers"

    case_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(primary_key=True)
    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), index=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)
    fingerprint: Mapped[str] = mapped_column(String(64))
    kept_at: Mapped[datetime]
