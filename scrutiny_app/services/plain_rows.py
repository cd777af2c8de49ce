"""Asking for plain columns past the ORM: on the pages opened most, loading objects takes longer than the answer."""

from typing import Any

from sqlalchemy import CursorResult, Executable
from sqlalchemy.orm import Session


def plain_rows(session: Session, query: Executable, values: dict[str, Any]) -> CursorResult[Any]:
    """Run a statement over plain columns in the session's transaction; what the session has yet to write goes first."""
    session.flush()
    return session.connection().execute(query, values)
