"""What the force's side writes or attaches to an action, sealed. The force's side alone maps this."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed
from scrutiny_app.domain.following import Words


class ActionText(Base):
    """One text of an action as the force wrote it, or took it from a file, with the draft of what the panel may read.

    A later draft of the same words is a new row.
    """

    __tablename__ = "action_texts"
    __table_args__ = (CheckConstraint(f"kind IN ({', '.join(repr(str(w)) for w in Words)})", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    kind: Mapped[Words] = mapped_column(String(20))
    sealed: Mapped[bytes] = mapped_column(Sealed)
    draft: Mapped[bytes] = mapped_column(Sealed)
    from_file: Mapped[bool] = mapped_column(default=False)
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]
