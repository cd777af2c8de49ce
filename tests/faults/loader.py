"""A process that loads a file as a worker does, and dies inside the transaction that is named.

    python -m tests.faults.loader URL EXTRACT_ID MOMENT

The moment is how a statement begins, such as INSERT INTO cases: it dies as soon as that has been done. Or COMMIT: it
dies when the last transaction, which makes everything visible, is written and not committed.
"""

import os
import signal
import sys

from sqlalchemy import event

from scrutiny_app.database import Database
from scrutiny_app.jobs import steps
from scrutiny_app.jobs.work import MORE, Work
from tests.making import KEY


def die(*_given: object) -> None:
    """End as a machine does that loses its power."""
    os.kill(os.getpid(), signal.SIGKILL)


def run(url: str, extract_id: int, moment: str) -> None:
    """Load a file until the moment comes."""
    work = Work(Database(url), KEY)
    engine = work.database.engine

    @event.listens_for(engine, "after_cursor_execute")
    def executed(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(moment):
            die()
        if moment == "COMMIT" and statement.startswith("INSERT INTO case_numbers"):
            event.listen(engine, "commit", die)

    steps.look(work, extract_id)
    with steps.Reading(work, extract_id) as reading:
        while reading.keep_next() == MORE:
            pass


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), sys.argv[3])
