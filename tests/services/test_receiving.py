"""Receiving a file: sealed until it is read, recognised by its bytes, and given up without a trace."""

import json

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.domain.people import Role
from scrutiny_app.models.extracts import Extract, ExtractPart, ImportProblem
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import receiving
from tests.extracts import extract
from tests.making import KEY

SECRET = b"Garside, Wendeline"


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def receive(session, lead):
    def receive(data=None, *, name="cases.csv", by=lead, again=False):
        data = extract({}) if data is None else data
        return receiving.receive(session, name, data, key=KEY, by=by, again=again)

    return receive


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def test_a_file_is_kept_sealed_in_parts_and_comes_back_whole(session, receive, monkeypatch):
    monkeypatch.setattr(receiving, "PART", 100)
    data = extract({})
    kept = receive(data).extract
    parts = list(session.scalars(select(ExtractPart.sealed)))
    assert len(parts) == -(-len(data) // 100)
    assert SECRET in data
    assert not any(SECRET in part for part in parts)
    with receiving.incoming(session, kept, KEY) as file:
        assert (file.file.read(), file.size, file.name) == (data, len(data), "cases.csv")


def test_it_waits_for_a_worker_and_its_arrival_is_on_the_trail(session, receive, lead):
    kept = receive().extract
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (kept.stage, kept.by_command, kept.holds) == (Stage.RECEIVED, False, Holds.CASES)
    assert (entry.event, entry.actor) == ("ExtractReceived", f"user:{lead.id}")
    assert json.loads(entry.facts) == {"extract_id": kept.id, "holds": "cases"}


def test_the_same_bytes_are_recognised_while_they_are_being_read(receive):
    first, again = receive(), receive(name="renamed.csv")
    assert (again.again, again.extract.id) == (True, first.extract.id)


def test_a_loaded_file_may_be_read_again_when_that_is_asked_for(session, receive):
    first = receive().extract
    first.stage = Stage.DONE
    session.flush()
    assert receive().extract.id == first.id
    assert receive(again=True).extract.id != first.id


@pytest.mark.parametrize("stage", [Stage.CANCELLED, Stage.REFUSED])
def test_a_file_that_came_to_nothing_may_come_again(session, receive, stage):
    first = receive().extract
    first.stage = stage
    session.flush()
    assert receive().extract.id != first.id


def test_another_forces_file_is_refused(receive, make):
    receive()
    other = make.user(Role.LEAD, force="Southmere Police")
    with pytest.raises(Refused, match="another force"):
        receive(by=other)


def test_only_importers_send_files(session, receive, make):
    with pytest.raises(Refused, match="lead and preparers"):
        receive(by=make.user(Role.REGISTRAR))
    assert count(session, Extract) == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\x\\a.csv", "a.csv"),
        ("a\r\nSet-Cookie: b.csv", "aSet-Cookie: b.csv"),
        ("a\u202evsc.exe", "avsc.exe"),
        ("/", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_made_plain_and_never_used_as_a_path(receive, given, kept):
    assert receive(name=given).extract.name == kept


def test_cancelling_leaves_nothing_but_the_row_that_says_so(session, receive, lead):
    kept = receive().extract
    session.add(ImportProblem(extract_id=kept.id, row=2, column="Sex", code="x", found="x", advice="x"))
    receiving.cancel(session, kept.id, by=lead)
    assert kept.stage == Stage.CANCELLED
    assert count(session, ExtractPart) == count(session, ImportProblem) == 0
    with pytest.raises(Overtaken):
        receiving.cancel(session, kept.id, by=lead)


def test_another_forces_lead_cannot_cancel_it(session, receive, make):
    kept = receive().extract
    with pytest.raises(NotYours):
        receiving.cancel(session, kept.id, by=make.user(Role.LEAD, force="Southmere Police"))


def test_why_it_was_refused_is_sealed_and_can_be_read_with_the_key(session, receive, lead):
    kept = receive().extract
    receiving.refuse(session, kept, "The heading “Garside” stands twice.", key=KEY, by=lead)
    assert kept.stage == Stage.REFUSED
    assert b"Garside" not in kept.said
    assert receiving.why_refused(kept, KEY) == "The heading “Garside” stands twice."
    assert count(session, ExtractPart) == 0


def test_of_two_files_of_a_force_the_earlier_is_loaded_first(session, receive):
    first, second = receive(extract({})).extract, receive(extract({}, {})).extract
    first.stage = second.stage = Stage.MAPPED
    session.flush()
    assert receiving.in_the_way(session, first) is None
    assert receiving.in_the_way(session, second).id == first.id
    with pytest.raises(Refused, match="is being loaded"):
        receiving.require_turn(session, second)


def test_a_file_that_waits_for_a_decision_keeps_later_ones_waiting(session, receive):
    first, second = receive(extract({})).extract, receive(extract({}, {})).extract
    first.stage, second.stage = Stage.STAGED, Stage.MAPPED
    session.flush()
    assert receiving.in_the_way(session, second).id == first.id
