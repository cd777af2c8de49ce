"""Workers as they run: what is sent is loaded, whatever happens to them."""

import logging
import signal
import subprocess
import sys

import pytest

from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.jobs.work import FAULT
from scrutiny_app.services import receiving
from tests.extracts import extract
from tests.jobs.conftest import ROOT
from tests.jobs.loaded import check_loaded, many
from tests.making import KEY

MANY = 11_000  # rows: three chunks, the last of them not whole


def test_a_file_that_is_sent_is_looked_at_and_loaded(instance, start):
    start()
    sent = instance.send(extract({}, {}, {"sex": "?"}), instance.lead())
    found = instance.wait(sent)
    assert (found.stage, found.imported, found.rejected) == (Stage.DONE, 2, 1)


def test_a_file_whose_columns_nobody_knows_waits_for_a_person(instance, start):
    start()
    sent = instance.send(extract({}).replace(b"Case number", b"Our reference"), instance.lead())
    assert instance.wait(sent).stage == Stage.LOOKED


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(instance, start):
    start()
    sent = instance.send(b"%PDF-1.4 and so on", instance.lead())
    found = instance.wait(sent)
    assert found.stage == Stage.REFUSED
    assert "PDF" in receiving.why_refused(found, KEY)


def test_attachments_are_read_too(instance, start):
    start()
    sent = instance.send(b"not a zip at all", instance.lead(), "files.zip", Holds.ATTACHMENTS)
    found = instance.wait(sent)
    assert found.stage == Stage.REFUSED
    assert receiving.why_refused(found, KEY)


def test_a_worker_that_is_told_to_stop_ends_well_and_the_next_goes_on_with_its_file(instance, start):
    worker = start()
    sent = instance.send(many(MANY), instance.lead())
    instance.wait(sent, lambda one: one.chunks > 0)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=30) == 0
    assert instance.find(sent).stage == Stage.MAPPED
    start()
    instance.wait(sent)
    check_loaded(instance, sent, MANY)


def test_a_file_that_is_cancelled_while_it_is_read_leaves_nothing_and_the_next_is_loaded(instance, start):
    start()
    by = instance.lead()
    sent = instance.send(many(MANY), by)
    instance.wait(sent, lambda one: one.chunks > 0)
    with instance.database.transaction() as session:
        receiving.cancel(session, sent, by=by)
    other = instance.send(many(30), by)
    instance.wait(other)
    check_loaded(instance, other, 30)


def test_two_files_of_one_force_are_loaded_one_after_the_other(instance, start):
    start()
    by = instance.lead()
    first, second = instance.send(many(6_000), by), instance.send(many(10, sex="male"), by)
    instance.wait(first, lambda one: one.chunks > 0)
    assert instance.find(second).chunks == 0
    assert instance.wait(first).stage == Stage.DONE
    assert instance.wait(second).stage == Stage.STAGED  # it would change what the first brought


def test_what_a_fault_says_is_neither_logged_nor_kept(instance, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "from scrutiny_app.services import working\n"
        "def fail(*_given, **_more):\n    raise ValueError('Wendeline GARSIDE')\n"
        "working.look_at = fail\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sent = instance.send(extract({}), instance.lead())
    worker = instance.start()
    try:
        found = instance.wait(sent)
    finally:
        worker.terminate()
        _, told = worker.communicate(timeout=30)
    assert receiving.why_refused(found, KEY) == FAULT
    assert "ValueError at " in told
    assert "GARSIDE" not in told
    kept = [path for path in instance.folder.glob("jobs.db*") if b"GARSIDE" in path.read_bytes()]
    assert kept == []


def test_a_worker_without_tables_or_key_says_what_to_do(tmp_path):
    def answer(**variables: str) -> str:
        command = [sys.executable, "-m", "scrutiny_app.jobs"]
        given = {"SCRUTINY_INSTANCE": str(tmp_path), **variables}
        return subprocess.run(command, env=given, cwd=ROOT, capture_output=True, text=True).stderr

    assert "run `scrutiny init` first" in answer()
    assert "never given" in answer(SCRUTINY_PORTAL="panel")


class TestOnSQLite:
    @pytest.fixture
    def database_kind(self):
        return "sqlite"

    def test_a_second_worker_refuses_to_start(self, instance, start):
        start()
        second = instance.start()
        assert "A worker is running already" in second.communicate(timeout=30)[1]
        assert second.returncode == 1


class TestOnPostgreSQL:
    @pytest.fixture
    def database_kind(self):
        return "postgresql"

    def test_two_workers_of_one_name_cannot_be(self, instance, start):
        start("--name", "night")
        second = instance.start("--name", "night")
        assert "A worker named night is running already" in second.communicate(timeout=30)[1]
        assert second.returncode == 1

    @pytest.mark.parametrize("which", [0, 1])
    def test_when_one_of_two_workers_is_killed_for_good_the_other_takes_its_file_over(self, instance, start, which):
        workers = {"one": start("--name", "one"), "two": start("--name", "two")}
        sent = instance.send(many(MANY), instance.lead())
        instance.wait(sent, lambda one: one.chunks > which)
        with instance.database.reading() as session:
            query = "SELECT executor_id FROM dbos.workflow_status WHERE status = 'PENDING'"
            name = session.connection().exec_driver_sql(query).scalar_one()
        workers[name].kill()
        instance.wait(sent)
        check_loaded(instance, sent, MANY)
        assert [one.poll() is None for key, one in workers.items() if key != name] == [True]

    def test_a_worker_whose_name_the_database_let_go_stops(self, instance, start):
        worker = start()
        with instance.database.reading() as session:
            query = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            session.connection().exec_driver_sql(query)
        assert worker.wait(timeout=30) == 1


def test_the_engine_logs_nothing_of_its_own(instance, start):
    worker = start()
    sent = instance.send(extract({}), instance.lead())
    instance.wait(sent)
    worker.terminate()
    assert worker.communicate(timeout=30) == ("", "")
    assert logging.getLogger("dbos").handlers == []
