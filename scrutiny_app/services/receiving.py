"""Receiving a file: kept sealed, in pieces, until it has been read; and giving it up, whole, at any time before.

Nothing of a file that is refused or cancelled stays but the row that says so.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import ExtractReceived, ImportCancelled, ImportRefused
from scrutiny_app.domain.extracts import LOADING, OPEN, Holds, Stage
from scrutiny_app.domain.people import CommandLine, Role
from scrutiny_app.files.reading import Incoming, held_incoming
from scrutiny_app.models.attachments import AttachedFile
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ExtractLook, ExtractPart, ImportProblem, RejectedRows
from scrutiny_app.models.people import User
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import Actor, actor_code, now

PART = 4 * 2**20  # bytes sealed together


@dataclass(frozen=True)
class Received:
    """What came of a file: its extract; `again` where the same file had been imported before, and nothing was done."""

    extract: Extract
    again: bool


def require_importer(by: Actor) -> None:
    """Refuse anyone who may not import."""
    if isinstance(by, User) and not allows(Role(by.role), Permission.IMPORT_EXTRACT):
        raise Refused("Only the force's lead and preparers import extracts.")


def receive(
    session: Session, name: str, data: bytes, *, key: CaseKey, by: User, holds: Holds = Holds.CASES, again: bool = False
) -> Received:
    """Keep a file for a worker to read, or recognise one that was received before.

    A file to be read `again` is read whether or not it was, and what its columns hold is asked anew.
    """
    require_importer(by)
    digest = hashlib.sha256(data).hexdigest()
    earlier = recognise(session, digest, by, may_repeat=again)
    if earlier:
        return Received(earlier, again=True)
    extract = enter(session, name, digest, len(data), force=by.force or "", by=by, holds=holds, stage=Stage.RECEIVED)
    extract.ask = again and holds == Holds.CASES
    for number, start in enumerate(range(0, len(data), PART)):
        sealed = key.seal_bytes(data[start : start + PART], _part_place(extract.id, number))
        session.add(ExtractPart(extract_id=extract.id, number=number, sealed=sealed))
        session.flush()
    trail.record(session, ExtractReceived(extract.id, holds), by=by)
    return Received(extract, again=False)


def recognise(session: Session, digest: str, by: Actor, *, may_repeat: bool = False) -> Extract | None:
    """Find a file received before: being read, or loaded; raise Refused where it was another force's.

    One of which every row was rejected is as good as not loaded: it may come again.
    """
    query = select(Extract).where(Extract.sha256 == digest, Extract.stage.in_((*OPEN, Stage.DONE)))
    for earlier in session.scalars(query.order_by(Extract.id.desc())):
        if isinstance(by, User) and by.force != earlier.force:
            raise Refused("This file holds another force's cases. Import your own force's extract.")
        nothing_loaded = earlier.stage == Stage.DONE and earlier.rejected == earlier.total > 0
        if earlier.stage in OPEN or not (may_repeat or nothing_loaded):
            return earlier
    return None


def enter(
    session: Session, name: str, digest: str, size: int, *, force: str, by: Actor, holds: Holds, stage: Stage
) -> Extract:
    """Enter a file in the list of those received."""
    extract = Extract(
        force=force,
        holds=holds,
        stage=stage,
        by_command=isinstance(by, CommandLine),
        name=plain_name(name),
        sha256=digest,
        size=size,
        received_by=actor_code(by),
        received_at=now(),
    )
    session.add(extract)
    session.flush()
    return extract


def plain_name(name: str) -> str:
    """Give a file's name without folders or characters that cannot be seen; it is only ever shown, never opened."""
    seen = "".join(filter(str.isprintable, name.replace("\\", "/")))
    return PurePosixPath(seen).name[-200:] or "file"


def incoming(session: Session, extract: Extract, key: CaseKey) -> AbstractContextManager[Incoming]:
    """Open a kept file for reading."""
    return held_incoming(extract.name, _parts(session, extract, key), extract.size)


def _parts(session: Session, extract: Extract, key: CaseKey) -> Iterator[bytes]:
    numbers = session.scalars(select(ExtractPart.number).where(ExtractPart.extract_id == extract.id)).all()
    for number in sorted(numbers):
        part = session.get_one(ExtractPart, (extract.id, number))
        yield key.open_bytes(part.sealed, _part_place(extract.id, number))
        session.expunge(part)


