"""Migrations: up, down and up again on both databases, and the same tables as the models state."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

import scrutiny_app
from scrutiny_app.database import make_engine, migrate

SCRIPTS = Path(scrutiny_app.__file__).parent / "migrations"


def config(url: str) -> Config:
    made = Config()
    made.set_main_option("script_location", str(SCRIPTS))
    made.attributes["url"] = url
    return made


def revisions() -> list[str]:
    return [script.revision for script in reversed(list(ScriptDirectory(str(SCRIPTS)).walk_revisions()))]


def tables(url: str) -> set[str]:
    engine = make_engine(url)
    names = set(inspect(engine).get_table_names()) - {"alembic_version"}
    engine.dispose()
    return names


def test_each_migration_goes_up_and_down(database_url):
    seen = [tables(database_url)]
    for revision in revisions():
        command.upgrade(config(database_url), revision)
        seen.append(tables(database_url))
    for before in reversed(seen[:-1]):
        command.downgrade(config(database_url), "-1")
        assert tables(database_url) == before
    migrate(database_url)
    assert tables(database_url) == seen[-1]


def test_the_tables_are_those_that_the_models_state(migrated_url):
    command.check(config(migrated_url))


APPEND_ONLY = (
    "trail",
    "frames",
    "draws",
    "picks",
    "draw_changes",
    "draw_decisions",
    "change_reasons",
    "grades",
    "grade_observations",
    "conflicts",
    "reveals",
    "findings",
    "finding_observations",
    "signatures",
    "published_volumes",
    "public_attacks",
    "public_returns",
    "release_checks",
    "check_readings",
)


@pytest.mark.parametrize("deed", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}"])
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_database_itself_refuses_to_change_what_was_only_to_be_added_to(migrated_url, table, deed):
    engine = make_engine(migrated_url)
    column = inspect(engine).get_columns(table)[0]["name"]
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            fill(connection, table)  # SQLite's triggers fire for each row, so there must be one
        with pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text(deed.format(table=table, column=column)))
    engine.dispose()


def fill(connection, table: str) -> None:
    connection.execute(text("PRAGMA ignore_check_constraints = ON"))
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    columns = inspect(connection).get_columns(table)
    values = ", ".join("'2026-01-01 00:00:00'" if "DATE" in str(c["type"]).upper() else "'1'" for c in columns)
    connection.execute(text(f"INSERT INTO {table} VALUES ({values})"))
