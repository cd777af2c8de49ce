"""What tests of long work share: an instance on each database, a lead who sends files, and workers that run."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrutiny_app.database import Database
from scrutiny_app.domain.extracts import FOR_WORKER, Holds
from scrutiny_app.jobs.work import Work
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.people import User
from scrutiny_app.services import receiving
from tests.making import KEY, Make

ROOT = Path(__file__).parents[2]
Worker = subprocess.Popen[str]


@dataclass(frozen=True)
class Instance:
    """A database and the folder of its keys."""

    folder: Path
    url: str
    database: Database

    def lead(self, **about: str) -> User:
        """Add a lead."""
        with self.database.transaction() as session:
            return Make(session).user(**about)

    def send(self, data: bytes, by: User, name: str = "cases.csv", holds: Holds = Holds.CASES) -> int:
        """Send a file in, as the website does."""
        with self.database.transaction() as session:
            return receiving.receive(session, name, data, key=KEY, by=by, holds=holds).extract.id

    def find(self, extract_id: int) -> Extract:
        """Find a file."""
        with self.database.reading() as session:
            return session.get_one(Extract, extract_id)

    def wait(
        self, extract_id: int, done: Callable[[Extract], bool] = lambda one: one.stage not in FOR_WORKER
    ) -> Extract:
        """Wait until a file has come so far: unless said otherwise, until no worker is to do anything with it."""
        until = time.monotonic() + 90
        while not done(found := self.find(extract_id)):
            assert time.monotonic() < until, f"stuck at {found.stage}, chunk {found.chunks}"
            time.sleep(0.05)
        return found

    def start(self, *words: str, **settings: str) -> Worker:
        """Start a worker."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
        variables = plain | {"SCRUTINY_INSTANCE": str(self.folder), "SCRUTINY_DATABASE_URL": self.url}
        variables |= {f"SCRUTINY_{name.upper()}": value for name, value in settings.items()}
        command = [sys.executable, "-m", "scrutiny_app.jobs", *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=variables, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def instance(migrated_url: str, tmp_path: Path) -> Iterator[Instance]:
    """An instance that holds nobody and nothing."""
    (tmp_path / "case.key").write_bytes(KEY.secret)
    (tmp_path / "case.key").chmod(0o600)
    database = Database(migrated_url)
    yield Instance(tmp_path, migrated_url, database)
    database.engine.dispose()


@pytest.fixture
def start(instance: Instance) -> Iterator[Callable[..., Worker]]:
    """Start workers that wait for files, and stop them after the test."""
    started: list[Worker] = []

    def begin(*words: str, **settings: str) -> Worker:
        worker = instance.start(*words, **settings)
        started.append(worker)
        assert worker.stdout is not None
        assert worker.stdout.readline().startswith("Worker ")
        return worker

    yield begin
    for worker in started:
        worker.kill()
        worker.communicate()


@pytest.fixture
def work(instance: Instance) -> Work:
    """What a worker has, in the test's own process."""
    return Work(instance.database, KEY)
