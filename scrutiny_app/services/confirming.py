"""Confirming: somebody who signed in a while ago gives their password again, before what cannot be taken back.

A wrong one counts as a guess at their name, as it does at the door.
"""

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import PasswordConfirmed
from scrutiny_app.models.people import User
from scrutiny_app.services import signing_in, trail


def count_attempt(session: Session, user: User, address: str) -> None:
    """Count one attempt, in a transaction of its own; raise TooManyGuesses as at sign-in."""
    signing_in.count_guess(session, user.username, address)


def record_confirmed(session: Session, user: User) -> None:
    """Record that the person gave their password again."""
    trail.record(session, PasswordConfirmed(), by=user)


def record_refused(session: Session, user: User) -> None:
    """Record that somebody at this person's screen gave another password."""
    signing_in.refuse_sign_in(session, user.username, "confirmation")
