"""Cases of a file that is still being read: in nobody's sight until the last transaction moves them to `cases`."""

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.models.cases import Facets


class StagedCase(Facets, Base):
    """One row that would add a case (version 1) or change one; its dossier is kept already, under the same version.

    `changed` names the fields that differ from what is held; `refused` says that somebody would not have the change.
    """

    __tablename__ = "staged_cases"

    extract_id: Mapped[int] = mapped_column(ForeignKey("extracts.id"), primary_key=True)
    case_id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    row: Mapped[int]
    number: Mapped[str] = mapped_column(String(200))
    changed: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    refused: Mapped[bool] = mapped_column(default=False)
