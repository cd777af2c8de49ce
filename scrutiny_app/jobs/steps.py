"""The steps of loading a file: look at it, keep its rows chunk by chunk, make them visible."""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from types import TracebackType

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.jobs.work import DONE, GONE, MORE, Work
from scrutiny_app.services import working
from scrutiny_app.services.working import Chunk

TELL_EVERY = 1.0  # seconds between two words on how far a look has come


class Cancelled(Exception):
    """The file that is being looked at is no longer wanted."""


def look(work: Work, extract_id: int) -> str:
    """Look at what a file holds, and let it be read where nobody need say so."""
    seen = None
    with ExitStack() as held:
        with work.database.reading() as session:
            extract = working.still(session, extract_id, Stage.RECEIVED)
            if extract is None or not working.has_its_turn(session, extract):
                return GONE
            looked_at = working.is_looked_at(extract)
            file = working.open_file(session, extract, held, key=work.key)
        if looked_at:
            try:
                seen = working.look_at(file, teller(work, extract_id))
            except Cancelled:
                return GONE
    with work.database.transaction() as session:
        extract = working.still(session, extract_id, Stage.RECEIVED)
        if extract is None or not working.has_its_turn(session, extract):
            return GONE
        working.begin(session, extract, seen, key=work.key)
        return DONE


def teller(work: Work, extract_id: int) -> Callable[[float], None]:
    """Give a function that notes how far a look has come, now and then, and ends it when it is no longer wanted."""
    told = time.monotonic()

    def tell(share: float) -> None:
        nonlocal told
        work.rest(0)
        if time.monotonic() - told < TELL_EVERY:
            return
        told = time.monotonic()
        with work.database.transaction() as session:
            extract = working.still(session, extract_id, Stage.RECEIVED)
            if extract is None:
                raise Cancelled
            extract.share = share

    return tell


class Reading:
    """A file that is being read: open from one step to the next, and opened anew after a fault or a new start."""

    def __init__(self, work: Work, extract_id: int) -> None:
        self._work = work
        self._id = extract_id
        self._held = ExitStack()
        self._chunks: Iterator[Chunk] | None = None

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_fault: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and so end the program that reads it."""
        self._chunks = None
        self._held.close()

    def keep_next(self) -> str:
        """Keep the next chunk, or finish the file where there is none."""
        try:
            if self._chunks is None:
                self._chunks = self._open()
            return self._keep(next(self._chunks, None)) if self._chunks else GONE
        except BaseException:
            self.close()
            raise

    def _open(self) -> Iterator[Chunk] | None:
        with self._work.database.reading() as session:
            extract = working.still(session, self._id, Stage.MAPPED)
            if extract is None:
                return None
            chunks = working.read(session, extract, self._held, key=self._work.key)
        if isinstance(chunks, Generator):
            self._held.callback(chunks.close)
        return chunks

    def _keep(self, chunk: Chunk | None) -> str:
        with self._work.database.transaction() as session:
            extract = working.still(session, self._id, Stage.MAPPED)
            if extract is None or not working.has_its_turn(session, extract):
                return GONE
            if chunk is None:
                working.finish(session, extract, key=self._work.key)
                return DONE
            working.keep(session, extract, chunk, key=self._work.key)
            return MORE


def publish(work: Work, extract_id: int) -> str:
    """Make what was kept visible, in one transaction."""
    with work.database.transaction() as session:
        extract = working.still(session, extract_id, Stage.ACCEPTED)
        if extract is None:
            return GONE
        working.publish(session, extract)
        return DONE
