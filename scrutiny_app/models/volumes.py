"""Tables of volumes that were made for publication: kept, since the next ones are attacked together with them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class PublishedVolumes(Base):
    """One set of tables with small numbers hidden; `content` is all that they print."""

    __tablename__ = "published_volumes"

    id: Mapped[int] = mapped_column(primary_key=True)
    force: Mapped[str] = mapped_column(String(120), index=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime]
