"""Sessions kept on the server: the browser holds an opaque 256-bit id and nothing else.

A session ends 30 minutes after it was last used and 8 hours after it began. Its row is deleted to revoke it, and a
request already under way does not bring it back.
"""

import hashlib
import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, update
from werkzeug.datastructures import CallbackDict

from scrutiny_app.models.people import WebSession
from scrutiny_app.services.trail import now
from scrutiny_app.web.current import reading, transaction

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=8)
SEEN_EVERY = timedelta(minutes=1)


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """One browser's session while a request is answered."""

    def __init__(self, data: dict[str, Any] | None = None, old_id: str | None = None) -> None:
        super().__init__(data, on_update=lambda changed: setattr(changed, "modified", True))
        self.old_id = old_id
        self.seen_at: datetime | None = None
        self.started_at: datetime | None = None
        self.modified = False
        self.rotated = False
        self.ended = False

    def rotate(self) -> None:
        """Go on under a new id, as at sign-in: an id learnt before is worth nothing after."""
        self.rotated = self.modified = True
        self.started_at = None

    def end(self) -> None:
        """End the session when this request has been answered."""
        self.ended = True


def digest(session_id: str) -> str:
    """Give the digest under which a session is kept: the id itself is not in the database."""
    return hashlib.sha256(session_id.encode()).hexdigest()


class ServerSessions(SessionInterface):
    """Flask's way to open and save sessions, over the web_sessions table."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Find the session that the cookie names, or begin an empty one."""
        session_id = request.cookies.get(self.get_cookie_name(app))
        if not session_id or request.endpoint == "static":
            return ServerSession()
        with reading() as db:
            row = db.get(WebSession, digest(session_id))
        if row is None or row.seen_at < now() - IDLE or row.started_at < now() - WHOLE:
            return ServerSession()
        session = ServerSession(json.loads(row.data), session_id)
        session.seen_at, session.started_at = row.seen_at, row.started_at
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed; a session that was revoked meanwhile stays revoked."""
        assert isinstance(session, ServerSession)
        name = self.get_cookie_name(app)
        if session.ended:
            _forget(session.old_id)
            response.delete_cookie(name, secure=self.get_cookie_secure(app), httponly=True, samesite="Lax")
            return
        if session.old_id and not session.rotated:
            if session.modified or session.seen_at is None or session.seen_at < now() - SEEN_EVERY:
                _keep(session, session.old_id)
        elif session.modified:
            response.set_cookie(
                name, _begin(session), secure=self.get_cookie_secure(app), httponly=True, samesite="Lax", path="/"
            )


def _keep(session: ServerSession, session_id: str) -> None:
    with transaction() as db:
        kept = {"data": json.dumps(dict(session)), "seen_at": now(), "user_id": _user_id(session)}
        db.execute(update(WebSession).where(WebSession.id_digest == digest(session_id)).values(kept))


def _begin(session: ServerSession) -> str:
    session_id = secrets.token_urlsafe(32)
    with transaction() as db:
        if session.old_id:
            db.execute(delete(WebSession).where(WebSession.id_digest == digest(session.old_id)))
        db.execute(delete(WebSession).where(WebSession.seen_at < now() - WHOLE))
        db.add(
            WebSession(
                id_digest=digest(session_id),
                user_id=_user_id(session),
                data=json.dumps(dict(session)),
                started_at=now(),
                seen_at=now(),
            )
        )
    return session_id


def _forget(session_id: str | None) -> None:
    if session_id:
        with transaction() as db:
            db.execute(delete(WebSession).where(WebSession.id_digest == digest(session_id)))


def _user_id(session: ServerSession) -> int | None:
    user_id = session.get("_user_id")
    return int(user_id) if user_id else None
