"""The steps of loading a file: look at it, keep its rows chunk by chunk, make them visible."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.jobs.work import DONE, GONE, MORE, Work
from scrutiny_app.services import importing, looks, mapping, receiving, staging, working

if TYPE_CHECKING:
    from scrutiny_app.files.reading import ReadChunk

TELL_EVERY = 1.0  # seconds between two words on how far a look has come


class Cancelled(Exception):
    """The file that is being looked at is no longer wanted."""


def look(work: Work, extract_id: int) -> str:
    """Look at a file's headings, and let it be read where they are of a known layout."""
    with ExitStack() as held:
        with work.database.reading() as session:
            extract = working.still(session, extract_id, Stage.RECEIVED)
            if extract is None:
                return GONE
            file = working.open_file(session, extract, held, key=work.key)
        try:
            seen = working.look_at(file, teller(work, extract_id))
        except Cancelled:
            return GONE
    with work.database.transaction() as session:
        extract = working.still(session, extract_id, Stage.RECEIVED)
        if extract is None:
            return GONE
        mapping.looked(session, extract, seen, key=work.key, by=receiving.receiver_of(session, extract))
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
        self._chunks: Iterator[ReadChunk] | None = None

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_fault: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and so end the process that reads it."""
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

    def _open(self) -> "Iterator[ReadChunk] | None":
        with self._work.database.reading() as session:
            extract = working.still(session, self._id, Stage.MAPPED)
            if extract is None:
                return None
            today = importing.today_in_london()
            order = looks.order(session, extract, key=self._work.key, today=today)
            file = working.open_file(session, extract, self._held, key=self._work.key)
        chunks = working.read(file, order)
        self._held.callback(getattr(chunks, "close", lambda: None))
        return chunks

    def _keep(self, chunk: "ReadChunk | None") -> str:
        with self._work.database.transaction() as session:
            extract = working.still(session, self._id, Stage.MAPPED)
            if extract is None or not working.has_its_turn(session, extract):
                return GONE
            if chunk is None:
                importing.finish(session, extract, by=receiving.receiver_of(session, extract))
                return DONE
            staging.stage_chunk(session, extract, chunk, key=self._work.key)
            return MORE


def publish(work: Work, extract_id: int) -> str:
    """Make what was kept visible, in one transaction."""
    with work.database.transaction() as session:
        extract = working.still(session, extract_id, Stage.ACCEPTED)
        if extract is None:
            return GONE
        importing.publish(session, extract, by=receiving.receiver_of(session, extract))
        return DONE
