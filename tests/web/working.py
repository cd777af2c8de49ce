"""A worker's deeds in a test's own process: whatever waits is done at once, as far as it can be without a person."""

from contextlib import ExitStack

from sqlalchemy.orm import Session

from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.models.extracts import Extract
from scrutiny_app.services import working
from scrutiny_app.services.dossiers import CaseKey


def work(database: Database, key: CaseKey) -> None:
    """Do all that waits for a worker."""
    while (extract_id := _next(database)) is not None:
        try:
            with database.transaction() as session, ExitStack() as held:
                _step(session, session.get_one(Extract, extract_id), held, key)
        except Refused as refusal:
            with database.transaction() as session:
                working.refuse(session, extract_id, refusal.message, key=key)


def _next(database: Database) -> int | None:
    with database.reading() as session:
        return next((one.id for one in working.waiting(session)), None)


def _step(session: Session, extract: Extract, held: ExitStack, key: CaseKey) -> None:
    if extract.stage == Stage.RECEIVED:
        has_columns = working.is_looked_at(extract)
        file = working.open_file(session, extract, held, key=key)
        seen = working.look_at(file, lambda share: None) if has_columns else None
        working.begin(session, extract, seen, key=key)
    elif extract.stage == Stage.MAPPED:
        for chunk in working.read(session, extract, held, key=key):
            working.keep(session, extract, chunk, key=key)
        working.finish(session, extract, key=key)
    else:
        working.publish(session, extract)
