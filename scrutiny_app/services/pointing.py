"""Pointing at a file's headings by hand, where they were found in the wrong row or not at all."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.pointed_headings import Pointed, rows_pointed_at
from scrutiny_app.models.extracts import Extract, ExtractLook
from scrutiny_app.models.people import User
from scrutiny_app.services import looks
from scrutiny_app.services.dossiers import CaseKey


def top_of(session: Session, extract_id: int, *, key: CaseKey, by: User) -> Look:
    """Give what was seen of a file, with the first rows among which its headings may stand."""
    return looks.open_look(session, looks.waiting_for_person(session, extract_id, by), key)


def point_at_headings(session: Session, extract_id: int, rows: Sequence[int], *, key: CaseKey, by: User) -> Extract:
    """Have a file looked at anew with its headings in a row, or in two; what was seen is kept should that fail."""
    extract = looks.waiting_for_person(session, extract_id, by)
    seen = looks.open_look(session, extract, key)
    last, count = rows_pointed_at(rows, [row.number for row in seen.top])
    looks.keep_pointed(session, extract, Pointed(seen.cases.name, last, count), key=key)
    extract.stage, extract.share = Stage.RECEIVED, 0.0
    session.flush()
    return extract


def take_back(session: Session, extract: Extract, why: str, *, key: CaseKey) -> bool:
    """Ask again where a file's headings stand, if somebody pointed at a row that cannot be they; say whether so."""
    row = session.get(ExtractLook, extract.id)
    if extract.stage != Stage.RECEIVED or row is None or row.look is None:
        return False
    if looks.open_headings(session, extract, key).pointed is None:
        return False
    seen = replace(looks.open_look(session, extract, key), unpointed=why)
    looks.keep_pointed(session, extract, None, key=key)
    looks.keep_look(session, extract, seen, key=key)
    extract.stage, extract.share = Stage.LOOKED, 1.0
    return True
