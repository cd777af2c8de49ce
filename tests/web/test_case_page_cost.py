"""What one look at a case asks of the database, however many cases its round has, and how threads take turns."""

import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from scrutiny_app.web.settling import TURN, take_short_turns
from tests.web.panels import reveal, seat

MOST = 6  # the session; the round's rows; the release with its round; the trail's head; the entry; own themes
MOST_REVEALED = 18  # and: what the person said; what all said; findings; that they read it; what they had said before


@contextmanager
def statements(database):
    """Note what is sent to the database while in it, but for the beginning of a transaction."""
    sent = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    for engine in (database.engine, database.reader):
        event.listen(engine, "before_cursor_execute", note)
    yield sent
    for engine in (database.engine, database.reader):
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
