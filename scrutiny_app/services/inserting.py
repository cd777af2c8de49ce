"""Inserting many rows of one table: the driver is given them as they are, each column turned into its form once.

The database's own statement is used, and each column type's own processing, but for column by column: to let every
row pass through it costs as much as the insert itself. Rows are made a few at a time, while they are inserted, so that
thousands of large ones never stand beside each other. A column of which no row has anything is left to the database.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice, repeat
from typing import Any

from sqlalchemy import Boolean, Date, Dialect, LargeBinary, Table, TypeDecorator, insert
from sqlalchemy.orm import Session

TOGETHER = 250  # rows
PAGES = 16_000  # KB of pages in memory: with SQLite's own 2,000 many are written twice in one large transaction


def make_room(session: Session) -> None:
    """Let SQLite hold more pages in memory, for a transaction of many rows."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size=-{PAGES}")


def insert_many(
    session: Session, table: Table, columns: Mapping[str, Iterable[Any]], each: Mapping[str, Any], *, size: int
) -> None:
    """Insert so many rows, given column by column; `each` is what all of them have."""
    connection = session.connection()
    columns = {name: cells for name, cells in columns.items() if not _is_blank(cells)}
    statement, places = _statement(table, (*columns, *each), connection.dialect)
    filled: dict[str, Iterable[Any]] = {
        name: _processed(table, name, cells, connection.dialect) for name, cells in columns.items()
    }
    filled |= {
        name: repeat(next(iter(_processed(table, name, [value], connection.dialect))), size)
        for name, value in each.items()
    }
    rows: Iterator[Any] = zip(*(filled[name] for name in places or filled), strict=True)
    if not places:
        rows = (dict(zip(filled, row, strict=True)) for row in rows)
    while some := list(islice(rows, TOGETHER)):
        connection.exec_driver_sql(statement, some)


def _is_blank(cells: Iterable[Any]) -> bool:
    return isinstance(cells, list | tuple) and cells.count(None) == len(cells)


@lru_cache(maxsize=16)
def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """Give the statement, and the order of its parameters where they have no names."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), tuple(compiled.positiontup or ())


def _processed(table: Table, name: str, cells: Iterable[Any], dialect: Dialect) -> Iterable[Any]:
    kind = table.c[name].type
    if isinstance(kind, TypeDecorator) and isinstance(
        kind.impl_instance, LargeBinary
    ):  # drivers take bytes as they are
        return cells
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return cells
    if isinstance(kind, Boolean | Date):  # a few, many times over
        known = list(cells)
        return map({cell: process(cell) for cell in set(known)}.__getitem__, known)
    return map(process, cells)
