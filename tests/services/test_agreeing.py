"""Agreeing: no step before its turn, one result whoever is first, and a finding that stands."""

import json

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.agreeing import FindingIncomplete, NoQuorum, Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Theme, observe
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, grading, meetings
from scrutiny_app.services.agreeing import FindingStands, TooEarly
from scrutiny_app.services.trail import now
from tests.services.sitting import Sitting


@pytest.fixture
def sitting(session, make):
    return Sitting(session, make)


def _count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def _events(session):
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


# The reveal


def test_nothing_is_revealed_before_the_chairs_own_answer(session, sitting):
    sitting.grade(sitting.lay, sitting.cps, sitting.yjs)
    with pytest.raises(TooEarly, match="yourself"):
        sitting.reveal()
    assert _count(session, Reveal) == 0


def test_nothing_is_revealed_without_a_quorum(session, sitting):
    sitting.grade(sitting.chair, sitting.cps)
    with pytest.raises(NoQuorum, match="no quorum on this case yet.$"):
        sitting.reveal()
    assert _count(session, Reveal) == 0


def test_an_abstention_lets_the_chair_reveal_and_counts_for_no_quorum(sitting, make):
    grading.abstain(sitting.session, sitting.reference, by=sitting.chair)
    sitting.grade(sitting.lay, sitting.cps, sitting.yjs)
    with pytest.raises(NoQuorum, match="no quorum on this case yet.$"):
        sitting.reveal()


def test_a_chair_who_abstained_reveals_what_others_graded(session, make):
    sitting = Sitting(session, make)
    bench = make.user(Role.MEMBER, body=Body.MAGISTRACY)
    make.seat(sitting.panel, bench)
    grading.abstain(session, sitting.reference, by=sitting.chair)
    sitting.grade(bench, sitting.lay, sitting.cps)
    assert sitting.reveal().revealed_by == sitting.chair.id


def test_a_conflict_before_the_reveal_lowers_the_quorum(sitting):
    sitting.grade(sitting.chair, sitting.lay, sitting.cps)
    conflicts.declare_conflict(sitting.session, sitting.reference, by=sitting.cps)
    with pytest.raises(NoQuorum, match="no quorum on this case yet.$"):
        sitting.reveal()


def test_a_childs_case_waits_for_the_youth_justice_service(session, make):
    sitting = Sitting(session, make)
    make.release(sitting.cases[0], version=2, age_group="child")
    for person in (sitting.chair, sitting.lay, sitting.cps):
        grading.give_grade(session, sitting.reference, version=2, grade=GradeWord.APPROPRIATE, by=person)
    with pytest.raises(NoQuorum, match="no quorum on this case yet.$"):
        sitting.reveal()
    grading.give_grade(session, sitting.reference, version=2, grade=GradeWord.APPROPRIATE, by=sitting.yjs)
    assert sitting.reveal()


def test_a_case_is_revealed_once_whichever_chair_is_first(session, make, sitting):
    other = make.user(Role.CHAIR, body=Body.LAY)
    make.seat(sitting.panel, other)
    sitting.grade(sitting.chair, other, sitting.cps)
    sitting.reveal(by=other)
    with pytest.raises(Overtaken, match="already"):
        sitting.reveal()
    assert (_count(session, Reveal), _events(session).count("CaseRevealed")) == (1, 1)


def test_the_trail_says_how_many_grades_were_revealed_and_never_which(session, sitting):
    sitting.revealed()
    entry = session.scalar(select(TrailEntry).where(TrailEntry.event == "CaseRevealed"))
    assert json.loads(entry.facts) == {"round_id": sitting.round.id, "round_case_id": sitting.cases[0].id, "grades": 3}


def test_a_case_is_revealed_after_the_round_closed(session, sitting):
    sitting.grade(sitting.chair, sitting.lay, sitting.cps)
    sitting.round.closed_at = now()
    session.flush()
    assert sitting.reveal()


# What is shown


def test_before_the_reveal_the_panel_is_told_that_a_case_waits_and_no_more(sitting):
    before = sitting.standing(by=sitting.lay)
    sitting.grade(sitting.chair, sitting.cps)
    assert sitting.standing(by=sitting.lay) == before
    assert (before.grades_in, before.lacking, before.spread, before.finding) == (None, None, None, None)
    with pytest.raises(Refused, match="not been revealed"):
        meetings.read_outcome(sitting.session, sitting.reference, by=sitting.lay)


