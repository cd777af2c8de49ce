"""Driving a received file as a worker does, in the test's own session."""

from contextlib import ExitStack

from sqlalchemy.orm import Session

from scrutiny_app.models.extracts import Extract
from scrutiny_app.services import working
from tests.making import KEY


def look_at(session: Session, extract: Extract) -> None:
    """See what the file holds, and let it be read where its layout is known."""
    with ExitStack() as held:
        file = working.open_file(session, extract, held, key=KEY)
        working.begin(session, extract, working.look_at(file, lambda share: None), key=KEY)


def read(session: Session, extract: Extract, *, chunks: int | None = None) -> None:
    """Check and keep its rows: all of them, and end the reading, or so many chunks."""
    with ExitStack() as held:
        for number, chunk in enumerate(working.read(session, extract, held, key=KEY), 1):
            working.keep(session, extract, chunk, key=KEY)
            if number == chunks:
                return
    working.finish(session, extract, key=KEY)


def load(session: Session, extract: Extract) -> None:
    """Do all that a worker does with a file of a known layout that changes nothing."""
    look_at(session, extract)
    read(session, extract)
