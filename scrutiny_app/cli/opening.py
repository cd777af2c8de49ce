"""What every command needs: the settings, the database, the case key, and on whose behalf it acts."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from scrutiny_app import settings as settings_
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import CommandLine
from scrutiny_app.services import people
from scrutiny_app.services.dossiers import CaseKey, read_key
from scrutiny_app.settings import Settings

if TYPE_CHECKING:
    from scrutiny_app.services.trail import Actor


def open_database(settings: Settings | None = None) -> Database:
    """Open the database that the settings name; raise Refused where it has not been set up."""
    settings = settings or settings_.read()
    database = Database(settings.database_url)
    if settings.database_url.startswith("sqlite:///") and not settings.instance.exists():
        raise Refused(f"There is nothing set up in {settings.instance}: run `scrutiny init` first.")
    return database


@contextmanager
def deed(as_username: str | None, *, writes: bool = True) -> Iterator[tuple[Session, "Actor"]]:
    """Begin one deed's transaction, which may only look, and say on whose behalf it is done."""
    database = open_database()
    try:
        with database.transaction() if writes else database.reading() as session:
            yield session, actor(session, as_username)
    except DBAPIError as fault:
        if "no such table" in str(fault.orig) or "does not exist" in str(fault.orig):
            raise Refused("The database has no tables yet: run `scrutiny init` first.") from None
        raise
    finally:
        database.engine.dispose()


def actor(session: Session, username: str | None) -> "Actor":
    """Give the person of a username, or the operating system's user where none is given."""
    return people.find_person(session, username) if username else CommandLine(getpass.getuser())


def case_key() -> CaseKey:
    """Read the case key; raise Refused in the panel's portal, which has none."""
    path = settings_.read().case_key_file
    if path is None:
        raise Refused("This needs the case key, which the panel's portal is never given.")
    if not path.exists():
        raise Refused(f"There is no case key at {path}: run `scrutiny init` first.")
    return read_key(path)
