"""People: added, changed, disabled, and given new passwords."""

import re

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import PasswordChanged, PersonAdded, PersonChanged, PersonDisabled, PersonEnabled
from scrutiny_app.domain.passwords import check_password
from scrutiny_app.domain.people import PANEL_ROLES, ROLE_TITLES, Body, Role, kept_username, read_email
from scrutiny_app.models.people import User, WebSession
from scrutiny_app.services import signing_in, trail
from scrutiny_app.services.trail import Actor, now


def add_person(
    session: Session,
    *,
    username: str,
    name: str,
    role: Role,
    password: str,
    by: Actor,
    force: str | None = None,
    body: Body | None = None,
    staff_number: str | None = None,
    supervisor: User | None = None,
    email: str | None = None,
) -> User:
    """Add a person with one role; raise Refused where a name is taken or something needful is missing."""
    username = kept_username(username)
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{1,62}", username):
        raise Refused("A username is 2 to 63 small letters, digits, dots, hyphens or underscores.")
    if session.scalar(select(User.id).where(User.username == username)):
        raise Refused("That username is taken: choose another.")
    _check_named(name, staff_number)
    if role in PANEL_ROLES and body is None:
        raise Refused(f"Say which body the {ROLE_TITLES[role].lower()} represents.")
    if role not in PANEL_ROLES and not force:
        raise Refused(f"Say which force the {ROLE_TITLES[role].lower()} belongs to.")
    _check_number_free(session, force, staff_number)
    check_password(password, username)
    user = User(
        username=username,
        name=name.strip(),
        role=role,
        force=None if role in PANEL_ROLES else force,
        body=body if role in PANEL_ROLES else None,
        staff_number=(staff_number or "").strip() or None,
        supervisor_id=supervisor.id if supervisor else None,
        email=read_email(email),
        password_hash=signing_in.HASHER.hash(password),
        password_changed_at=now(),
        created_at=now(),
    )
    session.add(user)
    session.flush()
    trail.record(session, PersonAdded(user.id, role.value), by=by)
    return user


def find_person(session: Session, username: str) -> User:
    """Find an enabled person by username; raise Refused where there is none."""
    user = session.scalar(select(User).where(User.username == kept_username(username)))
    if user is None or user.disabled_at is not None:
        raise Refused(f"There is no one who can sign in as {username!r}: see `scrutiny user list`.")
    return user


def everyone(session: Session, by: User | None = None) -> list[User]:
    """List all people by role and username, the disabled among them; for a person, without those of other forces."""
    query = select(User).order_by(User.role, User.username)
    if by is not None:
        query = query.where(or_(User.force == by.force, User.force.is_(None)))
    return list(session.scalars(query))


def supervisors(session: Session, force: str) -> list[User]:
    """List a force's enabled supervisors by name."""
    query = select(User).where(User.force == force, User.role == Role.SUPERVISOR, User.disabled_at.is_(None))
    return list(session.scalars(query.order_by(User.name)))


def usernames(session: Session) -> dict[str, str]:
    """Give each person's username by the code that the trail knows them by."""
    return {f"user:{user_id}": username for user_id, username in session.execute(select(User.id, User.username))}


def find_other(session: Session, user_id: int, *, by: Actor) -> User:
    """Find a person whom somebody may change; raise NotYours or Refused otherwise."""
    return _other_than(session, user_id, by)


def change_person(
    session: Session,
    user_id: int,
    *,
    name: str,
    staff_number: str,
    supervisor: User | None,
    by: Actor,
    email: str | None = None,
) -> User:
    """Put a person's name, e-mail address, staff number or supervisor right; letters find them by the last two."""
    user = _other_than(session, user_id, by)
    _check_named(name, staff_number)
    if supervisor is not None and supervisor.id == user.id:
        raise Refused("Nobody supervises themselves: choose another supervisor, or none.")
    _check_number_free(session, user.force, staff_number, besides=user.id)
    user.name, user.staff_number = name.strip(), staff_number.strip() or None
    user.supervisor_id = supervisor.id if supervisor else None
    user.email = read_email(email)
    trail.record(session, PersonChanged(user.id), by=by)
    return user


def set_own_email(session: Session, email: str, *, by: User) -> User:
    """Keep the address to which a person wants their own notices, or that they want none; the same again is nothing."""
    user, address = session.get_one(User, by.id), read_email(email)
    if user.email != address:
        user.email = address
        trail.record(session, PersonChanged(user.id), by=by)
    return user


def _check_named(name: str, staff_number: str | None) -> None:
    if not name.strip() or not f"{name}{staff_number or ''}".isprintable():
        raise Refused("Give the person's name, and staff number if they have one, as they are written.")


def _check_number_free(session: Session, force: str | None, staff_number: str | None, besides: int = 0) -> None:
    number = (staff_number or "").strip()
    taken = select(User.id).where(User.force == force, User.staff_number == number, User.id != besides)
    if number and session.scalar(taken):
        raise Refused("Another person of this force has that staff number.")


def disable(session: Session, user_id: int, *, by: Actor) -> User:
    """Shut a person out at once: their sessions end with the deed."""
    user = _other_than(session, user_id, by)
    if user.disabled_at is None:
        user.disabled_at = now()
        session.execute(delete(WebSession).where(WebSession.user_id == user.id))
        trail.record(session, PersonDisabled(user.id), by=by)
    return user


def enable(session: Session, user_id: int, *, by: Actor) -> User:
    """Let a disabled person in again."""
    user = _other_than(session, user_id, by)
    if user.disabled_at is not None:
        user.disabled_at = None
        trail.record(session, PersonEnabled(user.id), by=by)
    return user


def set_password(session: Session, user_id: int, password: str, *, by: Actor) -> User:
    """Give a person a new password and end all of their sessions."""
    user = session.get(User, user_id)
    if user is None:
        raise NotYours
    check_password(password, user.username)
    user.password_hash, user.password_changed_at = signing_in.HASHER.hash(password), now()
    session.execute(delete(WebSession).where(WebSession.user_id == user.id))
    trail.record(session, PasswordChanged(user.id), by=by)
    return user


def reset_password(session: Session, user_id: int, password: str, *, by: Actor) -> User:
    """Give somebody else a new password."""
    return set_password(session, _other_than(session, user_id, by).id, password, by=by)


def _other_than(session: Session, user_id: int, by: Actor) -> User:
    user = session.get(User, user_id)
    if user is None or (isinstance(by, User) and user.force not in (None, by.force)):
        raise NotYours
    if isinstance(by, User) and by.id == user.id:
        raise Refused("You cannot do this to your own account: ask another administrator.")
    return user
