"""A process that gives grade after grade and says so only once each is kept; for a test to kill or to starve.

    python -m tests.faults.writer URL USERNAME REFERENCE [TROUBLE]

After three deeds comes the trouble, if any. "inserting" and "committing" say where in the next deed the process dies;
"full" lets no file grow, until a deed was refused for it.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from scrutiny_app.database import Database
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.services import grading, people

SEEN = (Observation(Theme.RATIONALE, Severity.MINOR), Observation(Theme.GOOD_PRACTICE, Severity.GOOD))
BEFORE = 3  # deeds done in peace
ROOM = 50_000  # bytes by which a file can still grow when there is said to be no more room


def give_grade(database: Database, username: str, reference: str, number: int) -> int:
    """Give one grade, unlike the one before, and return its id once it is kept."""
    with database.transaction() as session:
        by = people.find_person(session, username)
        given: dict[str, Any] = {"observations": SEEN, "comment": f"Thought number {number}. " * 20, "by": by}
        kept = grading.give_grade(session, reference, version=1, grade=Grade.OBSERVATIONS, **given)
    return kept.id


def die(*_given: object) -> None:
    """End as a machine does that loses its power."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_inserting(engine: Engine) -> None:
    """Die when the next grade has been inserted, and nothing after it."""

    @event.listens_for(engine, "after_cursor_execute")
    def inserted(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO grades"):
            die()


def die_committing(engine: Engine) -> None:
    """Die when all of the next deed is written, just before it is committed."""
    event.listen(engine, "commit", die)


def fill_the_disk(engine: Engine) -> None:
    """Let no file grow much beyond the largest that the database has."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # it would end the process, where a full disk gives an error
    file = Path(engine.url.database or "")
    largest = max(part.stat().st_size for part in file.parent.glob(f"{file.name}*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM, resource.RLIM_INFINITY))


def free_the_disk() -> None:
    """Let files grow again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


TROUBLES: dict[str, Callable[[Engine], None]] = {
    "inserting": die_inserting,
    "committing": die_committing,
    "full": fill_the_disk,
}


def run(url: str, username: str, reference: str, trouble: str = "") -> None:
    """Write for ever, or until the trouble ends it."""
    database = Database(url)
    for number in count():
        if number == BEFORE and trouble:
            TROUBLES[trouble](database.engine)
        try:
            print(give_grade(database, username, reference, number), flush=True)
        except OperationalError as fault:
            print(f"refused: {fault.orig}", flush=True)
            free_the_disk()


if __name__ == "__main__":
    run(*sys.argv[1:])
