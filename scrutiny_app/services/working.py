"""What a worker does with files that wait for it: which are next, and each step of one, whatever it holds.

A worker has no user's rights and no request: whoever sent a file is the actor of all that is done with it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.extracts import FOR_WORKER, Holds, Stage
from scrutiny_app.domain.looking import Look
from scrutiny_app.files.attachments import FilesChunk, read_attachments
from scrutiny_app.files.reading import Incoming, ReadChunk, look, read_cases
from scrutiny_app.models.extracts import Extract
from scrutiny_app.services import attaching, fitting_layouts, importing, looks, pointing, receiving, staging
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import today_in_london

Chunk = ReadChunk | FilesChunk


def waiting(session: Session) -> list[Extract]:
    """List the files whose next step is a worker's, save those whose turn to be loaded has not come."""
    query = select(Extract).where(Extract.stage.in_(FOR_WORKER), Extract.by_command.is_(False)).order_by(Extract.id)
    return [one for one in session.scalars(query) if has_its_turn(session, one)]


def has_its_turn(session: Session, extract: Extract) -> bool:
    """Say whether a file may go on: of the files that a force loads, one at a time is past its beginning."""
    begins = extract.stage == Stage.MAPPED or (extract.stage == Stage.RECEIVED and not is_looked_at(extract))
    return not begins or extract.chunks > 0 or not receiving.in_the_way(session, extract)


def is_looked_at(extract: Extract) -> bool:
    """Say whether a file has columns, which are looked at before its rows are read."""
    return extract.holds == Holds.CASES


def still(session: Session, extract_id: int, stage: Stage) -> Extract | None:
    """Find a file that still waits at a stage; None where it was cancelled, or another worker has done the step."""
    extract = session.get(Extract, extract_id)
    return extract if extract and extract.stage == stage else None


def open_file(session: Session, extract: Extract, held: ExitStack, *, key: CaseKey) -> Incoming:
    """Open a kept file for as long as the stack is; the session may end before."""
    incoming = held.enter_context(receiving.incoming(session, extract, key))
    return replace(incoming, sought=looks.sought(session, extract, key=key))


def look_at(file: Incoming, progress: Callable[[float], None]) -> Look:
    """See what a file's columns are headed and hold, and tell how far that is, 0 to 1."""
    return look(file, progress=progress)


def begin(session: Session, extract: Extract, seen: Look | None, *, key: CaseKey) -> None:
    """Keep what was seen in a file; let it be read where nobody need say what it holds."""
    if seen:
        fitting_layouts.looked(session, extract, seen, key=key, by=receiving.receiver_of(session, extract))
    else:
        attaching.begin(session, extract)


def read(session: Session, extract: Extract, held: ExitStack, *, key: CaseKey) -> Iterator[Chunk]:
    """Open a file and read it, chunk by chunk, after those that are kept; for as long as the stack is."""
    file = open_file(session, extract, held, key=key)
    if extract.holds == Holds.ATTACHMENTS:
        return read_attachments(file.file, file.size, skip=extract.chunks)
    return read_cases(file, looks.order(session, extract, key=key, today=today_in_london()))


def keep(session: Session, extract: Extract, chunk: Chunk, *, key: CaseKey) -> None:
    """Keep a chunk out of sight, once however often it comes."""
    if isinstance(chunk, FilesChunk):
        attaching.stage_files(session, extract, chunk, key=key)
    else:
        staging.stage_chunk(session, extract, chunk, key=key)


def finish(session: Session, extract: Extract, *, key: CaseKey) -> None:
    """End a file that has been read: load it, or leave its changes for a person to decide on."""
    by = receiving.receiver_of(session, extract)
    if extract.holds == Holds.ATTACHMENTS:
        attaching.publish_attachments(session, extract, key=key, by=by)
    else:
        importing.finish(session, extract, by=by)


def publish(session: Session, extract: Extract) -> None:
    """Make what was kept visible."""
    importing.publish(session, extract, by=receiving.receiver_of(session, extract))


def refuse(session: Session, extract_id: int, message: str, *, key: CaseKey) -> None:
    """Give up a file that waits for a worker, and say why."""
    extract = session.get(Extract, extract_id)
    if extract and extract.stage in FOR_WORKER and not pointing.take_back(session, extract, message, key=key):
        receiving.refuse(session, extract, message, key=key, by=receiving.receiver_of(session, extract))
