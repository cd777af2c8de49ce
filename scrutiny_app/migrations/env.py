"""Alembic's entry: runs the migrations on the database that `database.migrate` names."""

import importlib
import pkgutil

from alembic import context

from scrutiny_app import models
from scrutiny_app.database import Base, make_engine

for module in pkgutil.iter_modules(models.__path__):  # so that `alembic check` compares every table
    importlib.import_module(f"{models.__name__}.{module.name}")

engine = make_engine(context.config.attributes["url"])
with engine.connect() as connection:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:  # it changes a table by making it anew, which those that point to it must let pass
        connection.connection.execute("PRAGMA foreign_keys=OFF")
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=False)
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError("a migration left a row that points to nothing")
engine.dispose()
