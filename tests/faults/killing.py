"""Killing whoever loads a file, at random moments, and looking after each death at what is there.

A worker is sent the file and killed; a command is killed and typed again. Whatever the moment: all rows are visible or
none is, what is kept out of sight is whole chunks, and in the end every good row is there once and nothing else.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import func, select, text
from sqlalchemy.orm import DeclarativeBase, Session

from scrutiny_app.database import Database
from scrutiny_app.domain.extracts import FOR_WORKER, Stage
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ExtractPart, ImportProblem, RejectedRows
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import receiving, trail
from scrutiny_app.services.dossiers import dossier_place
from tests.making import KEY, Make

ROOT = Path(__file__).parents[2]
OPENED = 20  # dossiers that are opened in the end, to see that each is its case's
Process = subprocess.Popen[str]


@dataclass(frozen=True)
class File:
    """A file to be loaded, and what is to come of it: so many rows, of which these are good."""

    path: Path
    total: int
    good: frozenset[str]


@dataclass
class Instance:
    """A database and the folder of its key, and what is seen of the one file that is loaded there."""

    folder: Path
    url: str
    file: File
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        self.database = Database(self.url)
        self.folder.mkdir(exist_ok=True)
        (self.folder / "case.key").write_bytes(KEY.secret)
        (self.folder / "case.key").chmod(0o600)

    def start(self, *words: str) -> Process:
        """Start one of the program's processes."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
        variables = plain | {"SCRUTINY_INSTANCE": str(self.folder), "SCRUTINY_DATABASE_URL": self.url}
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [sys.executable, "-m", *words], env=variables, cwd=ROOT, stdout=pipe, stderr=subprocess.DEVNULL, text=True
        )

    def found(self) -> Extract | None:
        """Find the file's row, if there is one yet."""
        with self.database.reading() as session:
            return session.scalar(select(Extract))

    def phase(self) -> str:
        """Say how far the file has come."""
        found = self.found()
        if found is None:
            return "not received"
        return f"{found.stage}, chunk {found.chunks}" if found.stage == Stage.MAPPED else found.stage


class ByWorker:
    """Loading by a worker: the file is sent once, and each worker goes on with it."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        with instance.database.transaction() as session:
            by = Make(session).user()
            receiving.receive(session, instance.file.path.name, instance.file.path.read_bytes(), key=KEY, by=by)

    def start(self) -> Process:
        """Start a worker, and wait until it waits for files."""
        process = self.instance.start("scrutiny_app.jobs")
        assert process.stdout is not None
        assert process.stdout.readline()
        return process

    def is_done(self, _process: Process) -> bool:
        """Say whether a worker has nothing left to do."""
        found = self.instance.found()
        return found is not None and found.stage not in FOR_WORKER


class ByCommand:
    """Loading by a command, which is typed again after each death."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance

    def start(self) -> Process:
        """Type the command."""
        return self.instance.start("scrutiny_app", "import", str(self.instance.file.path), "--json")

    def is_done(self, process: Process) -> bool:
        """Say whether the command came to its end."""
        return process.poll() == 0


LOADERS: dict[str, Callable[[Instance], "ByWorker | ByCommand"]] = {"worker": ByWorker, "command": ByCommand}


def kill_while_loading(instance: Instance, by: str, chance: Random, deaths: int, span: float) -> list[str]:
    """Kill a loader so many times, each soon after its start, then let it end; give the phase of each death."""
    loader = LOADERS[by](instance)
    phases: list[str] = []
    while len(phases) < deaths and "done" not in phases:
        process = loader.start()
        time.sleep(chance.uniform(0, span))
        end(process)
        phases.append(instance.phase())
        check_after_a_death(instance)
    finish(loader)
    check_in_the_end(instance)
    return phases


def finish(loader: "ByWorker | ByCommand") -> None:
    """Let a loader come to its end."""
    process = loader.start()
    until = time.monotonic() + 300
    while not loader.is_done(process):
        assert time.monotonic() < until, f"stuck: {loader.instance.phase()}"
        assert process.poll() in (None, 0), "the loader refused"
        time.sleep(0.05)
    end(process)


def end(process: Process) -> None:
    """Kill a process, and see it dead."""
    process.kill()
    process.communicate()


def count(session: Session, table: type[DeclarativeBase]) -> int:
    """Count a table's rows."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def check_after_a_death(instance: Instance) -> None:
    """Assert that all rows are visible or none is, and that what is out of sight is whole."""
    with instance.database.reading() as session:
        if instance.url.startswith("sqlite"):
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert trail.verify(session)[1] == []
        found = session.scalar(select(Extract))
        visible, staged, sealed = count(session, Case), count(session, StagedCase), count(session, Dossier)
        if found is None or found.stage != Stage.DONE:
            kept = found.imported if found else 0
            assert (visible, count(session, CaseNumber), staged, sealed) == (0, 0, kept, kept)
        else:
            assert (visible, staged, sealed) == (found.imported, 0, found.imported)


def check_in_the_end(instance: Instance) -> None:
    """Assert that every good row is there once, with its dossier, and nothing of the loading is left."""
    file = instance.file
    with instance.database.reading() as session:
        found = session.scalars(select(Extract)).one()
        assert (found.stage, found.total, found.imported) == (Stage.DONE, file.total, len(file.good))
        assert found.rejected == file.total - len(file.good)
        numbers = {row[0]: row[1] for row in session.execute(select(CaseNumber.case_id, CaseNumber.number))}
        assert len(numbers) == len(file.good)
        assert set(numbers.values()) == file.good
        assert set(session.scalars(select(Case.id))) == set(numbers)
        assert count(session, Dossier) == len(numbers)
        assert (count(session, StagedCase), count(session, ExtractPart)) == (0, 0)
        assert count(session, ImportProblem) == found.problems_found
        assert bool(count(session, RejectedRows)) == bool(found.rejected)
        for case_id in Random(len(numbers)).sample(sorted(numbers), min(OPENED, len(numbers))):
            record = KEY.open(session.get_one(Dossier, (case_id, 1)).sealed, dossier_place(case_id, 1))
            assert record["case_number"] == numbers[case_id]
        check_trail(session, found)


def check_trail(session: Session, found: Extract) -> None:
    """Assert that the trail holds, and tells of the loading once."""
    assert trail.verify(session)[1] == []
    facts = session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "ExtractImported"))
    assert [json.loads(one)["imported"] for one in facts] == [found.imported]
