"""Driving a received file as a worker does, in the test's own session."""

import hashlib
from contextlib import ExitStack

from sqlalchemy.orm import Session

from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.files.attachments import read_attachments
from scrutiny_app.files.reading_incoming import held_incoming
from scrutiny_app.models.extracts import Extract
from scrutiny_app.services import attaching, receiving, working
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import Actor
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


def import_attachments(session: Session, name: str, data: bytes, *, key: CaseKey, by: Actor) -> Extract:
    """Attach a zip's files as a worker does, in the caller's one transaction."""
    receiving.require_importer(by)
    digest = hashlib.sha256(data).hexdigest()
    if being_read := receiving.recognise(session, digest, by, may_repeat=True):
        return being_read
    extract = receiving.enter(
        session,
        name,
        digest,
        len(data),
        force=attaching.force_of(session, by),
        by=by,
        holds=Holds.ATTACHMENTS,
        stage=Stage.RECEIVED,
    )
    attaching.begin(session, extract)
    receiving.require_turn(session, extract)
    with held_incoming(name, [data], len(data)) as incoming:
        for chunk in read_attachments(incoming.file, incoming.size):
            attaching.stage_files(session, extract, chunk, key=key)
    attaching.publish_attachments(session, extract, key=key, by=by)
    return extract