def test_before_the_reveal_the_chair_is_not_told_how_many_grades_are_in(sitting):
    sitting.grade(sitting.cps, sitting.yjs, word=GradeWord.INAPPROPRIATE, comment="No.")
    standing = sitting.standing()
    assert (standing.grades_in, standing.spread) == (None, None)
    assert standing.lacking  # which no page shows


def test_before_the_reveal_the_force_is_told_how_many_grades_are_in(sitting, make):
    sitting.grade(sitting.cps, sitting.lay)
    (first, _) = meetings.results(sitting.session, sitting.round, by=make.user(Role.LEAD))
    assert (first.grades_in, first.lacking, first.spread, first.finding) == (2, None, None, None)


def test_another_forces_results_do_not_exist(sitting, make):
    with pytest.raises(NotYours):
        meetings.results(sitting.session, sitting.round, by=make.user(Role.LEAD, force="Southmoor Police"))


def test_after_the_reveal_all_are_shown_the_spread_and_that_is_recorded(session, sitting, make):
    sitting.grade(sitting.chair, sitting.lay)
    sitting.grade(sitting.cps, word=GradeWord.INAPPROPRIATE, comment="Too lenient by far.")
    sitting.reveal()
    for person in (sitting.chair, sitting.lay, sitting.yjs):
        spread = meetings.read_outcome(session, sitting.reference, by=person).spread
        assert list(spread.counts.values()) == [2, 0, 1]
        assert spread.remarks == ("Too lenient by far.",)
        assert _events(session)[-1] == "SpreadRead"
    assert meetings.results(session, sitting.round, by=make.user(Role.LEAD))[0].spread == spread
    assert _events(session)[-1] == "SpreadsRead"


def test_a_change_of_mind_counts_once_in_the_spread(session, sitting):
    sitting.grade(sitting.cps, word=GradeWord.INAPPROPRIATE, comment="No.")
    sitting.revealed()
    assert list(sitting.standing().spread.counts.values()) == [3, 0, 0]


def test_a_grade_set_aside_before_the_reveal_is_in_no_spread(session, sitting):
    sitting.grade(sitting.yjs, word=GradeWord.INAPPROPRIATE, comment="No.")
    conflicts.declare_conflict(session, sitting.reference, by=sitting.yjs)
    sitting.revealed()
    assert list(sitting.standing().spread.counts.values()) == [3, 0, 0]


def test_a_conflict_pinned_after_the_reveal_betrays_nobodys_grade(session, make, sitting):
    sitting.grade(sitting.yjs, word=GradeWord.INAPPROPRIATE, comment="No.")
    sitting.revealed()
    lead = make.user(Role.LEAD)
    before = meetings.results(session, sitting.round, by=lead)[0].spread
    conflicts.pin_conflict(session, sitting.round, reference=sitting.reference, user_id=sitting.yjs.id, by=lead)
    assert meetings.results(session, sitting.round, by=lead)[0].spread == before


def test_the_names_behind_grades_are_for_the_registrar_after_the_reveal_with_an_alarm(session, make, sitting):
    registrar = make.user(Role.REGISTRAR)
    with pytest.raises(Refused, match="before the chair reveals"):
        meetings.read_graders(session, sitting.round, sitting.cases[0], by=registrar)
    sitting.revealed()
    names = meetings.read_graders(session, sitting.round, sitting.cases[0], by=registrar)
    assert sorted(one.name for one in names) == sorted(one.name for one in (sitting.chair, sitting.lay, sitting.cps))
    entry = session.scalar(select(TrailEntry).order_by(TrailEntry.position.desc()).limit(1))
    assert (entry.event, json.loads(entry.facts)["alarmed"]) == ("GradersRead", True)


# Findings


def test_no_finding_before_the_reveal(session, sitting):
    sitting.grade(sitting.chair, sitting.lay, sitting.cps)
    for deed in (sitting.draft, sitting.sign):
        with pytest.raises(TooEarly, match="Reveal"):
            deed()
    assert _count(session, Finding) == 0


