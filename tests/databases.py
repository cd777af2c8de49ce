"""Databases of a test's own, empty or migrated, on SQLite and on PostgreSQL.

A test that asks for ``database_url`` or ``migrated_url`` runs once on each. A folder of tests that wants only one
overrides ``database_kind``.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from tests import memory, postgresql
from tests.wants import lacks

SERVER_FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Agree on one folder for the run's PostgreSQL server, which starts when a test first wants it.

    One of xdist's workers is told the folder; whoever made it stops the server, after all the workers are done.
    """
    if hasattr(config, "workerinput"):
        folder = Path(config.workerinput["postgresql_folder"])
    else:
        folder = postgresql.new_folder()
        config.add_cleanup(lambda: postgresql.stop(folder))
    config.stash[SERVER_FOLDER] = folder


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Tell each of xdist's workers the folder."""
    node.workerinput["postgresql_folder"] = str(node.config.stash[SERVER_FOLDER])


@dataclass(frozen=True)
class Server:
    """The run's PostgreSQL server, and a superuser's connection to it."""

    url: str
    connection: psycopg.Connection

    def create(self, *, like: str = "template1") -> str:
        """Make a database that is a copy of another (to which nobody may be connected) and return its URL."""
        name = f"test_{uuid4().hex}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self._url_of(name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._execute(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def close_to_all(self, url: str) -> str:
        """Let nobody connect to a database, so that it can be copied at any time; return its name."""
        name = make_url(url).database or ""
        self._execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        self._execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        return name

    @contextmanager
    def borrowed(self, *, like: str = "template1") -> Iterator[str]:
        """Lend the URL of a new database, and drop it afterwards."""
        url = self.create(like=like)
        try:
            yield url
        finally:
            self.drop(url)

    def _execute(self, statement: str) -> None:
        self.connection.execute(statement.encode())

    def _url_of(self, name: str) -> str:
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgresql_server(pytestconfig: pytest.Config) -> Iterator[Server]:
    """The run's PostgreSQL server, started by whichever process wants it first."""
    if postgresql.programs() is None:
        lacks("PostgreSQL")
    url = postgresql.start_once(pytestconfig.stash[SERVER_FOLDER])
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        yield Server(url, connection)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """The database that the test runs on."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(request: pytest.FixtureRequest, database_kind: str) -> Iterator[str]:
    """The URL of an empty database."""
    if database_kind == "sqlite":
        with TemporaryDirectory(prefix="scrutiny-sqlite-", dir=memory.place()) as folder:
            yield f"sqlite:///{folder}/scrutiny.db"
    else:
        with request.getfixturevalue("postgresql_server").borrowed() as url:
            yield url


@pytest.fixture
def migrated_url(request: pytest.FixtureRequest, database_kind: str) -> Iterator[str]:
    """The URL of a database that holds every table and no row: a copy, since migrating takes far longer."""
    template = request.getfixturevalue(f"migrated_{database_kind}")
    if database_kind == "sqlite":
        with TemporaryDirectory(prefix="scrutiny-sqlite-", dir=memory.place()) as folder:
            yield f"sqlite:///{shutil.copyfile(template, Path(folder) / 'scrutiny.db')}"
    else:
        with request.getfixturevalue("postgresql_server").borrowed(like=template) as url:
            yield url


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that ``migrated_url`` copies."""
    path = tmp_path_factory.mktemp("migrated") / "scrutiny.db"
    _migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it into the one file that is copied
    return path


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: Server) -> str:
    """The name of the database that ``migrated_url`` copies."""
    url = postgresql_server.create()
    _migrate(url)
    return postgresql_server.close_to_all(url)


def _migrate(url: str) -> None:
    from scrutiny_app.database import migrate  # at the point of use: most tests run without the app

    migrate(url)
