"""Policy checks: reckoned with a release, read by a member once their grade is in, and second thoughts kept apart."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain import checking
from scrutiny_app.domain.checking import Verdict
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import GradeStage, Progress
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.releasing import Fact, from_json
from scrutiny_app.models.grades import CheckReading, Reveal
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.releases import ReleaseChecks
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, grading, meetings, reading_on, reading_releases, redacting, releasing
from scrutiny_app.services.checking import check_release, checks_of, decided, national_pack
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.redactions import open_newest
from scrutiny_app.services.spreads import as_revealed, graders, spreads
from scrutiny_app.services.trail import now
from tests.making import KEY, checked, record

LATER = (Fact("Conditions completed", "No"),)
CHECKS = checked(Verdict.MET, Verdict.NOT_MET)
ANSWERED = replace(CHECKS, later=checked(Verdict.MET).checks)


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def case(session, make, member):
    round_ = make.open_round(member)
    place = session.scalar(select(RoundCase).where(RoundCase.round_id == round_.id, RoundCase.position == 1))
    make.release(place, version=2, checks=ANSWERED, later_facts=LATER)
    return place


def _grade(session, case, by, word=GradeWord.APPROPRIATE, comment="Because of this."):
    return grading.give_grade(session, case.reference, version=2, grade=word, comment=comment, by=by)


def _read(session, case, by):
    return reading_releases.read_case(session, case.reference, by=by)


def _reveal(make, case, member):
    make._keep(Reveal(round_case_id=case.id, revealed_by=member.id, revealed_at=now()))


# When a release is made


@pytest.fixture
def approved(session, make):
    lead, preparer = make.user(Role.LEAD), make.user(Role.PREPARER)
    round_ = make.drawn(make.case(rationale=None), by=lead)
    (place,) = make.round_cases(round_)
    redacting.draft_redactions(session, round_, KEY, lead)
    redacting.finish_check(session, place, 1, KEY, lead)
    return releasing.approve(session, round_, place, 1, KEY, preparer)


def test_a_release_is_kept_with_what_the_rules_say_of_it_and_their_digest_is_on_the_trail(session, approved):
    kept = session.get_one(ReleaseChecks, approved.id)
    told = checks_of(session, [approved.id])[approved.id]
    assert [one.rule for one in told.not_met] == ["resolution-reasons"]
    assert (told.pack_digest, told.digest) == (national_pack().digest, kept.digest)
    last = session.scalar(select(TrailEntry).order_by(TrailEntry.position.desc()).limit(1))
    assert last.event == "CaseChecked"
    assert kept.digest in last.facts


def test_the_checks_follow_from_the_release_alone(session, approved):
    kept = session.get_one(ReleaseChecks, approved.id)
    again = check_release(from_json(approved.content), decided(record()))
    assert again == checking.from_json(kept.content)


def test_the_second_person_previews_the_checks_that_are_kept(session, make):
    lead, preparer = make.user(Role.LEAD), make.user(Role.PREPARER)
    round_ = make.drawn(make.case(), by=lead)
    (place,) = make.round_cases(round_)
    redacting.draft_redactions(session, round_, KEY, lead)
    redacting.finish_check(session, place, 1, KEY, lead)
    opened = open_newest(session, place, KEY)
    seen = releasing.preview_checks(opened, releasing.preview(place, opened))
    release = releasing.approve(session, round_, place, 1, KEY, preparer)
    assert checks_of(session, [release.id])[release.id] == seen


def test_where_the_day_of_the_decision_is_not_recorded_it_lies_between_offence_and_disposal():
    first, last = decided(record(decision_date=None))
    assert (first.isoformat(), last.isoformat()) == ("2026-05-01", "2026-06-01")
    assert len(set(decided(record()))) == 1


def test_a_check_that_waits_for_what_came_later_is_answered_with_it_and_kept(session, make):
    lead, preparer = make.user(Role.LEAD), make.user(Role.PREPARER)
    done = {"disposal": "outcome_22", "outcome_code": "22", "conditions_completed": "in_progress"}
    round_ = make.drawn(make.case(**done), by=lead)
    (place,) = make.round_cases(round_)
    redacting.draft_redactions(session, round_, KEY, lead)
    redacting.finish_check(session, place, 1, KEY, lead)
    release = releasing.approve(session, round_, place, 1, KEY, preparer)
    told = checks_of(session, [release.id])[release.id]
    assert [(one.rule, one.verdict) for one in told.later] == [("outcome-22-activity", Verdict.NOT_MET)]


# A member's sitting


def test_the_checks_are_kept_back_until_who_has_graded_asks_for_them(session, member, case):
    before = _read(session, case, member)
    assert (before.checks, before.may_read_checks) == (None, False)
    _grade(session, case, member)
    graded = _read(session, case, member)
    assert (graded.checks, graded.may_read_checks, graded.may_read_later) == (None, True, False)
    for _twice_is_once in range(2):
        reading_on.read_checks(session, case.reference, by=member)
    after = _read(session, case, member)
    assert (after.checks, after.may_read_checks, after.may_read_later) == (CHECKS, False, True)
    assert after.content.later_facts == ()
    assert session.scalar(select(func.count()).select_from(CheckReading)) == 1


def test_that_they_were_read_and_of_which_release_is_on_the_trail(session, member, case):
    _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    entries = session.scalars(select(TrailEntry).where(TrailEntry.event == "PolicyChecksAsked")).all()
    assert len(entries) == 1
    assert f'"release_id":{find_my_case(session, case.reference, member)[1].release_id}' in entries[0].facts


def test_what_came_later_is_read_after_the_checks(session, member, case):
    _grade(session, case, member)
    with pytest.raises(Refused, match="Read the policy checks on this case first"):
        reading_on.read_later(session, case.reference, by=member)
    reading_on.read_checks(session, case.reference, by=member)
    reading_on.read_later(session, case.reference, by=member)
    after = _read(session, case, member)
    assert (after.content.later_facts, after.checks) == (LATER, ANSWERED)


def test_a_release_from_before_there_were_checks_skips_them(session, make, member, case):
    make.release(case, version=3, later_facts=LATER)
    grading.give_grade(session, case.reference, version=3, grade=GradeWord.APPROPRIATE, by=member)
    with pytest.raises(Refused, match="released before there were policy checks"):
        reading_on.read_checks(session, case.reference, by=member)
    reading_on.read_later(session, case.reference, by=member)
    assert _read(session, case, member).stage == GradeStage.WITH_LATER


def test_a_grade_is_kept_apart_at_each_stage_that_its_giver_has_reached(session, member, case):
    first = _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    second = _grade(session, case, member, GradeWord.OBSERVATIONS)
    reading_on.read_later(session, case.reference, by=member)
    third = _grade(session, case, member, GradeWord.INAPPROPRIATE)
    assert [one.stage for one in (first, second, third)] == list(GradeStage)
    read = _read(session, case, member)
    assert [one.id for one in read.said] == [first.id, second.id, third.id]
    assert read.newest.id == third.id
    assert find_my_case(session, case.reference, member)[1].progress is Progress.GRADED


def test_a_new_version_of_the_case_does_not_open_the_first_stage_again(session, make, member, case):
    _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    newer = checked(Verdict.CANNOT_TELL)
    make.release(case, version=3, checks=newer)
    read = _read(session, case, member)
    assert (read.checks, read.stage) == (newer, GradeStage.WITH_CHECKS)
    kept = grading.give_grade(session, case.reference, version=3, grade=GradeWord.APPROPRIATE, by=member)
    assert kept.stage == GradeStage.WITH_CHECKS


def test_the_spread_and_the_quorum_count_the_first_stage_and_second_thoughts_stand_each_by_its_stage(
    session, make, member, case
):
    _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    _grade(session, case, member, GradeWord.OBSERVATIONS, "The rules say otherwise.")
    reading_on.read_later(session, case.reference, by=member)
    _grade(session, case, member, GradeWord.INAPPROPRIATE, "And so it went.")
    assert as_revealed(session, [case.id]) == {}
    _reveal(make, case, member)
    assert spreads(session, [case.id])[case.id].counts[GradeWord.APPROPRIATE] == 1
    assert graders(session, [case.id])[case.id] == [Body.MAGISTRACY]
    thoughts = as_revealed(session, [case.id])[case.id].second
    assert [(one.stage, one.given, one.changed, one.spread.remarks) for one in thoughts] == [
        (GradeStage.WITH_CHECKS, 1, 1, ("The rules say otherwise.",)),
        (GradeStage.WITH_LATER, 1, 1, ("And so it went.",)),
    ]


def test_nobody_reads_the_checks_because_another_has(session, make, member, case):
    other = _seat(session, case, make.user(Role.MEMBER, body=Body.LAY))
    _grade(session, case, other)
    _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    assert _read(session, case, other).checks is None
    assert _grade(session, case, other, comment="Another word.").stage == GradeStage.AS_DECIDED


def test_a_conflict_takes_the_checks_away_with_the_case(session, member, case):
    _grade(session, case, member)
    reading_on.read_checks(session, case.reference, by=member)
    conflicts.declare_conflict(session, case.reference, by=member)
    for deed in (reading_on.read_checks, reading_on.read_later, reading_releases.read_case):
        with pytest.raises(NotYours):
            deed(session, case.reference, by=member)


def test_after_the_reveal_all_who_see_the_case_read_them_and_nobody_asks_any_more(session, make, member, case):
    _grade(session, case, member)
    adviser = _seat(session, case, make.user(Role.ADVISER, body=Body.POLICE))
    assert _read(session, case, adviser).checks is None
    _reveal(make, case, member)
    assert _read(session, case, adviser).checks == ANSWERED
    assert not _read(session, case, member).may_read_checks
    assert meetings.read_outcome(session, case.reference, by=member).checks == ANSWERED


def _seat(session, case, user):
    round_ = session.get_one(Round, case.round_id)
    session.add(Seat(panel_id=round_.panel_id, user_id=user.id, since=now()))
    session.flush()
    return user
