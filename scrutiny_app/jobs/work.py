"""What a worker needs to do its work, and how each step of it is done so that nothing goes wrong twice.

A step is one short transaction, and can be done again at any time. A database that does not answer is waited for. What
the rules refuse ends the file, with the reason; any other fault is tried again by DBOS, and then ends it too.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from sqlalchemy.exc import InterfaceError, OperationalError

from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.jobs.telling import log, place_of
from scrutiny_app.services import working
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.posting import Server

MORE, DONE, GONE = "more", "done", "gone"  # a step's outcomes: there is more; the work is done; there is none any more
FAULT = (
    "The file could not be read because of a fault in the program; nothing of it was loaded. "
    "Send it again, and if that fails too, tell whoever looks after the program."
)
PATIENCE = 600.0  # seconds for which a database may not answer


class Stopped(BaseException):
    """The worker was told to stop: what it was doing is taken up again by the next."""


class Fault(Exception):
    """A step failed in a way that nobody foresaw; only the fault's kind is said."""


@dataclass(frozen=True)
class Work:
    """The database, the case key, the mail server if there is one, and whether the worker has been told to stop."""

    database: Database
    key: CaseKey
    mail: Server | None = None
    stopping: Event = field(default_factory=Event)
    _under_way: set[int] = field(default_factory=set)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Be known to do something for as long as this lasts."""
        token = threading.get_ident()
        self._under_way.add(token)
        try:
            yield
        finally:
            self._under_way.discard(token)

    def stop(self, at_most: float) -> None:
        """Have everything stop after the step that it is at, and wait until it has."""
        self.stopping.set()
        until = time.monotonic() + at_most
        while self._under_way and time.monotonic() < until:
            time.sleep(0.05)

    def rest(self, seconds: float) -> None:
        """Wait; raise Stopped as soon as the worker is told to stop."""
        if self.stopping.wait(seconds):
            raise Stopped

    def attempt(self, extract_id: int, step: Callable[[], str]) -> str:
        """Do one step and give its outcome; a refusal ends the file."""
        try:
            return self._patiently(step)
        except Refused as refusal:
            return self.refuse(extract_id, refusal.message)
        except Exception as fault:
            log.error("file %s: %s", extract_id, place_of(fault))
            raise Fault(type(fault).__name__) from None

    def refuse(self, extract_id: int, message: str = FAULT) -> str:
        """Give up a file."""

        def refuse() -> str:
            with self.database.transaction() as session:
                working.refuse(session, extract_id, message, key=self.key)
            return GONE

        return self._patiently(refuse)

    def _patiently(self, step: Callable[[], str]) -> str:
        until = time.monotonic() + PATIENCE
        while True:
            self.rest(0)
            try:
                return step()
            except (OperationalError, InterfaceError) as fault:
                if time.monotonic() > until:
                    raise
                log.warning("the database does not answer: %s", place_of(fault))
                self.rest(2)
