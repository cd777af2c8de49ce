"""A member's case page, beside the same template rendered from values in memory and one durable insert."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import render_template, template_rendered
from sqlalchemy import text

from scrutiny_app import create_app
from scrutiny_app.cli.demonstration import CASES, SEED, keep
from scrutiny_app.cli.demonstration.filling import fill
from scrutiny_app.cli.setting_up import make_instance
from scrutiny_app.database import Database
from scrutiny_app.services.dossiers import read_key
from scrutiny_app.settings import read
from scrutiny_app.web.current import EXTENSION
from tests.demonstration import LINK, enter

TIMES = 60


def measure(folder: Path) -> Iterator[str]:
    """Open one case many times as a member, and compare with the floor."""
    variables = {"SCRUTINY_INSTANCE": str(folder / "pages"), "SCRUTINY_DEMO": "1", "SCRUTINY_PORTAL": "all"}
    settings = read(variables)
    make_instance(settings)
    assert settings.case_key_file
    database = Database(settings.database_url)
    keep(settings, fill(database, read_key(settings.case_key_file), CASES, SEED, tell=lambda words: None))
    app = create_app(settings)
    client = app.test_client()
    enter(client, json.loads((settings.instance / "demo-sign-ins.json").read_text())["member"])
    path = next(link for link in LINK.findall(client.get("/panel/").text) if link.startswith("/panel/cases/"))

    seen: list[tuple[str, dict[str, object]]] = []
    template_rendered.connect(lambda sender, template, context: seen.append((template.name, context)), app, weak=False)
    client.get(path)
    name, context = seen[-1]
    page = median(lambda: client.get(path))
    with app.test_request_context(path):
        rendering = median(lambda: render_template(name, **context))
    durable = median(lambda: insert(database))
    app.extensions[EXTENSION].database.engine.dispose()
    floor = rendering + durable
    yield (
        f"a member's case page, {CASES} cases on file: {page * 1000:.1f} ms, {page / floor:.2f} x the floor "
        f"({rendering * 1000:.1f} ms rendering + {durable * 1000:.1f} ms for one durable insert)"
    )


def insert(database: Database) -> None:
    """Write one row durably."""
    with database.transaction() as session:
        session.execute(text("INSERT INTO reasons (salt, text, written_at) VALUES ('s', 't', '2026-01-01')"))


def median(measured: Callable[[], object]) -> float:
    """Give the median time of many runs, in seconds."""
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        measured()
        took.append(time.perf_counter() - began)
    return statistics.median(took)
