"""The steps of long work, without the engine: each can be done again, and by two at once."""

import logging
from threading import Thread

import pytest
from sqlalchemy import event

from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.jobs import steps
from scrutiny_app.jobs.plain import Plain
from scrutiny_app.jobs.steps import Reading
from scrutiny_app.jobs.telling import WithoutWords
from scrutiny_app.jobs.work import DONE, FAULT, GONE, MORE, Fault, Stopped, Work
from scrutiny_app.services import changes, receiving, working
from tests.extracts import extract
from tests.jobs.loaded import check_loaded, many
from tests.making import KEY


def read_to_the_end(work, extract_id) -> list[str]:
    outcomes: list[str] = []
    with Reading(work, extract_id) as reading:
        while not outcomes or outcomes[-1] == MORE:
            outcomes.append(reading.keep_next())
    return outcomes


def test_a_file_is_looked_at_once_and_read_to_its_end_once(instance, work):
    sent = instance.send(extract({}, {}), instance.lead())
    assert (steps.look(work, sent), steps.look(work, sent)) == (DONE, GONE)
    assert read_to_the_end(work, sent) == [MORE, DONE]
    assert read_to_the_end(work, sent) == [GONE]
    check_loaded(instance, sent, 2)


def test_changes_wait_for_a_person_and_are_published_once(instance, work):
    by = instance.lead()
    for data in (extract({}), extract({"sex": "male"})):
        sent = instance.send(data, by)
        steps.look(work, sent)
        read_to_the_end(work, sent)
    assert instance.find(sent).stage == Stage.STAGED
    assert steps.publish(work, sent) == GONE
    with instance.database.transaction() as session:
        changes.decide(session, sent, by=by)
    assert (steps.publish(work, sent), steps.publish(work, sent)) == (DONE, GONE)
    assert instance.find(sent).updated == 1


def test_a_reader_that_is_opened_anew_goes_on_after_the_chunks_that_are_kept(instance, work):
    sent = instance.send(many(11_000), instance.lead())
    steps.look(work, sent)
    with Reading(work, sent) as reading:
        assert reading.keep_next() == MORE
        reading.close()
        assert reading.keep_next() == MORE
    assert read_to_the_end(work, sent) == [MORE, DONE]
    check_loaded(instance, sent, 11_000)


def test_two_who_do_the_same_step_at_once_double_nothing(instance, work):
    sent = instance.send(many(11_000), instance.lead())
    steps.look(work, sent)
    other = Work(Database(instance.url), KEY)
    threads = [Thread(target=read_to_the_end, args=(one, sent)) for one in (work, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.database.engine.dispose()
    check_loaded(instance, sent, 11_000)


def test_a_file_that_is_cancelled_while_it_is_looked_at_is_let_go(instance, work, monkeypatch):
    by = instance.lead()
    sent = instance.send(extract({}), by)
    monkeypatch.setattr(steps, "TELL_EVERY", 0.0)

    def look_at(_file, progress):
        progress(0.5)
        assert instance.find(sent).share == 0.5
        with instance.database.transaction() as session:
            receiving.cancel(session, sent, by=by)
        progress(0.7)

    monkeypatch.setattr(working, "look_at", look_at)
    assert steps.look(work, sent) == GONE


def test_a_refusal_ends_the_file_and_keeps_the_reason_sealed(instance, work):
    sent = instance.send(extract({}), instance.lead())

    def refuse() -> str:
        raise Refused("Row 3 says “Wendeline GARSIDE”.")

    assert work.attempt(sent, refuse) == GONE
    found = instance.find(sent)
    assert receiving.why_refused(found, KEY) == "Row 3 says “Wendeline GARSIDE”."
    assert b"GARSIDE" not in found.said


def test_a_fault_is_told_by_its_kind_and_place_alone(instance, work, caplog):
    sent = instance.send(extract({}), instance.lead())

    def fail() -> str:
        raise ValueError("Wendeline GARSIDE")

    with pytest.raises(Fault, match="^ValueError$") as caught:
        work.attempt(sent, fail)
    assert caught.value.__suppress_context__
    assert "ValueError at " in caplog.text
    assert "GARSIDE" not in caplog.text
    work.refuse(sent)
    assert receiving.why_refused(instance.find(sent), KEY) == FAULT


def test_a_worker_that_is_told_to_stop_does_no_other_step(instance, work):
    sent = instance.send(extract({}), instance.lead())
    work.stop(0)
    with pytest.raises(Stopped):
        work.attempt(sent, lambda: steps.look(work, sent))
    assert instance.find(sent).stage == Stage.RECEIVED


def test_a_log_says_what_kind_of_fault_without_its_words():
    try:
        raise ValueError("Wendeline GARSIDE")
    except ValueError as fault:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), (type(fault), fault, fault.__traceback__))
    line = WithoutWords("%(message)s").format(record)
    assert "ValueError at " in line
    assert "GARSIDE" not in line


def test_the_engine_is_given_plain_values_alone():
    plain = Plain()
    assert plain.deserialize(plain.serialize({"args": (7,), "kwargs": {}})) == {"args": [7], "kwargs": {}}
    assert "GARSIDE" not in plain.serialize(ValueError("GARSIDE"))
    assert str(plain.deserialize(plain.serialize(ValueError("GARSIDE")))) == "ValueError"
    with pytest.raises(TypeError, match="ids and words"):
        plain.serialize(object())


class TestOnSQLite:
    @pytest.fixture
    def database_kind(self):
        return "sqlite"

    def test_a_database_that_another_writer_holds_is_waited_for(self, instance, work, caplog):
        sent = instance.send(extract({}), instance.lead())
        work.database.engine.dispose()

        @event.listens_for(work.database.engine, "connect")
        def impatient(connection, _record) -> None:
            connection.execute("PRAGMA busy_timeout=50")

        other = Database(instance.url)
        with other.transaction() as session:
            session.connection()  # it begins here
            thread = Thread(target=work.attempt, args=(sent, lambda: steps.look(work, sent)))
            thread.start()
            while "does not answer" not in caplog.text:
                thread.join(0.1)
                assert thread.is_alive()
            assert instance.find(sent).stage == Stage.RECEIVED
        thread.join(30)
        other.engine.dispose()
        assert instance.find(sent).stage == Stage.MAPPED
