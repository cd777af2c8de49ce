"""Tokens for analysis: made by a person for a program, read-only, of some scopes and for some days, revoked at once.

A token's secret is shown once; what is kept is its SHA-256, which suffices for 256 random bits. Whatever its maker may
no longer read, the token does not read either.
"""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import TokenMade, TokenRevoked
from scrutiny_app.domain.scopes import LIFETIMES, PREFIX, Scope
from scrutiny_app.models.people import User
from scrutiny_app.models.tokens import ApiToken
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now

LONGEST_NAME, LONGEST_SECRET = 120, 200  # characters
MOST = 20  # tokens of one person that are live


def make_token(session: Session, name: str, scopes: Collection[Scope], days: int, *, by: User) -> tuple[ApiToken, str]:
    """Make a token and give its secret, which is nowhere else; raise Refused for no name, no scope or a wrong life."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(
            f"Name the token after the program that will use it, in at most {LONGEST_NAME} letters and digits."
        )
    if not scopes:
        raise Refused("Choose at least one kind of figures.")
    if days not in LIFETIMES:
        raise Refused("Choose for how many days the token shall live.")
    if len([one for one in tokens_of(session, by) if is_live(one)]) >= MOST:
        raise Refused(f"You have {MOST} tokens that are live. Revoke one that is no longer used, then make this one.")

    secret = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken(
        name=name,
        secret_digest=_digest(secret),
        scopes=sorted(scopes),
        made_by=by.id,
        made_at=now(),
        expires_at=now() + timedelta(days=days),
    )
    session.add(row)
    session.flush()
    trail.record(session, TokenMade(row.id, ",".join(row.scopes)), by=by)
    return row, secret


def revoke_token(session: Session, token_id: int, *, by: User) -> None:
    """End a token of one's own from this moment on; raise NotYours for any other."""
    row = session.get(ApiToken, token_id)
    if row is None or row.made_by != by.id:
        raise NotYours
    if row.revoked_at is None:
        row.revoked_at = now()
        trail.record(session, TokenRevoked(row.id), by=by)


def tokens_of(session: Session, by: User) -> Sequence[ApiToken]:
    """List a person's tokens, newest first, the ended ones too."""
    return session.scalars(select(ApiToken).where(ApiToken.made_by == by.id).order_by(ApiToken.id.desc())).all()


def is_live(token: ApiToken) -> bool:
    """Say whether a token is neither revoked nor expired."""
    return token.revoked_at is None and now() < token.expires_at


def find_token(session: Session, secret: str) -> tuple[ApiToken, User] | None:
    """Give the live token of a secret and the person who made it, or None: wrong, ended, or of one who may no more."""
    if not secret.startswith(PREFIX) or len(secret) > LONGEST_SECRET:
        return None
    query = select(ApiToken, User).join(User, ApiToken.made_by == User.id)
    row = session.execute(query.where(ApiToken.secret_digest == _digest(secret))).one_or_none()
    if row is None:
        return None
    token, maker = row
    may = maker.disabled_at is None and allows(maker.role, Permission.READ_BY_PROGRAM)
    return (token, maker) if may and is_live(token) else None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", errors="replace")).hexdigest()
