"""Letters that tell officers what a panel found, and their replies; both sealed. The force's side alone maps this."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from scrutiny_app.database import Base, Sealed
from scrutiny_app.domain.learning import Addressee


class Letter(Base):
    """One letter about one signed finding to one addressee, kept from the first edit on.

    It may be held, while an escalation is open; handed over as a document, to somebody without a sign-in; or ended,
    where its addressee has left the force or is long absent, which their supervisor is told.
    """

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("finding_id", "addressee"),
        CheckConstraint(f"addressee IN ({', '.join(repr(str(a)) for a in Addressee)})", name="addressee_known"),
        CheckConstraint("(sent_at IS NULL) = (to_user_id IS NULL)", name="sent_to_someone"),
        CheckConstraint("acknowledged_at IS NULL OR sent_at IS NOT NULL", name="sent_before_acknowledged"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"))
    addressee: Mapped[Addressee] = mapped_column(String(20))
    sealed: Mapped[bytes] = mapped_column(Sealed)
    edited_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    edited_at: Mapped[datetime]
    to_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    sent_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    held_at: Mapped[datetime | None]
    handed_at: Mapped[datetime | None]
    handed_form: Mapped[str | None] = mapped_column(String(10))
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str | None] = mapped_column(String(20))
    replies: Mapped[list["Reply"]] = relationship(lazy="selectin", order_by="Reply.id")


class Reply(Base):
    """What the addressee wrote back."""

    __tablename__ = "replies"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), index=True)
    sealed: Mapped[bytes] = mapped_column(Sealed)
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]
