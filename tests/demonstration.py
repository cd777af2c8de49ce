"""The demonstration as a fixture: made once for a run, and lent to each worker as a copy of its own."""

import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.databases import SERVER_FOLDER

ROOT = Path(__file__).parents[1]
CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')


@dataclass(frozen=True)
class Demonstration:
    """A filled instance, and who may sign in to it."""

    instance: Path
    sign_ins: dict[str, dict[str, str]]

    def variables(self, **more: str) -> dict[str, str]:
        """Give the environment of a process that serves it."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
        own = {"SCRUTINY_INSTANCE": str(self.instance), "SCRUTINY_DEMO": "1", "SCRUTINY_PORTAL": "all"}
        return plain | own | more


def _shared(config: pytest.Config) -> Path:
    server = config.stash[SERVER_FOLDER]
    return server.with_name(f"{server.name}-demonstration")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Throw the run's demonstration away at its end; one process of the run does so, after all the workers."""
    if not hasattr(config, "workerinput"):
        config.add_cleanup(lambda: shutil.rmtree(_shared(config), ignore_errors=True))
        config.add_cleanup(lambda: _shared(config).with_suffix(".lock").unlink(missing_ok=True))


@pytest.fixture(scope="session")
def demonstration(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """A demonstration of this worker's own, copied from the one that the run made."""
    shared = _shared(pytestconfig)
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "demo-sign-ins.json").exists():
            made = Demonstration(shared, {})
            command = [sys.executable, "-m", "scrutiny_app", "demo"]
            subprocess.run(command, env=made.variables(), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    own = tmp_path_factory.mktemp("demonstration") / "instance"
    shutil.copytree(shared, own)
    return Demonstration(own, json.loads((own / "demo-sign-ins.json").read_text()))


@pytest.fixture(scope="session")
def served(demonstration: Demonstration) -> Iterator[str]:
    """The address of a running server of the demonstration."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "scrutiny_app", "serve"],
        env=demonstration.variables(SCRUTINY_PORT=str(port)),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    for _ in range(600):  # a minute, for a machine with much else to do
        if process.poll() is not None:
            raise AssertionError("the server ended by itself")
        with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/sign-in")
                connection.getresponse().read()
            except ConnectionRefusedError:
                time.sleep(0.1)
            else:
                return
    raise AssertionError("the server never answered")


def enter(client: FlaskClient, sign_in: dict[str, str]) -> None:
    """Sign somebody in."""
    token = CSRF.search(client.get("/sign-in").text)
    assert token is not None
    answer = client.post("/sign-in", data=sign_in | {"csrf_token": token[1]})
    assert answer.status_code == 302, answer.text


def pattern(path: str) -> str:
    """Say of which kind an address is: the same for every round, case and letter."""
    return re.sub(r"(?<=/)(\d+|[A-Z]{2,}-\w+)(?=/|$|\.)", "#", urlsplit(path).path)


def crawl(
    client: FlaskClient, *, each: Callable[[str, TestResponse], None], most: int = 10_000, of_a_kind: int = 10_000
) -> set[str]:
    """Open every page that links lead to from the home page, at most so many of a kind; give the kinds seen."""
    waiting, seen, kinds = deque(["/"]), {"/"}, dict[str, int]()
    while waiting and len(seen) < most:
        path = waiting.popleft()
        kind = pattern(path)
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > of_a_kind:
            continue
        answer = client.get(path, follow_redirects=True)
        each(path, answer)
        if answer.mimetype != "text/html":
            continue
        for link in LINK.findall(answer.text):
            target = link.replace("&amp;", "&")
            if target.startswith("/") and not target.startswith(("//", "/static/")) and target not in seen:
                seen.add(target)
                waiting.append(target)
    return set(kinds)
