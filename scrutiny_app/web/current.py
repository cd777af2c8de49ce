"""What a page needs of the running app: its settings, its database and, on the force's side, the case key."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy.orm import Session

from scrutiny_app.database import Database
from scrutiny_app.settings import Settings

if TYPE_CHECKING:  # the panel's pages import this module, and must not reach the dossiers through it
    from scrutiny_app.services.dossiers import CaseKey

EXTENSION = "scrutiny"
# Writers of one process wait here, in turn. Left to SQLite they would sleep between tries, the unlucky ones longest.
_IN_TURN = RLock()


@dataclass(frozen=True)
class Running:
    """The parts of one running app; case_key is None in the panel's portal."""

    settings: Settings
    database: Database
    case_key: "CaseKey | None"


def running() -> Running:
    """Give the parts of the app that is answering."""
    parts: Running = current_app.extensions[EXTENSION]
    return parts


def settings() -> Settings:
    """Give the app's settings."""
    return running().settings


@contextmanager
def transaction() -> Iterator[Session]:
    """Begin one deed's transaction: the one owner of it in a request."""
    with _IN_TURN, running().database.transaction() as session:
        yield session


def reading() -> AbstractContextManager[Session]:
    """Begin a look that cannot write."""
    return running().database.reading()


def case_key() -> "CaseKey":
    """Give the case key; RuntimeError in a process that has none."""
    key = running().case_key
    if key is None:
        raise RuntimeError("this process was not given the case key")
    return key
