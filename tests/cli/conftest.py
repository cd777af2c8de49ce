"""What the tests of commands stand on."""

import pytest

from scrutiny_app.cli.setting_up import make_instance
from scrutiny_app.database import Database
from scrutiny_app.settings import read


@pytest.fixture
def database(tmp_path, monkeypatch):
    """The database of an instance of the test's own."""
    monkeypatch.setenv("SCRUTINY_INSTANCE", str(tmp_path / "instance"))
    settings = read()
    make_instance(settings)
    database = Database(settings.database_url)
    yield database
    database.engine.dispose()
