"""Signing in by name and password.

At most ten guesses in five minutes are taken for a name (a hundred from one address), counted in the database and so
across all workers, before the password is looked at. An unknown name costs the same time and gets the same answer.
"""

import hashlib
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import SignedIn, SignInRefused
from scrutiny_app.domain.passwords import LONGEST
from scrutiny_app.domain.people import Nobody, kept_username
from scrutiny_app.models.people import Guess, User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now

HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
# The hash of 256 random bits that nobody kept, so that an unknown name takes as long as a known one.
_NOBODYS_HASH = "$argon2id$v=19$m=65536,t=3,p=1$TtOezxA8qw4fblqXM0juZg$wZq+S/QHPQCx2k2Cw8805iJTdeKpjWwvCFZrBfIlg2s"
GUESSES = 10
WINDOW = timedelta(minutes=5)


class CannotSignIn(Refused):
    """The one answer to a wrong name, a wrong password, a disabled person and a wrong portal."""

    def __init__(self) -> None:
        super().__init__("The username or password is not right. Check both and try again.")


class WrongPassword(Refused):
    """The person who has signed in gave another password than their own."""

    def __init__(self) -> None:
        super().__init__("That is not your password now. Enter it again.")


class TooManyGuesses(Refused):
    """The name or the address has used up its guesses."""

    def __init__(self) -> None:
        super().__init__("Too many attempts. Wait five minutes, then try again.")


def count_guess(session: Session, username: str, address: str) -> None:
    """Count one attempt; raise TooManyGuesses at ten in five minutes for a name, or a hundred from an address."""
    since = now() - WINDOW
    session.execute(delete(Guess).where(Guess.made_at < since))
    for who, most in ((f"name:{kept_username(username)}", GUESSES), (f"address:{address}", 10 * GUESSES)):
        digest = _guesser(who)
        made = session.scalar(select(func.count()).select_from(Guess).where(Guess.who_digest == digest)) or 0
        if made >= most:
            raise TooManyGuesses
        session.add(Guess(who_digest=digest, made_at=now()))


def _guesser(who: str) -> str:
    return hashlib.sha256(who.encode()).hexdigest()


def recognise(session: Session, username: str, password: str) -> User | None:
    """Find the person whose name and password these are, or None, in the same time whoever was asked for."""
    user = session.scalar(select(User).where(User.username == kept_username(username)))
    if len(password) > LONGEST:
        return None
    try:
        HASHER.verify(user.password_hash if user else _NOBODYS_HASH, password)
    except (VerificationError, InvalidHashError):
        return None
    return user if user and user.disabled_at is None else None


def let_in(session: Session, user: User, portal: str) -> None:
    """Record that a person signed in, and forget the guesses made at their name."""
    session.execute(delete(Guess).where(Guess.who_digest == _guesser(f"name:{user.username}")))
    trail.record(session, SignedIn(portal), by=user)


def refuse_sign_in(session: Session, username: str, cause: str) -> None:
    """Record a failed attempt: whose name it was by id, never the name as typed."""
    user_id = session.scalar(select(User.id).where(User.username == kept_username(username)))
    trail.record(session, SignInRefused(user_id, cause), by=Nobody())


def require_password(session: Session, user: User, password: str) -> None:
    """Raise WrongPassword unless this is the person's password: for what must not be done from an unattended screen."""
    if recognise(session, user.username, password) is None:
        raise WrongPassword
