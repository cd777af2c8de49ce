"""Sentence 12: what was acknowledged survives kill -9 and a full disk, and what was not leaves nothing behind."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import OperationalError

from scrutiny_app.database import Database
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import Grade, GradeObservation
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import trail
from tests.faults import writer
from tests.making import Make

ROOT = Path(__file__).parents[2]
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def database_kind() -> str:
    """A server outlives its clients' deaths; it is the embedded database that dies with its process."""
    return "sqlite"


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """A database with a round open to one member."""
    database = Database(migrated_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def member(database: Database) -> tuple[str, str]:
    """A member's username, and the reference of the case that they grade."""
    with database.transaction() as session:
        make = Make(session)
        person = make.user(Role.MEMBER)
        case = make.round_cases(make.open_round(person, cases=1))[0]
        return person.username, case.reference


@pytest.fixture
def start(migrated_url: str, member: tuple[str, str]) -> Start:
    """Start a process that writes, with the trouble named."""

    def begin(*trouble: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.faults.writer", migrated_url, *member, *trouble]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    return begin


def acknowledged(process: "subprocess.Popen[str]", *, most: int | None = None) -> list[str]:
    """Read what a process said, all of it or the first lines, and see it dead."""
    assert process.stdout is not None
    said = [line.strip() for _, line in zip(range(most or sys.maxsize), process.stdout, strict=False)]
    if most:
        process.kill()
        said += [line.strip() for line in process.stdout if line.endswith("\n")]
    process.wait(timeout=20)
    process.stdout.close()
    return said


def check_whole(database: Database, kept: set[int]) -> None:
    """Assert that these grades are there and that every grade has its observations, and its one entry on the trail."""
    with database.reading() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert trail.verify(session)[1] == []
        grades = set(session.scalars(select(Grade.id)))
        facts = session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "GradeGiven"))
        entries = Counter(json.loads(one)["grade_id"] for one in facts)
        query = select(GradeObservation.grade_id, func.count()).group_by(GradeObservation.grade_id)
        observations = {row[0]: row[1] for row in session.execute(query)}
    assert kept <= grades
    assert entries == Counter(grades)
    assert observations == dict.fromkeys(grades, len(writer.SEEN))


def test_sentence_12_every_acknowledged_write_survives_being_killed_at_any_moment(database, start):
    chance, kept = random.Random(12), set[int]()
    for _ in range(4):
        process = start()
        assert process.stdout is not None
        first = int(process.stdout.readline())
        time.sleep(chance.uniform(0.0, 0.3))
        kept |= {first, *map(int, acknowledged(process, most=chance.randint(1, 6)))}
        check_whole(database, kept)
    assert len(kept) >= 8


@pytest.mark.parametrize("moment", ["inserting", "committing"])
def test_a_deed_cut_off_half_way_leaves_nothing(database, start, moment):
    kept = set(map(int, acknowledged(start(moment))))
    assert len(kept) == writer.BEFORE
    check_whole(database, kept)
    with database.reading() as session:
        assert set(session.scalars(select(Grade.id))) == kept


def test_when_files_cannot_grow_a_deed_fails_whole_and_the_next_ones_are_kept(database, start):
    said = acknowledged(start("full"), most=60)
    refusals = [at for at, line in enumerate(said) if line.startswith("refused")]
    assert len(refusals) == 1
    assert 0 < refusals[0] < len(said) - 1
    kept = {int(line) for at, line in enumerate(said) if at not in refusals}
    check_whole(database, kept)


def test_a_copy_taken_while_others_write_is_whole_when_restored(database, start, tmp_path):
    process = start()
    assert process.stdout is not None
    before = {int(process.stdout.readline()) for _ in range(5)}
    live, copy = sqlite3.connect(str(database.engine.url.database)), sqlite3.connect(tmp_path / "copy.db")
    with closing(live), closing(copy):
        live.backup(copy)
    acknowledged(process, most=3)
    restored = Database(f"sqlite:///{tmp_path / 'copy.db'}")
    check_whole(restored, before)
    restored.engine.dispose()


@contextmanager
def no_room(database: Database) -> Iterator[None]:
    """Let the database take not one page more."""

    def stop(connection, _record, _proxy) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    database.engine.dispose()
    event.listen(database.engine, "checkout", stop)
    yield
    event.remove(database.engine, "checkout", stop)
    database.engine.dispose()


def test_a_full_database_refuses_a_deed_whole_and_takes_the_next_when_there_is_room(database, member):
    (username, reference), kept = member, set[int]()
    with no_room(database), pytest.raises(OperationalError, match="full"):
        kept.update(writer.give_grade(database, username, reference, number) for number in range(200))
    assert kept
    check_whole(database, kept)
    kept.add(writer.give_grade(database, username, reference, 201))
    check_whole(database, kept)
