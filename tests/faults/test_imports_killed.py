"""Sentence 12, for imports: kill -9 of a worker or a command at any moment leaves all rows visible or none."""

import subprocess
import sys
from random import Random

import pytest

from scrutiny_app.domain.extracts import Stage
from tests.faults.killing import (
    ROOT,
    ByWorker,
    File,
    Instance,
    check_after_a_death,
    check_in_the_end,
    finish,
    kill_while_loading,
)
from tests.jobs.loaded import many

ROWS = 6_000  # two chunks


@pytest.fixture
def instance(migrated_url, tmp_path):
    """An instance with a file to be loaded."""
    path = tmp_path / "cases.csv"
    path.write_bytes(many(ROWS))
    good = frozenset(f"NM/{number}/26" for number in range(ROWS))
    instance = Instance(tmp_path, migrated_url, File(path, ROWS, good))
    yield instance
    instance.database.engine.dispose()


@pytest.mark.parametrize(("by", "span"), [("worker", 3.0), ("command", 4.0)])
def test_sentence_12_an_import_that_is_killed_at_any_moment_is_whole_and_every_row_is_there_once(instance, by, span):
    phases = kill_while_loading(instance, by, Random(f"{by} {instance.url[:6]}"), 3, span)
    assert phases


@pytest.mark.parametrize(
    "moment", ["INSERT INTO staged_cases", "INSERT INTO cases", "INSERT INTO case_numbers", "COMMIT"]
)
def test_a_worker_that_dies_inside_a_transaction_leaves_nothing_of_it(instance, moment):
    loader = ByWorker(instance)
    found = instance.found()
    command = [sys.executable, "-m", "tests.faults.loader", instance.url, str(found.id), moment]
    assert subprocess.run(command, cwd=ROOT, timeout=60).returncode == -9
    assert instance.found().stage == Stage.MAPPED
    check_after_a_death(instance)
    finish(loader)
    check_in_the_end(instance)
