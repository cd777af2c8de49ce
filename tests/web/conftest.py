"""What web tests share: an app over a database of the test's own (SQLite), and browsers that sign in with CSRF on."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from scrutiny_app.database import Database
from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import User
from scrutiny_app.services import signing_in
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web.current import EXTENSION
from tests.making import KEY, PASSWORD, Make
from tests.web import apps
from tests.web.panels import Sitting, seat
from tests.web.working import work


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords cheaply: the real cost is a test of its own, and would be most of every other's time."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(signing_in, "HASHER", quick)
    monkeypatch.setattr(signing_in, "_NOBODYS_HASH", quick.hash("nobody's"))


@pytest.fixture
def database_kind() -> str:
    """Pages are tried on SQLite; what they call is tried on both databases."""
    return "sqlite"


@pytest.fixture
def settings(migrated_url: str, tmp_path: Path) -> Settings:
    """Settings of a demonstration that serves both sides."""
    for name, content in (("case.key", KEY.secret), ("secret.key", b"s" * 32)):
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    return Settings(
        instance=tmp_path,
        database_url=migrated_url,
        portal=Portal.ALL,
        demo=True,
        case_key_file=tmp_path / "case.key",
        secret_key_file=tmp_path / "secret.key",
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The app, in which a fault is raised rather than shown."""
    with apps.lent(settings) as app:
        app.config["PROPAGATE_FAULTS"] = True
        yield app


@pytest.fixture
def database(app: Flask) -> Database:
    """The app's own database."""
    database: Database = app.extensions[EXTENSION].database
    return database


@pytest.fixture
def making(database: Database) -> Callable[[], AbstractContextManager[Make]]:
    """Factories in a transaction of their own: `with making() as make: ...` keeps what was made."""

    @contextmanager
    def begin() -> Iterator[Make]:
        with database.transaction() as session:
            yield Make(session)

    return begin


class Browser:
    """A client that sends forms as a browser does: the page is loaded first, and its CSRF token and stamp sent."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.loaded = ""

    def get(self, path: str) -> TestResponse:
        """Load a page, following redirects."""
        return self.client.get(path, follow_redirects=True)

    def post(self, path: str, data: dict[str, object] | None = None, *, page: str | None = None) -> TestResponse:
        """Send a form found on a page (the same path unless said), following redirects."""
        token = {"csrf_token": self.token(page or path)}
        if stamp := re.search(r'name="plan_stamp" value="([^"]+)"', self.loaded):
            token["plan_stamp"] = stamp[1]
        return self.client.post(path, data=token | (data or {}), follow_redirects=True)

    def token(self, page: str) -> str:
        """Read the CSRF token off a page; any page of the session has one that serves."""
        for path in (page, "/"):
            self.loaded = self.get(path).text
            found = re.search(r'name="csrf_token" value="([^"]+)"', self.loaded)
            if found:
                return found[1]
        raise AssertionError(f"no form on {page}")


@pytest.fixture
def visitor(app: Flask) -> Browser:
    """A browser in which nobody has signed in."""
    return Browser(app.test_client())


@pytest.fixture
def sign_in(app: Flask) -> Callable[[User], Browser]:
    """Sign a person in, in a browser of their own."""

    def enter(user: User) -> Browser:
        browser = Browser(app.test_client())
        sent = {"username": user.username, "password": PASSWORD, "csrf_token": browser.token("/sign-in")}
        answer = browser.client.post("/sign-in", data=sent)  # whose home it leads to is seldom looked at: not loaded
        assert answer.status_code in (302, 303), answer.text
        return browser

    return enter


@pytest.fixture
def enter(
    making: Callable[[], AbstractContextManager[Make]], sign_in: Callable[[User], Browser]
) -> Callable[..., Browser]:
    """Add a person of a role, and sign them in."""

    def enter(role: Role, **changes: Any) -> Browser:
        with making() as make:
            user = make.user(role, **changes)
        return sign_in(user)

    return enter


@pytest.fixture
def send(database: Database) -> Callable[..., TestResponse]:
    """Send a file, and have a worker do what it can with it at once; give the page of the file."""

    def send(
        browser: Browser, data: bytes, name: str = "cases.csv", to: str = "/force/extracts/new", **given: str
    ) -> TestResponse:
        page = browser.post(to, {"file": (io.BytesIO(data), name), **given})
        work(database, KEY)
        return browser.get(page.request.path)

    return send


@pytest.fixture
def sitting(making) -> Sitting:
    """A panel that sits before one released case."""
    with making() as make:
        return seat(make)


@pytest.fixture
def member(sign_in, sitting):
    """A lay member of it, in a browser."""
    return sign_in(sitting.lay)
