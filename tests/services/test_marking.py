"""Marks of complaint and appeal: who may set and lift them, what they change and what they do not."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_marks import CaseMark
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, rounds
from scrutiny_app.services.marking import Mark, lift_mark, mark_case, marked_cases, marks_of, rounds_with
from tests.making import KEY

REASON = "The victim’s complaint is with professional standards."


@pytest.fixture
def lead(make):
    return make.user()


def test_a_marked_case_is_left_out_of_frames_and_a_lifted_mark_lets_it_in_again(session, make, lead):
    case, *_ = make.cases(9)
    round_ = make.round(by=lead)
    mark = mark_case(session, case.id, Mark.COMPLAINT, REASON, key=KEY, by=lead)
    assert framing.preview(session, round_).exclusions == {"live_appeal_or_complaint": 1}
    lift_mark(session, case.id, mark.id, by=lead)
    assert framing.preview(session, round_).exclusions == {}


def test_a_mark_of_a_drawn_case_changes_nothing_of_its_draw_and_the_round_is_named(session, make, lead):
    round_ = make.drawn_round(by=lead)
    picked = session.scalars(select(Pick.case_id).where(Pick.round_case_id.is_not(None))).first()
    before = [place.reference for place in rounds.cases_of(session, round_)]
    mark_case(session, picked, Mark.APPEAL, REASON, key=KEY, by=lead)
    assert [place.reference for place in rounds.cases_of(session, round_)] == before
    assert [one for one, _ in rounds_with(session, picked)] == [round_]


def test_the_reason_is_sealed_and_the_history_keeps_every_mark(session, make, lead):
    case = make.case()
    first = mark_case(session, case.id, Mark.COMPLAINT, REASON, key=KEY, by=lead)
    lift_mark(session, case.id, first.id, by=lead)
    mark_case(session, case.id, Mark.COMPLAINT, "Reopened.", key=KEY, by=lead)
    assert [(one.reason, one.lifted_by) for one in marks_of(session, case, key=KEY)] == [
        ("Reopened.", None),
        (REASON, lead.name),
    ]
    assert REASON.encode() not in first.reason
    facts = "".join(session.scalars(select(TrailEntry.facts)))
    assert "complaint is with" not in facts


def test_each_mark_and_its_lifting_are_on_the_trail(session, make, lead):
    case = make.case()
    mark = mark_case(session, case.id, Mark.APPEAL, REASON, key=KEY, by=lead)
    lift_mark(session, case.id, mark.id, by=lead)
    assert list(session.scalars(select(TrailEntry.event))) == ["CaseMarked", "MarkLifted"]


def test_a_case_is_marked_once_for_each_kind(session, make, lead):
    case = make.case()
    mark_case(session, case.id, Mark.APPEAL, REASON, key=KEY, by=lead)
    mark_case(session, case.id, Mark.COMPLAINT, REASON, key=KEY, by=lead)
    with pytest.raises(Overtaken):
        mark_case(session, case.id, Mark.APPEAL, REASON, key=KEY, by=lead)
    assert len(session.scalars(select(CaseMark)).all()) == 2


def test_a_mark_is_lifted_once(session, make, lead):
    case = make.case()
    mark = mark_case(session, case.id, Mark.APPEAL, REASON, key=KEY, by=lead)
    lift_mark(session, case.id, mark.id, by=lead)
    with pytest.raises(Overtaken):
        lift_mark(session, case.id, mark.id, by=lead)


def test_a_pasted_reason_keeps_its_lines(session, make, lead):
    case = make.case()
    mark_case(session, case.id, Mark.APPEAL, "One\xa0line.\r\n\tAnd another.\n", key=KEY, by=lead)
    assert [one.reason for one in marks_of(session, case, key=KEY)] == ["One line.\n And another."]


@pytest.mark.parametrize("reason", ["", " \r\n ", "x" * 1001, "a\x00b", "a\x1bb", "a\u2028b"])
def test_a_reason_that_cannot_be_kept_is_refused_and_nothing_is_kept(session, make, lead, reason):
    case = make.case()
    with pytest.raises(Refused):
        mark_case(session, case.id, Mark.APPEAL, reason, key=KEY, by=lead)
    assert not session.scalars(select(CaseMark)).all()


def test_another_forces_case_cannot_be_marked_nor_its_mark_lifted_or_listed(session, make, lead):
    case = make.case()
    mark = mark_case(session, case.id, Mark.APPEAL, REASON, key=KEY, by=lead)
    stranger = make.user(Role.LEAD, force="Southmere Constabulary")
    for deed in (
        lambda: mark_case(session, case.id, Mark.COMPLAINT, REASON, key=KEY, by=stranger),
        lambda: lift_mark(session, case.id, mark.id, by=stranger),
        lambda: lift_mark(session, make.case().id, mark.id, by=lead),
        lambda: mark_case(session, 999_999, Mark.APPEAL, REASON, key=KEY, by=lead),
    ):
        with pytest.raises(NotYours):
            deed()
    assert marked_cases(session, by=stranger) == []
    assert [one.id for one, _, _ in marked_cases(session, by=lead)] == [mark.id]
