"""Asking for plain columns past the ORM: on the pages opened most, loading objects takes longer than the answer.

The statements of these pages are lambdas without tracking (`lambda_stmt`), which SQLAlchemy finds again by their place
in the code. By their parts, of which a long one has hundreds, finding them again took a fortieth of the page.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import CursorResult, Executable
from sqlalchemy.orm import DeclarativeBase, Session, make_transient_to_detached

T = TypeVar("T", bound=DeclarativeBase)


def plain_rows(session: Session, query: Executable, values: dict[str, Any] | list[dict[str, Any]]) -> CursorResult[Any]:
    """Run a statement over plain columns in the session's transaction; what the session has yet to write goes first."""
    session.flush()
    return session.connection().execute(query, values)


def as_read(table: type[T], values: Mapping[str, Any]) -> T:
    """Make a row of its table's columns as one that a session has read and let go: to look at, and not to change."""
    row = table()
    vars(row).update(values)  # as loading does; set one by one, each would be noted as a change
    make_transient_to_detached(row)
    return row
