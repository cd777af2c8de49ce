"""Sessions kept on the server: the browser holds an opaque 256-bit id and nothing else."""

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from scrutiny_app.services import access
from scrutiny_app.services.trail import now
from scrutiny_app.web.current import reading, transaction

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

SEEN_EVERY = timedelta(minutes=1)  # how often merely reading pages is written down as use


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """One browser's session while a request is answered; old_id is the id that the browser came with, if it counts."""

    def __init__(self, data: dict[str, Any] | None = None, old_id: str | None = None) -> None:
        super().__init__(data, on_update=lambda changed: setattr(changed, "modified", True))
        self.old_id = old_id
        self.seen_at: datetime | None = None
        self.modified = False
        self.rotated = False
        self.person: User | None = None  # who had signed in on it when the request came
        self.terms_of: int | None = None  # a panel (by id) whose terms that person has to accept first
        self.counts = True  # whether this request is a use of the session

    def rotate(self) -> None:
        """Go on under a new id, as at sign-in and sign-out: an id learnt before is worth nothing after."""
        self.rotated = self.modified = True


class ServerSessions(SessionInterface):
    """Flask's way to open and save sessions."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Find the session that the cookie names, or begin an empty one."""
        session_id = request.cookies.get(self.get_cookie_name(app))
        if not session_id or request.path.startswith(f"{app.static_url_path}/"):
            return ServerSession()
        with reading() as db:
            found = access.find_session_of(db, session_id)
        if found is None:
            return ServerSession()
        session = ServerSession(json.loads(found.data), session_id)
        session.seen_at, session.person, session.terms_of = found.seen_at, found.person, found.terms_of
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed, under a new id where the session was rotated or is new."""
        if not isinstance(session, ServerSession):
            raise TypeError("the session is not ours")
        name, secure = self.get_cookie_name(app), self.get_cookie_secure(app)
        if session.old_id and not session.rotated:
            late = session.seen_at is None or session.seen_at < now() - SEEN_EVERY
            if session.modified or (session.counts and late):
                with transaction() as db:
                    access.keep_session(db, session.old_id, dict(session))
        elif session.modified:
            with transaction() as db:
                session_id = access.begin_session(db, dict(session), instead_of=session.old_id)
            response.set_cookie(name, session_id, secure=secure, httponly=True, samesite="Lax", path="/")
