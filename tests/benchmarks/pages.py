"""A member's case page, beside the same template rendered from values in memory and one durable insert.

`python -m tests.benchmarks.pages sqlite` measures it alone, with the eight members who read at once; `postgresql` is
the other, and without either it does both.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask, render_template, template_rendered
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import EnvironBuilder, run_wsgi_app

from scrutiny_app import create_app
from scrutiny_app.cli.demonstration import CASES, SEED, keep
from scrutiny_app.cli.demonstration.filling import fill
from scrutiny_app.cli.setting_up import make_instance
from scrutiny_app.database import Database
from scrutiny_app.services.dossiers import read_key
from scrutiny_app.settings import read
from scrutiny_app.web.current import EXTENSION
from scrutiny_app.web.settling import settle_memory, take_short_turns
from tests import postgresql
from tests.benchmarks import sitting
from tests.benchmarks.planning import add_cases
from tests.demonstration import LINK, enter

ON_FILE = (10_000, 1_000_000)  # how many cases are on file when the page is measured
TIMES = 200


def measure(folder: Path, kind: str = "") -> Iterator[str]:
    """Measure on SQLite and, where it is installed, on PostgreSQL; or on one of them alone."""
    if kind != "postgresql":
        yield from _measured({"SCRUTINY_INSTANCE": str(folder / "pages")})
    if kind != "sqlite" and postgresql.programs():
        server = postgresql.new_folder()
        try:
            own = {"SCRUTINY_DATABASE_URL": postgresql.start_once(server)}
            yield "on PostgreSQL without fsync, its server's own time left out:"
            yield from _measured({"SCRUTINY_INSTANCE": str(folder / "pages-postgresql")} | own)
        finally:
            postgresql.stop(server)


def _measured(variables: dict[str, str]) -> Iterator[str]:
    """Open one case many times as a member, and compare with the floor; then have eight members read at once."""
    variables |= {"SCRUTINY_DEMO": "1", "SCRUTINY_PORTAL": "all"}
    settings = read(variables)
    make_instance(settings)
    assert settings.case_key_file
    database = Database(settings.database_url)
    keep(settings, fill(database, read_key(settings.case_key_file), CASES, SEED, tell=lambda words: None))
    app = create_app(settings)
    settle_memory()
    take_short_turns()
    signs = json.loads((settings.instance / "demo-sign-ins.json").read_text())["member"]
    client = app.test_client()
    enter(client, signs)
    path = next(link for link in LINK.findall(client.get("/panel/").text) if link.startswith("/panel/cases/"))

    name, context = rendered(app, lambda: client.get(path))
    page_, rendering_ = asked(app, client, path), partial(render, app, path, name, context)
    held = CASES
    for wanted in ON_FILE:
        add_cases(database, range(held + 1, wanted + 1))
        held = wanted
        page, rendering, durable = medians(page_, rendering_, partial(insert, database))
        yield (
            f"a member's case page, {held:,} cases on file: {page * 1000:.1f} ms of processor time, "
            f"{page / (rendering + durable):.2f} x the floor ({rendering * 1000:.1f} ms rendering + "
            f"{durable * 1000:.1f} ms for one durable insert)"
        )
    app.extensions[EXTENSION].database.engine.dispose()
    yield from sitting.at_once(settings, database)
    database.engine.dispose()


def rendered(app: Flask, ask: Callable[[], object]) -> tuple[str, dict[str, Any]]:
    """Ask for a page; give its template's name and the values that it was rendered from."""
    seen: list[tuple[str, dict[str, Any]]] = []

    def note(sender: Flask, template: Any, context: dict[str, Any]) -> None:
        seen.append((template.name, context))

    with template_rendered.connected_to(note, app):
        ask()
    return seen[-1]


def asked(app: Flask, client: FlaskClient, path: str) -> Callable[[], object]:
    """Give what asks the app for a page as a server does, without the work that a test client has with it."""
    cookie = client.get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert cookie is not None
    request = EnvironBuilder(path, headers=[("Cookie", f"{cookie.key}={cookie.value}")]).get_environ()
    _body, status, _headers = run_wsgi_app(app, request.copy())
    assert status.startswith("200")
    return lambda: run_wsgi_app(app, request.copy(), buffered=True)


def render(app: Flask, path: str, name: str, context: dict[str, Any]) -> None:
    """Render a template from values in memory, in a request of its own, as a page is."""
    with app.test_request_context(path):
        render_template(name, **context)


def insert(database: Database) -> None:
    """Write one row durably."""
    with database.transaction() as session:
        session.execute(text("INSERT INTO reasons (salt, text, written_at) VALUES ('s', 't', '2026-01-01')"))


def medians(*measured: Callable[[], object]) -> list[float]:
    """Give the median processor time of many runs of each, in seconds, one after another in turns.

    In turns, since what runs again and again by itself finds all that it needs in the processor's cache, where a page
    that has just waited for the disk finds little; and so that a busy minute is the same for all.
    """
    took: list[list[float]] = [[] for _ in measured]
    for _ in range(TIMES):
        for one, times in zip(measured, took, strict=True):
            began = time.process_time()
            one()
            times.append(time.process_time() - began)
    return [statistics.median(times) for times in took]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for line in measure(Path(place), *sys.argv[1:]):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
