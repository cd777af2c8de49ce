"""What a worker does with files that wait for it: which are next, and where one stands.

A worker has no user's rights and no web request: whoever sent a file is the actor of all that is done with it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.extracts import FOR_WORKER, Stage
from scrutiny_app.domain.looking import Look
from scrutiny_app.files import reading
from scrutiny_app.files.reading import Incoming, Order, ReadChunk
from scrutiny_app.models.extracts import Extract
from scrutiny_app.services import receiving
from scrutiny_app.services.dossiers import CaseKey


def waiting(session: Session) -> list[Extract]:
    """List the files whose next step is a worker's, those left out whose turn to be loaded has not come."""
    query = select(Extract).where(Extract.stage.in_(FOR_WORKER), Extract.by_command.is_(False)).order_by(Extract.id)
    return [one for one in session.scalars(query) if has_its_turn(session, one)]


def has_its_turn(session: Session, extract: Extract) -> bool:
    """Say whether a file may go on: of the files that a force loads, one at a time is past its first chunk."""
    return extract.stage != Stage.MAPPED or extract.chunks > 0 or not receiving.in_the_way(session, extract)


def still(session: Session, extract_id: int, stage: Stage) -> Extract | None:
    """Find a file that still waits at a stage; None where it was cancelled, or another worker has done the step."""
    extract = session.get(Extract, extract_id)
    return extract if extract and extract.stage == stage else None


def open_file(session: Session, extract: Extract, held: ExitStack, *, key: CaseKey) -> Incoming:
    """Open a kept file, for as long as the stack given; the session may be closed before."""
    return held.enter_context(receiving.incoming(session, extract, key))


def look_at(file: Incoming, progress: Callable[[float], None]) -> Look:
    """See what a file's columns are headed and hold, told how far that is, 0 to 1."""
    return reading.look(file, progress=progress)


def read(file: Incoming, order: Order) -> Iterator[ReadChunk]:
    """Read a file's rows chunk by chunk, after those that have been kept already."""
    return reading.read_cases(file, order)


def refuse(session: Session, extract_id: int, message: str, *, key: CaseKey) -> None:
    """Give up a file that waits for a worker, and say why."""
    extract = session.get(Extract, extract_id)
    if extract and extract.stage in FOR_WORKER:
        receiving.refuse(session, extract, message, key=key, by=receiving.receiver_of(session, extract))
