"""Browsers' sessions as kept: found by the digest of an opaque id, ended by deleting the row.

A session ends 30 minutes after it was last used and 8 hours after it began. An update of a row that was deleted
meanwhile changes nothing, so a request already under way does not bring a revoked session back.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, lambda_stmt, select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.models.people import User, WebSession
from scrutiny_app.services import terms
from scrutiny_app.services.plain_rows import as_read, plain_rows
from scrutiny_app.services.trail import now

# Put together once: every page asks it.
_WITH_PERSON = lambda_stmt(
    lambda: terms.with_terms(
        select(WebSession.data, WebSession.started_at, WebSession.seen_at, *User.__table__.columns)
        .outerjoin(User, and_(User.id == WebSession.user_id, User.disabled_at.is_(None)))
        .where(WebSession.id_digest == bindparam("digest"))
    ),
    enable_tracking=False,
)
_PERSON = User.__table__.columns.keys()


class SessionSeen(NamedTuple):
    """What a page needs of a session: what it holds, when it began and was last used, and who signed in on it.

    `terms_of` is a panel (by id) whose terms of reference that person has to accept before they read a case.
    """

    data: str
    started_at: datetime
    seen_at: datetime
    person: User | None
    terms_of: int | None


IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=8)


def _digest(session_id: str) -> str:
    return hashlib.sha256(session_id.encode()).hexdigest()


def _has_ended(row: Any) -> bool:
    return bool(row.seen_at < now() - IDLE or row.started_at < now() - WHOLE)


def find_session(session: Session, session_id: str) -> WebSession | None:
    """Find a session that has neither ended nor been left idle."""
    row = session.get(WebSession, _digest(session_id))
    return None if row is None or _has_ended(row) else row


def find_session_of(session: Session, session_id: str) -> SessionSeen | None:
    """Find a session as `find_session` does, with whoever signed in on it unless they were disabled."""
    rows: Sequence[Any] = plain_rows(session, _WITH_PERSON, {"digest": _digest(session_id)}).all()
    if not rows or _has_ended(rows[0]):
        return None
    data, started_at, seen_at, user_id = rows[0][:4]
    if user_id is None:
        return SessionSeen(data, started_at, seen_at, None, None)
    who = as_read(User, dict(zip(_PERSON, rows[0][3:], strict=False)))
    return SessionSeen(data, started_at, seen_at, who, terms.waits_for(rows) if who.role in PANEL_ROLES else None)


def keep_session(session: Session, session_id: str, data: dict[str, Any]) -> None:
    """Keep what a session holds and that it was used just now; a revoked one stays revoked."""
    kept = {"data": json.dumps(data), "seen_at": now(), "user_id": _user_id(data)}
    session.execute(update(WebSession).where(WebSession.id_digest == _digest(session_id)).values(kept))


def begin_session(session: Session, data: dict[str, Any], *, instead_of: str | None) -> str:
    """Begin a session and give its new id; the one that it replaces, and all that have ended, are deleted."""
    session_id = secrets.token_urlsafe(32)
    if instead_of:
        session.execute(delete(WebSession).where(WebSession.id_digest == _digest(instead_of)))
    session.execute(delete(WebSession).where(WebSession.seen_at < now() - WHOLE))
    row = WebSession(id_digest=_digest(session_id), data=json.dumps(data), started_at=now(), seen_at=now())
    row.user_id = _user_id(data)
    session.add(row)
    return session_id


def person(session: Session, user_id: int) -> User | None:
    """Give the person of an id, unless they were disabled."""
    user = session.get(User, user_id)
    return user if user and user.disabled_at is None else None


def _user_id(data: dict[str, Any]) -> int | None:
    user_id = data.get("_user_id")
    return int(user_id) if user_id else None
