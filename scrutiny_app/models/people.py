"""People who sign in, their sessions, and the guesses made at their passwords."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base
from scrutiny_app.domain.people import Body, Role


def one_of(column: str, words: type[Role] | type[Body]) -> CheckConstraint:
    """Hold a column to the words of an enumeration."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


class User(Base):
    """One person with one role; the force is None for the panel's people, the body None for the force's."""

    __tablename__ = "users"
    __table_args__ = (one_of("role", Role), one_of("body", Body), UniqueConstraint("force", "staff_number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[Role] = mapped_column(String(30))
    force: Mapped[str | None] = mapped_column(String(120))
    body: Mapped[Body | None] = mapped_column(String(30))
    staff_number: Mapped[str | None] = mapped_column(String(30))
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    email: Mapped[str | None] = mapped_column(String(254))
    password_hash: Mapped[str] = mapped_column(String(200))
    password_changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class WebSession(Base):
    """One browser's session, found by the SHA-256 of its opaque id; user_id is None until sign-in."""

    __tablename__ = "web_sessions"

    id_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    data: Mapped[str]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)


class Guess(Base):
    """One attempt to sign in, counted before the password is checked."""

    __tablename__ = "guesses"
    __table_args__ = (Index(None, "who_digest", "made_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    who_digest: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
