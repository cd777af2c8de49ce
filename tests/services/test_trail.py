"""The trail in the database: with the deed or not at all, whole under load, and verified."""

import json
import threading

import pytest
from sqlalchemy import text

from scrutiny_app.domain.events import PanelMade, SignedOut, TrailVerified
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from tests.making import TESTER, Make


def test_a_deed_whose_entry_cannot_be_written_fails_whole(database, monkeypatch):
    monkeypatch.setattr(trail, "now", lambda: (_ for _ in ()).throw(OSError("no clock")))

    def deed() -> None:
        with database.transaction() as session:
            Make(session).user(created_at=START, password_changed_at=START)
            trail.record(session, SignedOut(), by=TESTER)

    with pytest.raises(OSError, match="no clock"):
        deed()
    with database.reading() as session:
        assert session.query(User).count() == 0


def test_a_deed_that_fails_leaves_no_entry(database):
    def deed() -> None:
        with database.transaction() as session:
            trail.record(session, SignedOut(), by=TESTER)
            raise RuntimeError("afterwards")

    with pytest.raises(RuntimeError, match="afterwards"):
        deed()
    with database.reading() as session:
        assert trail.head(session) is None


def test_a_chain_that_many_write_at_once_has_no_gap_and_no_fork(database):
    def write() -> None:
        for number in range(25):
            with database.transaction() as session:
                trail.record(session, PanelMade(number), by=TESTER)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert trail.verify(session) == (100, [])


def test_an_entry_altered_from_outside_is_found(database):
    with database.transaction() as session:
        for number in range(5):
            trail.record(session, PanelMade(number), by=TESTER)
    with database.transaction() as session:
        drop = "DROP TRIGGER trail_refuses_update"
        session.execute(text(drop + (" ON trail" if database.engine.dialect.name == "postgresql" else "")))
        session.execute(text("UPDATE trail SET actor = 'user:9' WHERE position = 3"))
    with database.reading() as session:
        assert trail.verify(session) == (5, [3])


def test_only_what_is_new_since_the_last_verification_is_hashed_again(session):
    for number in range(3):
        trail.record(session, PanelMade(number), by=TESTER)
    total, broken = trail.verify(session)
    trail.record(session, TrailVerified(total, not broken, trail.head(session).digest), by=TESTER)
    assert trail.verify_new(session) == (1, [])


def test_a_reading_transaction_cannot_write(database):
    def write() -> None:
        with database.reading() as session:
            trail.record(session, SignedOut(), by=TESTER)

    with pytest.raises(Exception, match=r"readonly|read-only"):
        write()


def test_a_line_of_the_export_holds_all_that_the_digest_was_reckoned_from(session):
    trail.record(session, PanelMade(1), by=TESTER)
    line = json.loads(trail.line(trail.newest(session)[0]))
    assert set(line) == {"position", "at", "actor", "event", "facts", "previous", "digest"}


def test_a_reason_is_known_on_the_trail_by_its_salted_digest_alone(session):
    first, second = trail.keep_reason(session, "the same words"), trail.keep_reason(session, "the same words")
    assert first != second
    assert len(first) == 64


START = trail.now()