def test_each_save_is_a_new_version_and_the_same_one_twice_is_kept_once(session, sitting):
    sitting.revealed()
    sitting.draft()
    second = sitting.draft(1, Result.OBSERVATIONS, observations=observe([Theme.VICTIM], []), dissent="One disagreed.")
    again = sitting.draft(1, Result.OBSERVATIONS, observations=observe([Theme.VICTIM], []), dissent="One disagreed.")
    assert (second.version, again.id, _count(session, Finding)) == (2, second.id, 2)
    assert [one.theme for one in second.observations] == ["victim"]


def test_a_finding_that_says_too_little_is_not_kept(session, sitting):
    sitting.revealed()
    with pytest.raises(FindingIncomplete):
        sitting.draft(result=Result.NOT_AGREED)
    assert _count(session, Finding) == 0


def test_two_drafts_from_one_version_do_not_overwrite_each_other(session, make, sitting):
    other = make.user(Role.CHAIR, body=Body.LAY)
    make.seat(sitting.panel, other)
    sitting.revealed()
    sitting.draft(remarks="Ours.", by=other)
    with pytest.raises(Overtaken, match="Someone else"):
        sitting.draft(remarks="Mine.")
    assert session.scalar(select(Finding.remarks)) == "Ours."


def test_nothing_is_signed_before_it_is_drafted(session, sitting):
    sitting.revealed()
    with pytest.raises(TooEarly, match="Record the finding"):
        sitting.sign(version=0)
    assert _count(session, Signature) == 0


def test_only_the_version_that_was_read_is_signed(session, sitting):
    sitting.revealed()
    sitting.draft()
    sitting.draft(1, remarks="A second thought.")
    with pytest.raises(Overtaken, match="newest version"):
        sitting.sign(version=1)
    assert sitting.sign(version=2).signed_by == sitting.chair.id


def test_a_finding_is_signed_once_and_then_stands(session, sitting):
    sitting.revealed()
    sitting.draft()
    sitting.sign()
    with pytest.raises(FindingStands, match="already"):
        sitting.sign()
    with pytest.raises(FindingStands, match="never edited"):
        sitting.draft(1, remarks="Too late.")
    assert (_count(session, Finding), _count(session, Signature)) == (1, 1)


def test_a_finding_is_not_signed_once_conflicts_have_broken_the_quorum(session, sitting):
    sitting.revealed()
    sitting.draft()
    conflicts.declare_conflict(session, sitting.reference, by=sitting.cps)
    with pytest.raises(NoQuorum):
        sitting.sign()
    assert _count(session, Signature) == 0


def test_a_draft_is_the_chairs_and_a_signed_finding_everybodys(session, make, sitting):
    sitting.revealed()
    sitting.draft()
    lead = make.user(Role.LEAD)
    assert sitting.standing().finding.version == 1
    assert sitting.standing(by=sitting.lay).finding is None
    assert meetings.results(session, sitting.round, by=lead)[0].finding is None
    sitting.sign()
    assert sitting.standing(by=sitting.lay).signed
    assert meetings.results(session, sitting.round, by=lead)[0].signed


def test_a_round_is_signed_when_every_case_is(session, make):
    sitting = Sitting(session, make, cases=1).revealed()
    sitting.draft()
    assert meetings.meeting(session, sitting.round, by=sitting.chair).to_sign == 1
    sitting.sign()
    meeting = meetings.meeting(session, sitting.round, by=sitting.chair)
    assert (meeting.to_sign, meeting.others_to_sign) == (0, 0)


def test_a_chair_with_a_conflict_leaves_the_case_to_another(session, sitting):
    conflicts.declare_conflict(session, sitting.reference, by=sitting.chair)
    for deed in (sitting.reveal, sitting.draft, sitting.sign):
        with pytest.raises(NotYours):
            deed()
    meeting = meetings.meeting(session, sitting.round, by=sitting.chair)
    assert (len(meeting.cases), meeting.others_to_sign) == (1, 1)


def test_the_deeds_are_on_the_trail_in_their_order(session, sitting):
    sitting.revealed()
    sitting.draft()
    sitting.sign()
    assert _events(session) == ["GradeGiven"] * 3 + ["CaseRevealed", "FindingDrafted", "FindingSigned"]


def test_the_newest_release_decides_whether_the_case_is_a_childs(session, make, sitting):
    make.release(sitting.cases[0], version=2, age_group="child")
    assert _count(session, Release) == 3
    assert any("youth justice" in words for words in sitting.standing().lacking)
