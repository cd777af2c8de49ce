"""What the force says of a drawn case after the draw: asked for, and received. The force's side alone maps this."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base, Sealed


class InformationRequest(Base):
    """A lead's request to somebody for what is missing from a drawn case; its words are sealed.

    `items` are labels of the recording list; closed_at is set when it was answered or taken back.
    """

    __tablename__ = "information_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"), index=True)
    asked_of: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    items: Mapped[list[str]] = mapped_column(JSON)
    sealed: Mapped[bytes] = mapped_column(Sealed)
    due_on: Mapped[date]
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class ReceivedText(Base):
    """One text of a drawn case that came after the draw, sealed; it is redacted, checked and released like the rest.

    `at_the_time` says that the decision-maker had it; what they did not have is kept back until a member has graded.
    """

    __tablename__ = "received_texts"
    __table_args__ = (UniqueConstraint("round_case_id", "number"), UniqueConstraint("kind", "source_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    round_case_id: Mapped[int] = mapped_column(ForeignKey("round_cases.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(30))
    source_id: Mapped[int | None]
    at_the_time: Mapped[bool]
    sealed: Mapped[bytes] = mapped_column(Sealed)
    digest: Mapped[str] = mapped_column(String(64))
    received_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    received_at: Mapped[datetime]
