"""Triggers by which the database itself refuses to change what was only ever to be added to."""

from alembic import op


def refuse(table: str, *deeds: str) -> None:
    """Make a table refuse UPDATE, DELETE or both, on SQLite and PostgreSQL alike."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE OR REPLACE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        for deed in deeds:
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{deed.lower()} BEFORE {deed} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}()"
            )
        if "DELETE" in deeds:
            op.execute(
                f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}()"
            )
        return
    for deed in deeds:
        op.execute(
            f"CREATE TRIGGER IF NOT EXISTS {table}_refuses_{deed.lower()} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def allow(table: str) -> None:
    """Undo `refuse`, before the table is dropped: SQLite drops its triggers itself, PostgreSQL keeps the function."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION IF EXISTS refuse_{table}() CASCADE")
