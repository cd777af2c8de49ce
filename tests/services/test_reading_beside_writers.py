"""A case is read first and recorded then, as long as it stands as it was read."""

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Reveal
from scrutiny_app.services import agreeing, conflicts, grading, meetings, reading_releases, trail
from scrutiny_app.services.standing_findings import findings_of
from scrutiny_app.services.trail import now


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def place(make, member):
    return make.round_cases(make.open_round(member))[0]


def _reveal(make, place, by):
    make._keep(Reveal(round_case_id=place.id, revealed_by=by.id, revealed_at=now()))


def test_looking_records_nothing_and_the_record_names_the_version_that_was_read(session, member, place):
    read = reading_releases.look_at_case(session, place.reference, by=member)
    assert trail.head(session) is None
    assert reading_releases.record_read(session, read, with_spread=False, by=member)
    entry = trail.head(session)
    assert (entry.event, entry.position) == ("ReleaseRead", 1)
    assert f'"release_id":{read.case.release_id}' in entry.facts


def test_a_spread_is_recorded_behind_its_case_and_the_chain_stays_whole(session, make, member, place):
    _reveal(make, place, member)
    read = reading_releases.look_at_case(session, place.reference, by=member)
    assert meetings.outcome_of(session, read.mine, read.case, by=member).spread.total == 0
    assert reading_releases.record_read(session, read, with_spread=True, by=member)
    assert [one.event for one in trail.newest(session, most=2)] == ["SpreadRead", "ReleaseRead"]
    assert trail.verify(session)[1] == []


@pytest.mark.parametrize("change", ["revealed", "released anew"])
def test_what_was_changed_in_between_is_not_recorded_as_read(session, make, member, place, change):
    read = reading_releases.look_at_case(session, place.reference, by=member)
    if change == "revealed":
        _reveal(make, place, member)
    else:
        make.release(place, version=2)
    before = trail.head(session)
    assert not reading_releases.record_read(session, read, with_spread=False, by=member)
    assert trail.head(session) == before


def test_what_was_taken_away_in_between_does_not_exist(session, member, place):
    read = reading_releases.look_at_case(session, place.reference, by=member)
    conflicts.declare_conflict(session, place.reference, by=member)
    with pytest.raises(NotYours):
        reading_releases.record_read(session, read, with_spread=False, by=member)


def test_a_case_has_no_finding_then_a_draft_and_then_a_signed_one(session, make):
    chair = make.user(Role.CHAIR, body=Body.MAGISTRACY)
    people = [make.user(Role.MEMBER, body=body) for body in (Body.LAY, Body.CPS)]
    place = make.round_cases(make.open_round(chair, *people))[0]
    for person in (chair, *people):
        grading.give_grade(session, place.reference, version=1, grade="appropriate", by=person)
    agreeing.reveal(session, place.reference, by=chair)
    assert findings_of(session, place.id) == (None, [])
    draft = agreeing.draft_finding(session, place.reference, version=0, result=Result.APPROPRIATE, by=chair)
    assert findings_of(session, place.id) == (draft, [])
    agreeing.sign_finding(session, place.reference, version=1, by=chair)
    session.expire_all()
    assert findings_of(session, place.id) == (draft, [draft])
