"""The app on a port of its own, with the fixtures by which the tests of pages make what is to be seen on them."""

from collections.abc import Iterator
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import make_server

from tests.web.conftest import app, database, database_kind, making, settings  # noqa: F401  # fixtures here too


@pytest.fixture
def address(app: Flask) -> Iterator[str]:  # noqa: F811
    """The app's address while it answers."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
