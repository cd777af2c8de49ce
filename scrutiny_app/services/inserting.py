"""Inserting many rows of one table: the driver is given them as they are, each column turned into its form once.

The database's own statement is used, and each column type's own processing, but for column by column: to let every
row pass through it costs as much as the insert itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import Boolean, Date, Dialect, Table, insert
from sqlalchemy.orm import Session


def insert_many(session: Session, table: Table, columns: Mapping[str, Sequence[Any]], each: Mapping[str, Any]) -> None:
    """Insert rows given column by column, equally long; `each` is what all of them have."""
    connection = session.connection()
    size = len(next(iter(columns.values())))
    if not size:
        return
    statement, places = _statement(table, (*columns, *each), connection.dialect)
    filled: dict[str, Iterable[Any]] = {
        name: _processed(table, name, cells, connection.dialect) for name, cells in columns.items()
    }
    filled |= {
        name: repeat(next(iter(_processed(table, name, [value], connection.dialect))), size)
        for name, value in each.items()
    }
    if places:
        connection.exec_driver_sql(statement, list(zip(*(filled[name] for name in places), strict=True)))
    else:
        rows = zip(*filled.values(), strict=True)
        connection.exec_driver_sql(statement, [dict(zip(filled, row, strict=True)) for row in rows])


@lru_cache(maxsize=16)
def _statement(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """Give the statement, and the order of its parameters where they have no names."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), tuple(compiled.positiontup or ())


def _processed(table: Table, name: str, cells: Sequence[Any], dialect: Dialect) -> Iterable[Any]:
    kind = table.c[name].type
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return cells
    if isinstance(kind, Boolean | Date):  # a few, many times over
        return map({cell: process(cell) for cell in set(cells)}.__getitem__, cells)
    return map(process, cells)
