"""Recalling: the force takes a release away with a reason, and decides on each possible breach."""

import json

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.withholding import Decision, WithheldBy
from scrutiny_app.models.breaches import RecallReason
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import reading_releases, recalling, withholding
from scrutiny_app.services.my_cases import find_my_case
from tests.making import KEY

REASON = "The cousin Tamsin Vayne is named in the reply."


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def place(make, member):
    return make.round_cases(make.open_round(member))[0]


def recall(session, place, by, reason=REASON):
    return recalling.recall(session, place, reason, key=KEY, by=by)


def last_entry(session):
    row = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    return row.event, json.loads(row.facts)


def test_a_recalled_case_is_read_by_nobody_and_it_is_known_who_had_read_it(session, member, lead, place):
    reading_releases.read_case(session, place.reference, by=member)
    recall(session, place, lead)
    with pytest.raises(NotYours):
        find_my_case(session, place.reference, member)
    (taken,) = recalling.taken_away(session, key=KEY, by=lead)
    assert (taken.row.kind, taken.readers, taken.reason, taken.is_back) == (WithheldBy.RECALLED, 1, REASON, False)
    event, facts = last_entry(session)
    assert (event, facts["readers"]) == ("ReleaseRecalled", 1)


def test_the_reason_is_sealed_and_the_trail_has_its_digest_alone(session, lead, place):
    row = recall(session, place, lead)
    kept = session.get_one(RecallReason, row.id).sealed
    assert b"Tamsin" not in kept
    assert "Tamsin" not in json.dumps(last_entry(session))


@pytest.mark.parametrize("reason", ["", " \n", "x" * 2_001])
def test_a_recall_needs_a_reason_of_readable_length(session, lead, place, reason):
    with pytest.raises(Refused):
        recall(session, place, lead, reason)


def test_what_was_taken_away_is_not_taken_away_twice(session, member, lead, place):
    withholding.report(session, place.reference, [withholding.FACTS], by=member)
    with pytest.raises(Overtaken, match="already"):
        recall(session, place, lead)


def test_what_was_never_released_cannot_be_recalled(session, make, lead):
    (place,) = make.round_cases(make.drawn(by=lead))
    assert not recalling.can_recall(session, place)
    with pytest.raises(Refused, match="not been released"):
        recall(session, place, lead)


def test_the_force_reads_where_a_reader_saw_somebody(session, member, lead, place):
    withholding.report(session, place.reference, [withholding.FACTS, "rationale"], by=member)
    (taken,) = recalling.taken_away(session, key=KEY, by=lead, round_case=place)
    assert (taken.by, set(taken.where)) == (member.name, {"Facts of the case", "Rationale"})


def test_a_case_is_back_when_it_has_been_released_anew(session, make, lead, place):
    recall(session, place, lead)
    make.release(place, version=2)
    (taken,) = recalling.taken_away(session, key=KEY, by=lead)
    assert taken.is_back
    assert recalling.can_recall(session, place)


def test_a_decision_is_kept_with_its_reason_and_a_later_one_beside_it(session, lead, place):
    row = recall(session, place, lead)
    assert recalling.count_undecided(session, by=lead) == 1
    for decision in (Decision.RECORDED, Decision.NOTIFIED):
        recalling.decide(session, row.id, decision, f"{REASON} {decision}", key=KEY, by=lead)
    (taken,) = recalling.taken_away(session, key=KEY, by=lead)
    assert [(one.decision, one.reason, one.by) for one in taken.decisions] == [
        (Decision.RECORDED, f"{REASON} recorded", lead.name),
        (Decision.NOTIFIED, f"{REASON} notified", lead.name),
    ]
    assert recalling.count_undecided(session, by=lead) == 0
    assert last_entry(session)[1]["decision"] == "notified"


def test_another_forces_breaches_do_not_exist(session, make, lead, place):
    row = recall(session, place, lead)
    stranger = make.user(Role.LEAD, force="Southshire")
    assert recalling.taken_away(session, key=KEY, by=stranger) == []
    assert recalling.count_undecided(session, by=stranger) == 0
    with pytest.raises(NotYours):
        recalling.decide(session, row.id, Decision.NO_BREACH, REASON, key=KEY, by=stranger)
