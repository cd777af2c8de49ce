"""The files of a zip that was received, on their way to their cases. The force's side alone maps this."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class AttachedFile(Base):
    """One file by its place in its zip, and what became of it; its name, which may identify, is sealed.

    What was found in it is kept, sealed too, only until it has joined a case's dossier.
    """

    __tablename__ = "attached_files"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fate: Mapped[str] = mapped_column(String(20))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    name: Mapped[bytes] = mapped_column(Sealed)
    found: Mapped[bytes | None] = mapped_column(Sealed)
