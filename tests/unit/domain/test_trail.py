"""The chain: what it holds, and that any change to it shows."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.events import EVENTS, Event, SignedOut
from scrutiny_app.domain.trail import Entry, faults, link

START = datetime(2026, 1, 1, tzinfo=UTC)
PERSONAL = {"name", "text", "comment", "reason", "grade", "case_number", "username", "remarks", "email", "address"}


def chain(length: int) -> list[Entry]:
    made: list[Entry] = []
    for number in range(length):
        made.append(link(made[-1] if made else None, START + timedelta(seconds=number), f"user:{number}", SignedOut()))
    return made


def test_an_untouched_chain_has_no_faults():
    assert list(faults(chain(20))) == []


@given(at=st.integers(0, 9), field=st.sampled_from(["at", "actor", "event", "facts", "previous", "digest", "position"]))
def test_any_change_to_any_entry_shows(at, field):
    entries = chain(10)
    changed = {
        "at": entries[at].at + timedelta(microseconds=1),
        "position": entries[at].position + 100,
        "digest": "f" * 64,
        "previous": "e" * 64,
    }
    entries[at] = entries[at]._replace(**{field: changed.get(field, "something else")})
    assert entries[at].position in list(faults(entries)) or at + 2 in list(faults(entries))


@given(at=st.integers(0, 8))
def test_a_removed_entry_shows(at):
    entries = chain(10)
    del entries[at]
    assert next(faults(entries)) == at + 2


def test_two_entries_exchanged_show():
    entries = chain(10)
    entries[3], entries[4] = entries[4], entries[3]
    assert list(faults(entries))


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_an_event_keeps_only_ids_codes_counts_and_digests(event: type[Event]):
    for field in fields(event):
        assert str(field.type).replace(" | None", "") in (
            "int",
            "bool",
            "str",
            "<class 'int'>",
            "<class 'bool'>",
            "<class 'str'>",
        )
        assert field.name not in PERSONAL
