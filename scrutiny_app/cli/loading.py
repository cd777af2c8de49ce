"""Loading a file straight from its path, in this process, chunk by chunk: each is kept in a transaction of its own.

Where the process is killed outright the file stays half read, in nobody's sight; the same command again goes on from
there. Where it is interrupted, or fails, it cancels its file itself, so that the force's other files need not wait.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from scrutiny_app.cli.opening import actor
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import OPEN, STAGE_TITLES, Stage
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.domain.looking import Look
from scrutiny_app.files.reading import Incoming, look, read_cases
from scrutiny_app.services import changes, fitting_layouts, importing, layouts, looks, receiving, working
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.staging import stage_chunk
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract
    from scrutiny_app.services.trail import Actor

CANCELLED = "The import was cancelled on the website; nothing of the file was loaded."
STOPPED = "Stopped, and cancelled: nothing of the file was loaded or kept. Give the same command again to begin anew."
STOPPED_LATE = "Stopped when all was done, or cancelled elsewhere: see the list of extracts for what came of the file."
PIECE = 2**20  # bytes hashed at a time
Tell = Callable[[float], None]


@dataclass(frozen=True)
class Wishes:
    """What whoever typed the command asks for."""

    as_username: str | None = None
    layout: str | None = None
    again: bool = False
    refuse_changes: bool = False


@dataclass(frozen=True)
class Loading:
    """The database and the case key, and what is wished."""

    database: Database
    key: CaseKey
    wishes: Wishes = field(default_factory=Wishes)

    @contextmanager
    def deed(self) -> Iterator[tuple[Session, "Actor"]]:
        """Begin a transaction, and say on whose behalf."""
        with self.database.transaction() as session:
            yield session, actor(session, self.wishes.as_username)

    def load(self, incoming: Incoming, tell: Tell) -> "tuple[Extract, bool]":
        """Load a file of cases; say whether it had been loaded before, and nothing was done."""
        with self.deed() as (session, by):
            incoming = looks.with_known(session, incoming, by)
        with ThreadPoolExecutor(1) as pool:
            seen = pool.submit(look, incoming, rows=0)
            digest = digest_of(incoming.file)
        earlier = self.recognise(digest, again=self.wishes.again)
        if earlier and earlier.stage == Stage.DONE:
            return earlier, True
        extract_id = earlier.id if earlier else self._begin(incoming, digest, seen)
        with self.refusing(extract_id):
            self._stage(incoming, extract_id, tell)
            return self._finish(extract_id), False

    def recognise(self, digest: str, *, again: bool) -> "Extract | None":
        """Find a file that was loaded before, or that a command did not finish; raise Refused where a worker has it."""
        with self.deed() as (session, by):
            receiving.require_importer(by)
            earlier = receiving.recognise(session, digest, by, may_repeat=again)
        if earlier and earlier.stage in OPEN and not (earlier.by_command and earlier.stage == Stage.MAPPED):
            title = STAGE_TITLES[Stage(earlier.stage)]
            raise Refused(f"This file was sent in already, and stands at: {title}. See to it, or cancel it, there.")
        return earlier

    def _begin(self, incoming: Incoming, digest: str, seen: Future[Look]) -> int:
        try:
            found = seen.result()
            with self.deed() as (session, by):
                extract = fitting_layouts.begin(
                    session, incoming, found, digest=digest, key=self.key, by=by, layout=self.layout(session, by)
                )
                return extract.id
        except Refused:
            with self.deed() as (session, by):
                receiving.record_refusal(session, by=by)
            raise

    def layout(self, session: Session, by: "Actor") -> layouts.Known | None:
        """Find the layout that was named, by its name or, of the product's own, by its short one."""
        named = self.wishes.layout
        if not named:
            return None
        short = LAYOUTS.get(named.casefold())
        return layouts.find_layout(session, getattr(by, "force", None) or "", short.name if short else named)

    @contextmanager
    def refusing(self, extract_id: int) -> Iterator[None]:
        """Give the file up where what is done refuses it, is interrupted or fails."""
        try:
            yield
        except Refused as refusal:
            with self.deed() as (session, by):
                if extract := working.still(session, extract_id, Stage.MAPPED):
                    receiving.refuse(session, extract, refusal.message, key=self.key, by=by)
            raise
        except KeyboardInterrupt:
            raise Refused(STOPPED if self._cancelled(extract_id) else STOPPED_LATE) from None
        except Exception:
            with suppress(SQLAlchemyError):  # what failed is told; the database may be what did
                self._cancelled(extract_id)
            raise

    def _cancelled(self, extract_id: int) -> bool:
        with self.deed() as (session, by):
            if extract := working.still(session, extract_id, Stage.MAPPED):
                receiving.give_up(session, extract, by=by)
            return extract is not None

    def _stage(self, incoming: Incoming, extract_id: int, tell: Tell) -> None:
        with self.database.reading() as session:
            extract = self.wanted(session, extract_id)
            order = looks.order(session, extract, key=self.key, today=today_in_london())
            tell(extract.share)
        for chunk in read_cases(incoming, order):
            with self.database.transaction() as session:
                stage_chunk(session, self.wanted(session, extract_id), chunk, key=self.key)
            tell(chunk.share)

    def _finish(self, extract_id: int) -> "Extract":
        with self.deed() as (session, by):
            extract = self.wanted(session, extract_id)
            if self.wishes.refuse_changes:
                changes.refuse_changes(session, extract, by=by)
            importing.finish(session, extract, by=by, accepting=True)
            return extract

    def wanted(self, session: Session, extract_id: int) -> "Extract":
        """Find the file, half read; raise Refused where it was cancelled meanwhile."""
        extract = working.still(session, extract_id, Stage.MAPPED)
        if extract is None:
            raise Refused(CANCELLED)
        return extract


def digest_of(file: BinaryIO) -> str:
    """Hash a file of any size."""
    digest, at = hashlib.sha256(), 0
    while piece := os.pread(file.fileno(), PIECE, at):  # whoever looks at it meanwhile moves its place
        digest.update(piece)
        at += len(piece)
    return digest.hexdigest()
