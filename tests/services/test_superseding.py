"""A signed finding stands until another is signed in its place: with a reason, and by two people."""

import json

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import FindingIncomplete, Result
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding, Seconding, Signature
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, meetings, rounds
from scrutiny_app.services.agreeing import FindingStands, TooEarly
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.standing_findings import count_superseded, standing_findings, superseded_findings
from scrutiny_app.services.superseding import CannotSecond
from tests.services.sitting import Sitting, count, events


@pytest.fixture
def sitting(session, make):
    return Sitting(session, make, cases=1).signed()


def _standing(sitting):
    return standing_findings(sitting.session, [sitting.cases[0].id])[sitting.cases[0].id]


def test_a_finding_is_superseded_by_two_people_and_both_stay_readable(session, sitting):
    sitting.reopen()
    sitting.second()
    sitting.sign(version=2)
    outcome = meetings.read_outcome(session, sitting.reference, by=sitting.lay)
    assert (outcome.finding.version, outcome.finding.result) == (2, Result.OBSERVATIONS)
    assert [(old.version, old.result) for old in outcome.superseded] == [(1, Result.APPROPRIATE)]
    assert outcome.finding.reason == "The force has answered."
    assert events(session)[-6:-1] == [
        "FindingSigned",
        "FindingReopened",
        "FindingSeconded",
        "FindingSigned",
        "FindingSuperseded",
    ]


def test_the_reason_is_no_part_of_the_trail(session, sitting):
    sitting.reopen()
    entry = session.scalar(select(TrailEntry).where(TrailEntry.event == "FindingReopened"))
    facts = json.loads(entry.facts)
    assert len(facts["reason_digest"]) == 64
    assert "answered" not in entry.facts


def test_the_signed_one_stands_for_every_reader_while_another_is_drafted(session, make, sitting):
    sitting.reopen()
    lead = make.user(Role.LEAD)
    assert _standing(sitting).version == 1
    assert meetings.results(session, sitting.round, by=lead)[0].finding.version == 1
    assert meetings.read_outcome(session, sitting.reference, by=sitting.lay).finding.version == 1
    assert [one.result for one in report_of(session, sitting.round, by=lead).reviewed] == [Result.APPROPRIATE]
    assert rounds.count_signed(session, sitting.round) == 1


def test_the_report_counts_a_case_once_and_prints_how_many_were_superseded(session, make, sitting):
    sitting.reopen()
    sitting.second()
    sitting.sign(version=2)
    report = report_of(session, sitting.round, by=make.user(Role.LEAD))
    assert [one.result for one in report.reviewed] == [Result.OBSERVATIONS]
    assert (report.superseded, count_superseded(session, sitting.round)) == (1, 1)


def test_only_a_signed_finding_is_superseded(session, make):
    sitting = Sitting(session, make).revealed()
    with pytest.raises(TooEarly, match="no signed finding"):
        sitting.reopen(version=0)
    sitting.draft()
    with pytest.raises(TooEarly, match="no signed finding"):
        sitting.reopen()
    assert count(session, Finding) == 1


@pytest.mark.parametrize(("reason", "words"), [("  ", "Say why"), ("x" * 1001, "shorten")])
def test_a_reason_is_needed_and_is_short(session, sitting, reason, words):
    with pytest.raises(FindingIncomplete, match=words):
        sitting.reopen(reason=reason)
    assert count(session, Finding) == 1


def test_nobody_is_named_in_the_reason(sitting):
    with pytest.raises(FindingIncomplete, match="Name nobody"):
        sitting.reopen(reason=f"{sitting.lay.name} thinks so.")


def test_whoever_drafted_it_is_no_second_person(session, sitting):
    sitting.reopen()
    with pytest.raises(CannotSecond, match="another person"):
        sitting.second(by=sitting.chair)
    assert count(session, Seconding) == 0


def test_it_is_not_signed_before_a_second_person_agrees(session, sitting):
    sitting.reopen()
    with pytest.raises(TooEarly, match="second person"):
        sitting.sign(version=2)
    assert count(session, Signature) == 1


def test_a_later_edit_needs_agreeing_again(session, sitting):
    sitting.reopen()
    sitting.second()
    edited = sitting.draft(2, Result.INAPPROPRIATE, remarks="Worse than we thought.")
    assert (edited.supersedes_id, edited.reason) == (_standing(sitting).id, "The force has answered.")
    with pytest.raises(TooEarly, match="second person"):
        sitting.sign(version=3)
    with pytest.raises(Overtaken):
        sitting.second(version=2)
    sitting.second(version=3)
    assert sitting.sign(version=3)


def test_agreeing_twice_is_once(session, sitting):
    sitting.reopen()
    sitting.second()
    sitting.second()
    assert (count(session, Seconding), events(session).count("FindingSeconded")) == (1, 1)


def test_an_adviser_and_whoever_has_a_conflict_cannot_agree(session, make, sitting):
    adviser = make.user(Role.ADVISER, body=Body.POLICE)
    make.seat(sitting.panel, adviser)
    sitting.reopen()
    conflicts.declare_conflict(session, sitting.reference, by=sitting.yjs)
    for person in (adviser, sitting.yjs, make.user(Role.MEMBER)):
        with pytest.raises(NotYours):
            sitting.second(by=person)
    assert count(session, Seconding) == 0


def test_two_chairs_who_begin_one_at_once_are_told(session, make, sitting):
    other = make.user(Role.CHAIR, body=Body.LAY)
    make.seat(sitting.panel, other)
    sitting.reopen(by=other)
    with pytest.raises(Overtaken, match="begun"):
        sitting.reopen(remarks="Mine.")
    assert sitting.reopen(by=other).version == 2
    assert count(session, Finding) == 2


def test_a_stale_page_supersedes_nothing(sitting):
    with pytest.raises(Overtaken):
        sitting.reopen(version=0)


def test_a_finding_can_be_superseded_more_than_once(session, sitting):
    for version in (1, 2):
        sitting.reopen(version=version, remarks=f"Turn {version}.")
        sitting.second(version=version + 1)
        sitting.sign(version=version + 1)
    found = superseded_findings(session, [sitting.cases[0].id])[sitting.cases[0].id]
    assert [one.version for one in found] == [1, 2]
    assert _standing(sitting).version == 3
    with pytest.raises(FindingStands):
        sitting.sign(version=3)
