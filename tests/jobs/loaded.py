"""Files of many rows, and whether one is loaded: all of it, once, and nothing else of it left."""

from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase, Session

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import ExtractPart
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import trail
from tests.extracts import extract


def many(rows: int, **about: str) -> bytes:
    """Write a file of many rows, quickly."""
    head, row = extract(about).split(b"\r\n")[:2]
    return b"\r\n".join([head, *(row.replace(b"NM/1/26", b"NM/%d/26" % number) for number in range(rows))])


def count(session: Session, table: type[DeclarativeBase]) -> int:
    """Count a table's rows."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def check_loaded(instance, extract_id: int, rows: int) -> None:
    """Assert that all of a file is visible, once, and that nothing else of it is left."""
    found = instance.find(extract_id)
    assert (found.stage, found.total, found.imported) == (Stage.DONE, rows, rows)
    with instance.database.reading() as session:
        assert count(session, Case) == count(session, Dossier) == rows
        assert count(session, StagedCase) == count(session, ExtractPart) == 0
        assert trail.verify(session)[1] == []
