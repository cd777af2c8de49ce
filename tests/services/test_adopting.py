"""Several cases at one stroke: each by the rules of one, and nothing at all where a page was overtaken."""

import pytest

from scrutiny_app.domain.agreeing import NoQuorum, Reached, Result
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Theme, observe
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.grades import Reveal
from scrutiny_app.services import adopting, agreeing, conflicts, grading, meetings
from scrutiny_app.services.adopting import NothingChosen
from scrutiny_app.services.agreeing import TooEarly
from tests.services.sitting import Sitting, count


@pytest.fixture
def sitting(session, make):
    return Sitting(session, make, cases=3)


def _all_grade(sitting, *words, observed=()):
    for case, word in zip(sitting.cases, words, strict=False):
        for person in (sitting.chair, sitting.lay, sitting.cps):
            given = observe(observed, []) if word is not GradeWord.APPROPRIATE else []
            given = given or (observe([Theme.VICTIM], []) if word is not GradeWord.APPROPRIATE else [])
            grading.give_grade(sitting.session, case.reference, version=1, grade=word, observations=given, by=person)


def _references(sitting):
    return [case.reference for case in sitting.cases]


def _reveal_all(sitting):
    return adopting.reveal_ready(sitting.session, sitting.round, _references(sitting), by=sitting.chair)


def test_only_what_is_ready_is_revealed_and_the_others_say_why_not(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE)
    grading.give_grade(session, sitting.cases[1].reference, version=1, grade=GradeWord.APPROPRIATE, by=sitting.chair)
    why = [one.why for one in adopting.to_reveal(session, sitting.round, by=sitting.chair)]
    assert why[0] == ""
    assert "No quorum" in why[1]
    assert _reveal_all(sitting) == [sitting.cases[0].reference]
    assert count(session, Reveal) == 1


def test_a_case_with_a_quorum_waits_for_the_chairs_own_answer(session, make, sitting):
    from_bench = make.user(sitting.lay.role, body=sitting.chair.body)
    make.seat(sitting.panel, from_bench)
    for person in (from_bench, sitting.lay, sitting.cps):
        grading.give_grade(session, sitting.reference, version=1, grade=GradeWord.APPROPRIATE, by=person)
    waiting = adopting.to_reveal(session, sitting.round, by=sitting.chair)
    assert "neither graded" in waiting[0].why
    assert _reveal_all(sitting) == []


def test_what_all_agree_on_is_adopted_together_with_their_observations(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE, GradeWord.OBSERVATIONS)
    _reveal_all(sitting)
    versions = {case.reference: 0 for case in sitting.cases[:2]}
    found = adopting.adopt_together(session, sitting.round, versions, by=sitting.chair).now
    assert [(one.result, one.reached) for one in found] == [
        (Result.APPROPRIATE, Reached.TOGETHER),
        (Result.OBSERVATIONS, Reached.TOGETHER),
    ]
    assert [one.theme for one in found[1].observations] == ["victim"]
    again = adopting.adopt_together(session, sitting.round, versions, by=sitting.chair)
    assert (again.now, [one.id for one in again.already]) == ([], [one.id for one in found])
    assert count(session, Finding) == 2


def test_a_divided_case_is_not_adopted(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE)
    grading.give_grade(
        session, sitting.reference, version=1, grade=GradeWord.INAPPROPRIATE, comment="No.", by=sitting.yjs
    )
    _reveal_all(sitting)
    with pytest.raises(TooEarly, match="Not all"):
        adopting.adopt_together(session, sitting.round, {sitting.reference: 0}, by=sitting.chair)
    assert count(session, Finding) == 0


def test_nothing_is_adopted_where_another_chair_drafted_one_meanwhile(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE, GradeWord.APPROPRIATE)
    _reveal_all(sitting)
    second = sitting.cases[1].reference
    agreeing.draft_finding(session, second, version=0, result=Result.APPROPRIATE, remarks="Ours.", by=sitting.chair)
    with pytest.raises(Overtaken, match=second):
        adopting.adopt_together(session, sitting.round, {sitting.reference: 0, second: 0}, by=sitting.chair)


def test_nothing_is_adopted_before_the_reveal(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE)
    with pytest.raises(TooEarly, match="Reveal"):
        adopting.adopt_together(session, sitting.round, {sitting.reference: 0}, by=sitting.chair)


def test_an_empty_form_is_refused(session, sitting):
    for deed in (adopting.adopt_together, adopting.sign_drafted):
        with pytest.raises(NothingChosen, match="Tick"):
            deed(session, sitting.round, {}, by=sitting.chair)


def test_everything_drafted_is_signed_at_once_and_twice_is_once(session, sitting):
    _all_grade(sitting, *[GradeWord.APPROPRIATE] * 3)
    _reveal_all(sitting)
    adopting.adopt_together(session, sitting.round, dict.fromkeys(_references(sitting), 0), by=sitting.chair)
    versions = dict.fromkeys(_references(sitting), 1)
    assert adopting.sign_drafted(session, sitting.round, versions, by=sitting.chair) == _references(sitting)
    assert adopting.sign_drafted(session, sitting.round, versions, by=sitting.chair) == []
    assert count(session, Signature) == 3


def test_one_that_cannot_be_signed_is_named(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE)
    _reveal_all(sitting)
    sitting.draft()
    conflicts.declare_conflict(session, sitting.reference, by=sitting.cps)
    with pytest.raises(NoQuorum) as refusal:
        adopting.sign_drafted(session, sitting.round, {sitting.reference: 1}, by=sitting.chair)
    assert refusal.value.message.startswith(f"Case {sitting.reference}: ")


def test_the_agenda_puts_each_case_in_its_turn(session, sitting):
    _all_grade(sitting, GradeWord.APPROPRIATE, GradeWord.APPROPRIATE, GradeWord.APPROPRIATE)
    change = {"version": 1, "comment": "No."}
    grading.give_grade(session, sitting.cases[1].reference, grade=GradeWord.OBSERVATIONS, by=sitting.yjs, **change)
    grading.give_grade(session, sitting.cases[2].reference, grade=GradeWord.INAPPROPRIATE, by=sitting.yjs, **change)
    _reveal_all(sitting)
    meeting = meetings.agenda(session, sitting.round, by=sitting.chair)
    assert [case.id for case, _ in meeting.agreed] == [sitting.cases[0].id]
    assert [case.id for case, _ in meeting.divided] == [sitting.cases[2].id, sitting.cases[1].id]
    assert meeting.next_after(sitting.cases[2].id).id == sitting.cases[1].id
    sitting.draft()
    meeting = meetings.agenda(session, sitting.round, by=sitting.chair)
    assert ([case.id for case, _ in meeting.drafted], meeting.agreed) == ([sitting.cases[0].id], [])
