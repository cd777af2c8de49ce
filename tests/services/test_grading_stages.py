"""Stages of a judgement: what counts is made on what the decision-maker had, and later facts are kept apart."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import GradeIncomplete, GradeStage, Progress
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.questions import Answer, Answered, Question
from scrutiny_app.domain.releasing import Fact
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import conflicts, grading, reading_on, reading_releases
from scrutiny_app.services.grading import GradedElsewhere, GradingEnded
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.spreads import as_revealed, graders, spreads
from scrutiny_app.services.trail import now

LATER = (Fact("Conditions completed", "No"),)


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def case(session, make, member):
    round_ = make.open_round(member)
    place = session.scalar(select(RoundCase).where(RoundCase.round_id == round_.id, RoundCase.position == 1))
    make.release(place, version=2, later_facts=LATER)
    return place


def _grade(session, case, by, word=GradeWord.APPROPRIATE, **given):
    why = "" if word is GradeWord.APPROPRIATE else "No rationale is recorded."
    return grading.give_grade(
        session, case.reference, **({"version": 2, "grade": word, "comment": why, "by": by} | given)
    )


def _read(session, case, by):
    return reading_releases.read_case(session, case.reference, by=by)


def _read_later(session, case, by):
    reading_on.read_later(session, case.reference, by=by)


def _reveal(make, case, member):
    make._keep(Reveal(round_case_id=case.id, revealed_by=member.id, revealed_at=now()))


def test_later_facts_are_kept_back_until_who_has_graded_asks_for_them(session, member, case):
    before = _read(session, case, member)
    assert (before.kept_back, before.content.later_facts, before.may_read_later) == (True, (), False)
    _grade(session, case, member)
    graded = _read(session, case, member)
    assert (graded.kept_back, graded.content.later_facts, graded.may_read_later) == (True, (), True)
    _read_later(session, case, member)
    _read_later(session, case, member)  # twice is once
    after = _read(session, case, member)
    assert (after.kept_back, after.content.later_facts) == (False, LATER)


def test_who_cannot_grade_does_not_read_what_came_later(session, member, case):
    _grade(session, case, member, None, comment="", missing="What the victim wanted.")
    with pytest.raises(Refused, match="Grade this case first"):
        _read_later(session, case, member)
    assert _read(session, case, member).kept_back
    assert _grade(session, case, member).stage == GradeStage.AS_DECIDED


def test_a_slip_is_put_right_before_later_facts_are_read(session, member, case):
    _grade(session, case, member, GradeWord.INAPPROPRIATE)
    assert _grade(session, case, member).stage == GradeStage.AS_DECIDED
    assert _read(session, case, member).own.grade == GradeWord.APPROPRIATE


def test_later_facts_are_not_asked_for_once_grading_has_ended(session, make, member, case):
    _grade(session, case, member)
    _reveal(make, case, member)
    with pytest.raises(GradingEnded):
        _read_later(session, case, member)


def test_a_grade_given_after_later_facts_were_shown_is_kept_apart(session, member, case):
    first = _grade(session, case, member)
    _read_later(session, case, member)
    second = _grade(session, case, member, GradeWord.INAPPROPRIATE)
    assert (first.stage, second.stage) == (GradeStage.AS_DECIDED, GradeStage.WITH_LATER)
    read = _read(session, case, member)
    assert (read.own.id, read.with_later.id, read.newest.id) == (first.id, second.id, second.id)
    assert find_my_case(session, case.reference, member)[1].progress is Progress.GRADED


def test_a_grade_taken_back_does_not_open_the_first_stage_again(session, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    grading.abstain(session, case.reference, by=member)
    assert not _read(session, case, member).kept_back
    assert _grade(session, case, member).stage == GradeStage.WITH_LATER


def test_without_later_facts_a_change_of_mind_stays_of_the_first_stage(session, make, member):
    round_ = make.open_round(member)
    place = session.scalar(select(RoundCase).where(RoundCase.round_id == round_.id))
    for word in (GradeWord.APPROPRIATE, GradeWord.INAPPROPRIATE):
        kept = _grade(session, place, member, word, version=1)
        assert kept.stage == GradeStage.AS_DECIDED


def test_the_spread_and_the_quorum_count_the_first_stage_alone(session, make, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    _grade(session, case, member, GradeWord.INAPPROPRIATE)
    _reveal(make, case, member)
    counts = spreads(session, [case.id])[case.id].counts
    assert (counts[GradeWord.APPROPRIATE], counts[GradeWord.INAPPROPRIATE]) == (1, 0)
    assert graders(session, [case.id])[case.id] == [Body.MAGISTRACY]
    assert as_revealed(session, [case.id])[case.id].second[0].changed == 1


def test_whoever_says_the_same_knowing_more_has_not_changed(session, make, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    _grade(session, case, member, comment="Still so.")
    _reveal(make, case, member)
    (second,) = as_revealed(session, [case.id])[case.id].second
    assert (second.changed, second.given) == (0, 1)


def test_what_was_said_knowing_more_is_among_second_thoughts_and_not_among_the_remarks(session, make, member, case):
    _grade(session, case, member, comment="As decided.")
    _read_later(session, case, member)
    _grade(session, case, member, GradeWord.INAPPROPRIATE, comment="The conditions failed.")
    _reveal(make, case, member)
    assert spreads(session, [case.id])[case.id].remarks == ("As decided.",)
    (second,) = as_revealed(session, [case.id])[case.id].second
    assert second.spread.remarks == ("The conditions failed.",)
    assert second.spread.counts[GradeWord.INAPPROPRIATE] == 1


def test_whoever_finds_something_missing_on_second_thoughts_is_read(session, make, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    _grade(session, case, member, None, comment="", missing="Why they failed.")
    _reveal(make, case, member)
    (second,) = as_revealed(session, [case.id])[case.id].second
    assert (second.given, second.lacked) == (1, ("Why they failed.",))
    assert as_revealed(session, [case.id])[case.id].lacked == ()


def test_a_conflict_at_the_reveal_sets_second_thoughts_aside(session, make, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    _grade(session, case, member, GradeWord.INAPPROPRIATE)
    conflicts.declare_conflict(session, case.reference, by=member)
    _reveal(make, case, member)
    assert as_revealed(session, [case.id])[case.id].second == ()


def test_nothing_of_later_minds_is_told_before_the_reveal(session, member, case):
    _grade(session, case, member)
    _read_later(session, case, member)
    _grade(session, case, member, GradeWord.INAPPROPRIATE)
    assert as_revealed(session, [case.id]) == {}


def test_what_is_missing_must_be_said_and_is_told_without_a_name_after_the_reveal(session, make, member, case):
    with pytest.raises(GradeIncomplete, match="say what is missing"):
        _grade(session, case, member, None, comment="", missing=" ")
    _grade(session, case, member, None, comment="", missing="What the victim wanted.")
    assert graders(session, [case.id])[case.id] == []
    _reveal(make, case, member)
    assert as_revealed(session, [case.id])[case.id].lacked == ("What the victim wanted.",)


def test_what_is_missing_is_not_kept_beside_a_grade(session, member, case):
    assert _grade(session, case, member, missing="Left over.").missing == ""


def test_guided_answers_are_kept_with_the_grade(session, member, case):
    answers = [Answered(Question.VICTIM, Answer.NO, "Nothing on file."), Answered(Question.EVIDENCE, Answer.YES)]
    kept = _grade(session, case, member, answers=answers)
    assert {(one.question, one.answer, one.remark) for one in kept.answers} == {
        ("victim", "no", "Nothing on file."),
        ("evidence", "yes", ""),
    }


def test_a_remark_that_names_somebody_of_the_panel_is_refused(session, member, case):
    member.name = "Zofia Pająk"
    with pytest.raises(GradeIncomplete, match="Name nobody"):
        _grade(session, case, member, answers=[Answered(Question.VICTIM, Answer.NO, "Ask Zofia Pajak.")])


def test_a_form_filled_before_another_tab_submitted_is_refused(session, member, case):
    first = _grade(session, case, member, filled_from=None)
    with pytest.raises(GradedElsewhere, match="another tab"):
        _grade(session, case, member, GradeWord.INAPPROPRIATE, filled_from=None)
    assert session.scalars(select(Grade.id)).all() == [first.id]
    assert issubclass(GradedElsewhere, Overtaken)
    _grade(session, case, member, GradeWord.INAPPROPRIATE, filled_from=first.mark)


def test_a_double_click_is_one_grade_though_the_second_form_is_older(session, member, case):
    first = _grade(session, case, member, filled_from=None)
    assert _grade(session, case, member, filled_from=None).id == first.id