def _part_place(extract_id: int, number: int) -> str:
    return f"part:{extract_id}:{number}"


def find_extract(session: Session, extract_id: int, by: User) -> Extract:
    """Find one of the force's files; raise NotYours where there is none."""
    extract = session.get(Extract, extract_id)
    if extract is None or extract.force != by.force:
        raise NotYours
    return extract


def require_turn(session: Session, extract: Extract) -> None:
    """Refuse to load a file while another of the same force is being loaded: what it would change might change."""
    if other := in_the_way(session, extract):
        begun = (
            " It was begun by a command: if that no longer runs, give the same command again to go on with it, or "
            "cancel it on its page."
        )
        raise Refused(
            f"Another file of your force, “{other.name}”, is being loaded. Wait until it is done, or cancel it, first."
            f"{begun if other.by_command else ''}"
        )


def in_the_way(session: Session, extract: Extract) -> Extract | None:
    """Give the force's other file that is being loaded, if there is one."""
    query = select(Extract).where(Extract.force == extract.force, Extract.id != extract.id, Extract.stage.in_(LOADING))
    if extract.stage == Stage.MAPPED:  # two that wait their turn: the earlier goes first
        query = query.where((Extract.stage != Stage.MAPPED) | (Extract.chunks > 0) | (Extract.id < extract.id))
    return session.scalars(query.order_by(Extract.id)).first()


def cancel(session: Session, extract_id: int, *, by: User) -> Extract:
    """Give up a file that is not loaded yet; nothing of it stays."""
    require_importer(by)
    extract = find_extract(session, extract_id, by)
    if extract.stage not in OPEN:
        raise Overtaken("This file is no longer being read: what came of it is below.")
    give_up(session, extract, by=by)
    return extract


def give_up(session: Session, extract: Extract, *, by: Actor) -> None:
    """Cancel a file that is not loaded yet, on behalf of whoever reads it."""
    extract.stage = Stage.CANCELLED
    clear(session, extract)
    trail.record(session, ImportCancelled(extract.id), by=by)


def refuse(session: Session, extract: Extract, message: str, *, key: CaseKey | None, by: Actor) -> None:
    """Give up a file that cannot be read, and keep why, sealed, since it may quote the file."""
    extract.stage = Stage.REFUSED
    if key:
        extract.said = key.seal(message, _said_place(extract.id))
    clear(session, extract)
    trail.record(session, ImportRefused("file"), by=by)


def why_refused(extract: Extract, key: CaseKey) -> str:
    """Say why a file could not be read."""
    return str(key.open(extract.said, _said_place(extract.id))) if extract.said else ""


def _said_place(extract_id: int) -> str:
    return f"said:{extract_id}"


def clear(session: Session, extract: Extract) -> None:
    """Remove whatever has been kept of a file's content; no case points to any of it."""
    for table in (AttachedFile, ExtractPart, ExtractLook, RejectedRows, ImportProblem, StagedCase, Dossier):
        session.execute(delete(table).where(table.extract_id == extract.id))
    for count in ("total", "imported", "updated", "unchanged", "refused", "rejected", "problems_found", "chunks"):
        setattr(extract, count, 0)


def forget_file(session: Session, extracts: Iterable[int]) -> None:
    """Remove the kept bytes of files that have been read."""
    session.execute(delete(ExtractPart).where(ExtractPart.extract_id.in_(extracts)))


def record_refusal(session: Session, *, by: Actor) -> None:
    """Record that a file was refused before it was kept; why is for the person alone, since it may quote the file."""
    trail.record(session, ImportRefused("file"), by=by)


def forget_samples(session: Session, extract: Extract) -> None:
    """Remove the samples of a file that is loaded; its headings and rejected rows stay, sealed, to be mended."""
    session.execute(update(ExtractLook).where(ExtractLook.extract_id == extract.id).values(look=None))


def receiver_of(session: Session, extract: Extract) -> Actor:
    """Give on whose behalf a file is read: who received it."""
    kind, _, who = extract.received_by.partition(":")
    return session.get_one(User, int(who)) if kind == "user" else CommandLine(who)
