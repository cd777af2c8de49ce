"""How rows are kept: the base of every table, the column types we add, and the one place that commits.

Writing transactions are serial on both databases. On SQLite each begins with BEGIN IMMEDIATE; on PostgreSQL each takes
one advisory lock first. So a check and the write that relies on it cannot be parted by another writer, and the trail's
chain has one end. Reading transactions run beside them and cannot write.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import DateTime, Dialect, Engine, LargeBinary, MetaData, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

WRITERS_LOCK = 0x5C2071  # any fixed number: the advisory lock that PostgreSQL writers queue for
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealed(TypeDecorator[bytes]):
    """Bytes that only the holder of the case key can read: a mark on the column; services.dossiers does the work."""

    impl = LargeBinary
    cache_ok = True


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UTCDateTime()}


def make_engine(url: str, *, writes: bool = True) -> Engine:
    """Open an engine for a database's URL, durable and with foreign keys held; without `writes` it can only look."""
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": 30})
        event.listen(engine, "connect", partial(_prepare_sqlite, writes))
        begins = "BEGIN IMMEDIATE" if writes else "BEGIN"
    else:
        if not writes:  # each statement would see a moment of its own, where SQLite's see that of the first
            engine = create_engine(url, pool_pre_ping=True, isolation_level="REPEATABLE READ")
            event.listen(engine, "connect", _only_look)
            return engine
        engine = create_engine(url, pool_pre_ping=True)
        begins = f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begins))
    return engine


def _only_look(connection: Any, _record: object) -> None:
    connection.read_only = True  # psycopg says so with each BEGIN; a statement would be one more way there and back


def _prepare_sqlite(writes: bool, connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # sqlite3's own: we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    if not writes:  # said once: each change of it would have SQLite plan every statement anew
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()


class Database:
    """One database and its two ways in: `transaction()` to do a deed, `reading()` to look."""

    def __init__(self, url: str) -> None:
        self.engine, self.reader = make_engine(url), make_engine(url, writes=False)
        event.listen(self.engine, "engine_disposed", lambda engine: self.reader.dispose())
        self._write = sessionmaker(self.engine, expire_on_commit=False)
        self._read = sessionmaker(self.reader, expire_on_commit=False)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Run one deed: everything in it is kept, or nothing is."""
        with self._write.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Look at one moment's state; an attempt to write fails."""
        with self._read() as session:
            yield session
            session.flush()  # what was to be written fails here; there is nothing to commit

    def is_reachable(self) -> bool:
        """Ask the database the smallest question."""
        with self.reading() as session:
            return bool(session.scalar(text("SELECT 1")) == 1)


def migrate(url: str, revision: str = "head") -> None:
    """Bring a database's tables to a revision, up or down ("base" is empty)."""
    from alembic import command  # at the point of use: web processes never migrate, and it costs them start-up time
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    heads: Any = ScriptDirectory.from_config(config).get_current_head()
    down = revision == "base" or (revision != "head" and revision != heads)
    (command.downgrade if down else command.upgrade)(config, revision)
