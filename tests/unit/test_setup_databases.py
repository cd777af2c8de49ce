"""The databases that tests are given are real, and each test's own."""

import pytest
from sqlalchemy import NullPool, create_engine, inspect, make_url, text

from tests.wants import lacks


@pytest.fixture
def connect():
    """Connect to a URL, and let go of it whatever becomes of the test."""
    engines = []

    def connect(url: str):
        engines.append(create_engine(url, poolclass=NullPool))
        return engines[-1].begin()

    yield connect
    for engine in engines:
        engine.dispose()


def test_a_test_runs_on_the_database_that_it_names(database_kind, database_url):
    assert make_url(database_url).get_backend_name() == database_kind


@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_one_test_writes_the_next_does_not_see(connect, database_url, turn):
    with connect(database_url) as connection:
        assert inspect(connection).get_table_names() == []
        connection.execute(text("CREATE TABLE left_behind (id INTEGER)"))


def test_a_migrated_database_has_the_tables(connect, migrated_url):
    with connect(migrated_url) as connection:
        assert {"alembic_version", "trail"} <= set(inspect(connection).get_table_names())


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_a_test_that_lacks_something_is_skipped_but_fails_in_continuous_integration(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="PostgreSQL is missing: `make system` installs it"):
        lacks("PostgreSQL")
