"""Being present: one worker to a name, so that the work of one that died is taken over, and of one that lives never is.

On SQLite one worker runs at all, and holds a lock on a file. On PostgreSQL each holds a lock that stands for its name,
on a connection of its own: the server lets it go as soon as the process is dead.
"""

import fcntl
import hashlib
import platform
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from scrutiny_app.domain.errors import Refused

MOST_HERE = 100  # workers of one machine that number themselves
# A machine that vanishes without a word is missed after a minute.
KEEPALIVE = ("SET tcp_keepalives_idle = 30", "SET tcp_keepalives_interval = 10", "SET tcp_keepalives_count = 3")


class Lost(Exception):
    """The worker's name is no longer its own: another may be doing its work."""


class Presence(Protocol):
    """A worker's name, held for as long as it lives."""

    name: str

    def check(self) -> None:
        """Raise Lost where the name is no longer held."""

    def over_the_dead(self, name: str) -> AbstractContextManager[bool]:
        """Say whether the worker of a name is dead; none can come to life under it until the answer is done with."""


class OnFile:
    """The one worker of an instance on SQLite."""

    def __init__(self, folder: Path, name: str | None) -> None:
        self.name = name or f"{platform.node()}-1"
        self._file: IO[str] = (folder / "worker.lock").open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(
                "A worker is running already, and on SQLite one is all there may be. "
                "`scrutiny serve` starts one by itself; on PostgreSQL as many run as are wanted."
            ) from None

    def check(self) -> None:
        """Do nothing: a lock on a file lasts as long as the process."""

    @contextmanager
    def over_the_dead(self, name: str) -> Iterator[bool]:
        """Say that every other worker is dead."""
        yield name != self.name


class OnServer:
    """One of the workers of a PostgreSQL database."""

    def __init__(self, url: str, name: str | None) -> None:
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._line = _line(self._engine)
        self.name = self._take(name)

    def _take(self, name: str | None) -> str:
        host = platform.node()
        for one in [name] if name else [f"{host}-{number}" for number in range(1, MOST_HERE + 1)]:
            if _take(self._line, one):
                return one
        raise Refused(f"A worker named {name or host} is running already: give this one another --name.")

    def check(self) -> None:
        """Raise Lost where the connection that holds the name has ended."""
        try:
            self._line.execute(text("SELECT 1"))
        except DBAPIError:
            raise Lost from None

    @contextmanager
    def over_the_dead(self, name: str) -> Iterator[bool]:
        """Say whether a worker is dead, by taking its name for that long."""
        if name == self.name:
            yield False
            return
        with self._engine.connect() as line:  # NullPool: the lock goes when the connection does
            yield _take(line, name)


def _line(engine: Engine) -> Connection:
    line = engine.connect()
    for setting in KEEPALIVE:
        line.execute(text(setting))
    return line


def _take(line: Connection, name: str) -> bool:
    digest = hashlib.sha256(f"scrutiny worker {name}".encode()).digest()
    number = int.from_bytes(digest[:8], "big", signed=True)
    return bool(line.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": number}))
