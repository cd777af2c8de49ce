"""Drafts: a member's own, never counted, and gone once their case is judged, revealed or in conflict."""

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Progress
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import Conflict, Grade, GradeDraft, Reveal
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, drafts, grading, reading_releases
from scrutiny_app.services.drafts import DraftOvertaken
from scrutiny_app.services.my_cases import find_my_case, my_rounds
from scrutiny_app.services.trail import now

CONTENT = {"comment": ["Half a thought"], "grade": ["inappropriate"]}


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER)


@pytest.fixture
def other(make):
    return make.user(Role.MEMBER)


@pytest.fixture
def round_(make, member, other):
    return make.open_round(member, other)


@pytest.fixture
def case(session, round_):
    return session.scalar(select(RoundCase).where(RoundCase.round_id == round_.id, RoundCase.position == 1))


def _keep(session, case, by, content=CONTENT, filled_from=None):
    return drafts.keep_draft(session, case.reference, content, filled_from=filled_from, by=by)


def _count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def test_a_draft_comes_back_to_its_writer_alone_and_counts_for_nothing(session, member, other, case):
    entries = _count(session, TrailEntry)
    _keep(session, case, member)
    assert (_count(session, TrailEntry), _count(session, Grade)) == (entries, 0)
    read = reading_releases.read_case(session, case.reference, by=member)
    assert (read.draft.content, read.own, read.case.progress) == (CONTENT, None, Progress.TO_GRADE)
    assert reading_releases.read_case(session, case.reference, by=other).draft is None
    assert [my_rounds(session, one)[0].begun for one in (member, other)] == [1, 0]


def test_the_newest_draft_takes_the_place_of_the_one_before(session, member, case):
    for words in ("One", "Two"):
        _keep(session, case, member, {"comment": [words]})
    assert session.scalars(select(GradeDraft.content)).all() == [{"comment": ["Two"]}]


def test_a_draft_is_gone_once_the_case_is_judged(session, member, case):
    _keep(session, case, member)
    grading.give_grade(session, case.reference, version=1, grade=GradeWord.APPROPRIATE, by=member)
    assert _count(session, GradeDraft) == 0


def test_an_old_tab_keeps_no_draft_over_what_was_submitted(session, member, case):
    kept = grading.give_grade(session, case.reference, version=1, grade=GradeWord.APPROPRIATE, by=member)
    with pytest.raises(DraftOvertaken):
        _keep(session, case, member)
    _keep(session, case, member, filled_from=kept.mark)
    assert _count(session, GradeDraft) == 1


def test_no_draft_is_kept_after_the_close_or_the_reveal(session, make, member, round_, case):
    make._keep(Reveal(round_case_id=case.id, revealed_by=member.id, revealed_at=now()))
    with pytest.raises(DraftOvertaken):
        _keep(session, case, member)
    second = session.scalar(select(RoundCase).where(RoundCase.round_id == round_.id, RoundCase.position == 2))
    round_.closed_at = now()
    with pytest.raises(DraftOvertaken):
        _keep(session, second, member)


def test_a_draft_of_a_case_in_conflict_is_nobodys_and_is_cleared(session, make, member, other, case):
    _keep(session, case, member)
    conflicts.declare_conflict(session, case.reference, by=member)
    with pytest.raises(NotYours):
        _keep(session, case, member)
    _keep(session, case, other)
    assert session.scalars(select(GradeDraft.user_id)).all() == [other.id]


def test_a_draft_does_not_come_back_when_a_conflict_is_lifted(session, make, member, other, case):
    _keep(session, case, member)
    conflicts.declare_conflict(session, case.reference, by=member)
    drafts.clear_ended(session)
    make._keep(Conflict(round_case_id=case.id, user_id=member.id, state="lifted", set_by=1, set_at=now()))
    assert reading_releases.read_case(session, case.reference, by=member).draft is None


def test_a_case_of_another_panel_takes_no_draft(session, make, case):
    with pytest.raises(NotYours):
        _keep(session, case, make.user(Role.MEMBER))


def test_a_standing_case_is_told_from_one_that_changed(session, make, member, case):
    def asked(version=1, revealed=False):
        return reading_releases.is_standing(session, case.reference, version=version, revealed=revealed, by=member)

    assert (asked(), asked(version=2), asked(revealed=True)) == (True, False, False)
    make.release(case, version=2)
    assert (asked(), asked(version=2)) == (False, True)
    make._keep(Reveal(round_case_id=case.id, revealed_by=member.id, revealed_at=now()))
    assert (asked(version=2), asked(version=2, revealed=True)) == (False, True)
    assert find_my_case(session, case.reference, member)[1].version == 2
