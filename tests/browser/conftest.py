"""The app on a port of its own, with the fixtures by which the tests of pages make what is to be seen on them."""

from collections.abc import Iterator
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.web.conftest import app, database, database_kind, making, settings  # noqa: F401  # fixtures here too

expect.set_options(timeout=30_000)  # as long as Playwright's own deeds may take: the machine may be busy


@pytest.fixture
def address(app: Flask) -> Iterator[str]:  # noqa: F811
    """The app's address while it answers; what it has begun to answer it ends, before the next test lends the app."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = False  # type: ignore[attr-defined]  # so that they are waited for
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
