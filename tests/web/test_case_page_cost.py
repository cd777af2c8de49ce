"""What one look at a case asks of the database, however many cases its round has, and how threads take turns."""

import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from scrutiny_app.services import conflicts, reading_releases
from scrutiny_app.web.settling import TURN, take_short_turns
from tests.web.panels import events, reveal, seat

MOST = 7  # the session; the round's rows; the release with its round; own themes; then, in turn with others, WRITING
MOST_REVEALED = 13  # and: what the person said with its parts; what all said with theirs; findings
WRITING = 3  # whether the case still stands so; the trail's head; the entries


@contextmanager
def statements(database, *, readers=True):
    """Note what is sent to the database while in it, but for the beginning of a transaction; or by writers alone."""
    sent = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    engines = (database.engine, database.reader) if readers else (database.engine,)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield sent
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("cases", [1, 12])
def test_a_case_asks_the_same_few_statements_in_a_short_round_and_in_a_long_one(making, sign_in, database, cases):
    with making() as make:
        sitting = seat(make, cases=cases)
    member = sign_in(sitting.lay)
    member.get(sitting.case)
    with statements(database) as sent:
        assert sitting.reference in member.get(sitting.case).text
    assert len(sent) <= MOST, sent


def test_a_revealed_case_asks_for_each_thing_once(making, sign_in, database):
    with making() as make:
        sitting = seat(make)
        reveal(make, sitting)
    member = sign_in(sitting.lay)
    member.get(sitting.case)
    with statements(database) as sent:
        assert "The panel’s grades" in member.get(sitting.case).text
    assert len(sent) <= MOST_REVEALED, sent


@pytest.mark.parametrize("shown", ["to grade", "revealed"])
def test_no_more_is_asked_in_turn_with_other_writers_than_the_record_needs(making, sign_in, database, shown):
    with making() as make:
        sitting = seat(make)
        if shown == "revealed":
            reveal(make, sitting)
    member = sign_in(sitting.lay)
    member.get(sitting.case)
    with statements(database, readers=False) as sent:
        member.get(sitting.case)
    assert len(sent) == WRITING, sent


def test_a_case_that_is_changed_while_it_is_read_is_read_again_and_recorded_once(
    making, sign_in, database, monkeypatch
):
    with making() as make:
        sitting = seat(make)
    member, look = sign_in(sitting.lay), reading_releases.look_at_case

    def reveal_meanwhile(session, reference, *, by):
        read = look(session, reference, by=by)
        if read.case.revealed_at is None:
            with making() as make:
                reveal(make, sitting)
        return read

    monkeypatch.setattr(reading_releases, "look_at_case", reveal_meanwhile)
    before = events(database).count("ReleaseRead")
    assert "The panel’s grades" in member.get(sitting.case).text
    assert events(database).count("ReleaseRead") == before + 1


def test_a_case_that_is_taken_away_while_it_is_read_is_not_shown(making, sign_in, database, monkeypatch):
    with making() as make:
        sitting = seat(make)
    member, look = sign_in(sitting.lay), reading_releases.look_at_case

    def pin_meanwhile(session, reference, *, by):
        read = look(session, reference, by=by)
        with making() as make:
            conflicts.declare_conflict(make.session, reference, by=sitting.lay)
        return read

    monkeypatch.setattr(reading_releases, "look_at_case", pin_meanwhile)
    assert member.get(sitting.case).status_code == 404
    assert "ReleaseRead" not in events(database)


def test_the_round_of_a_case_is_the_one_that_is_kept(making, sign_in):
    with making() as make:
        first, second = seat(make, cases=2), seat(make, cases=3)
    for sitting in (first, second):
        page = sign_in(sitting.lay).get(sitting.case).text
        assert f"of {len(sitting.references)}" in page


def test_threads_take_short_turns():
    before = sys.getswitchinterval()
    try:
        take_short_turns()
        assert sys.getswitchinterval() == pytest.approx(TURN)
    finally:
        sys.setswitchinterval(before)
