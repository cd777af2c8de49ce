"""One app serves one test after another, each over a database of its own.

Making an app compiles every address and every template, which takes longer than most tests of a page do. What a test
may change of an app (its settings, its database, its key) is put in anew for each; the rest is the same in every app.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask

from scrutiny_app import create_app
from scrutiny_app.database import Database
from scrutiny_app.services import dossiers
from scrutiny_app.settings import Settings
from scrutiny_app.web.current import EXTENSION, Running

_MADE: dict[tuple[object, ...], tuple[Flask, dict[str, Any]]] = {}


@contextmanager
def lent(settings: Settings) -> Iterator[Flask]:
    """Lend the app of these settings, as it was made but over their database; give back its connections after."""
    made_by = (settings.portal, settings.demo, settings.behind_proxy, settings.public_url)
    if made_by in _MADE:
        app, config = _MADE[made_by]
        app.config.clear()
        app.config.update(config, SECRET_KEY=settings.secret_key_file.read_bytes())
        key = dossiers.read_key(settings.case_key_file) if settings.case_key_file else None
        app.extensions[EXTENSION] = Running(settings, Database(settings.database_url), key)
    else:
        app = create_app(settings)
        _MADE[made_by] = app, dict(app.config)
    try:
        yield app
    finally:
        app.extensions[EXTENSION].database.engine.dispose()
