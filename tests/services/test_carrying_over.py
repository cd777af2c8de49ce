"""What one round leaves open stands first at the next one's meeting, and counts once, in its first round."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import ESCALATION_TITLES, Escalation, Result
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.releasing import Text
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import agreeing, carrying_over, conflicts, escalating, grading, noting
from scrutiny_app.services.convening import meeting_for
from scrutiny_app.services.minutes import Form, read_minutes
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.trail import now
from tests.services.sitting import Sitting


class Returning(Sitting):
    """A panel whose first round left one case open, before its second round."""

    def __init__(self, session, make, result=Result.MORE_INFORMATION):
        super().__init__(session, make, cases=1)
        self.round.opened_at = now() - timedelta(days=90)
        self.signed(result=result, remarks="What was the victim told?")
        self.next = make.open_round(panel=self.panel, cases=1)

    def arising(self, by=None):
        return carrying_over.matters_arising(self.session, self.next, by=by or self.chair)


@pytest.fixture
def returning(session, make):
    return Returning(session, make)


@pytest.mark.parametrize("result", [Result.MORE_INFORMATION, Result.NOT_AGREED])
def test_an_open_case_comes_back_by_itself(session, make, result):
    (back,) = Returning(session, make, result).arising().carried
    assert (back.finding.result, back.answer, back.pending) == (result, (), None)
    assert carrying_over.reason_for(back.finding)


def test_a_settled_case_does_not_come_back(session, make):
    assert not Returning(session, make, Result.OBSERVATIONS).arising().carried


def test_it_comes_back_with_the_forces_released_answer(make, returning):
    later = (Text("received_1", "Received later, 1: the force’s answer", "She was told by letter."),)
    make.release(returning.cases[0], version=2, later_texts=later)
    (back,) = returning.arising().carried
    assert [text.text for text in back.answer] == ["She was told by letter."]


def test_a_settled_case_comes_back_once_with_a_reply_that_was_released(session, make):
    settled = Returning(session, make, Result.INAPPROPRIATE)
    make.release(settled.cases[0], version=2, later_texts=(Text("received_1", "The reply", "I had asked her."),))
    (back,) = settled.arising().carried
    assert [text.text for text in back.answer] == ["I had asked her."]
    assert back.finding.result == Result.INAPPROPRIATE
    after = make.open_round(panel=settled.panel, cases=1)
    settled.next.opened_at, after.opened_at = now() + timedelta(days=1), now() + timedelta(days=90)
    assert len(settled.arising().carried) == 1
    assert carrying_over.matters_arising(session, after, by=settled.chair).carried == []


def test_a_settled_case_that_is_released_anew_without_a_new_text_does_not_come_back(session, make):
    settled = Returning(session, make, Result.INAPPROPRIATE)
    make.release(settled.cases[0], version=2)
    assert not settled.arising().carried


def test_it_is_settled_by_superseding_and_counts_in_its_first_round_alone(session, make, returning):
    returning.reopen(result=Result.APPROPRIATE, remarks="Now we know.")
    assert returning.arising().carried[0].pending.version == 2
    returning.second()
    returning.sign(version=2)
    assert not returning.arising().carried
    report = report_of(session, returning.round, by=make.user(Role.LEAD))
    assert ([one.result for one in report.reviewed], report.superseded) == ([Result.APPROPRIATE], 1)

    place = session.scalar(select(RoundCase).where(RoundCase.round_id == returning.next.id))
    for person in (returning.chair, returning.lay, returning.cps):
        grading.give_grade(session, place.reference, version=1, grade="inappropriate", comment="No.", by=person)
    agreeing.reveal(session, place.reference, by=returning.chair)
    words = {"result": Result.INAPPROPRIATE, "remarks": "No.", "by": returning.chair}
    agreeing.draft_finding(session, place.reference, version=0, **words)
    agreeing.sign_finding(session, place.reference, version=1, by=returning.chair)
    following = report_of(session, returning.next, by=make.user(Role.LEAD))
    assert [one.result for one in following.reviewed] == [Result.INAPPROPRIATE]


def test_whoever_stepped_back_from_it_is_told_nothing(session, returning):
    conflicts.declare_conflict(session, returning.reference, by=returning.lay)
    assert not returning.arising(by=returning.lay).carried


def test_another_panels_round_carries_nothing_over(session, make, returning):
    other = Sitting(session, make)
    assert not carrying_over.matters_arising(session, other.round, by=other.chair)


def test_what_was_passed_on_and_noted_opens_the_agenda(session, returning):
    given = {"route": Escalation.REVIEW, "note": "Please look again.", "by": returning.chair}
    escalating.escalate(session, returning.reference, **given)
    escalating.escalate(session, returning.reference, **given)
    returning.meet()
    noting.write_note(session, returning.round, "Ask for the new form.", by=returning.chair)
    arising = returning.arising()
    assert [(reference, one.note) for reference, one in arising.escalated] == [
        (returning.reference, "Please look again.")
    ]
    assert arising.notes == ["Ask for the new form."]


def test_its_new_finding_is_in_the_minutes_of_the_meeting_that_made_it(session, returning):
    first = returning.meet(ended_at=now())
    later = returning.meet(round_id=returning.next.id)
    assert meeting_for(session, returning.round, again=True) is later
    assert meeting_for(session, returning.round) is first
    assert returning.reopen(result=Result.APPROPRIATE, remarks="Now we know.").meeting_id == later.id
    returning.second()
    returning.sign(version=2)
    noting.end_meeting(session, returning.next, by=returning.chair)
    (found,) = read_minutes(session, returning.next, Form.PAGE, by=returning.lay).found
    assert (found.reference, found.carried, found.result) == (returning.reference, True, Result.APPROPRIATE)
    (old,) = read_minutes(session, returning.round, Form.PAGE, by=returning.lay).found
    assert (old.result, old.stands) == (Result.MORE_INFORMATION, False)


def test_the_minutes_tell_what_was_open_when_the_meeting_began_and_stays_told_once_settled(session, returning):
    escalating.escalate(session, returning.reference, route=Escalation.RECODE, note="Wrong code.", by=returning.chair)
    returning.round, first = returning.next, returning.round
    meeting = returning.meet(starts_at=now() + timedelta(seconds=1))
    meeting.ended_at = now() + timedelta(minutes=5)
    arisen = read_minutes(session, returning.next, Form.PAGE, by=returning.lay).arisen
    assert arisen == (
        f"Case {returning.reference} of “{first.title}” came back: More information: return.",
        f"Passed on and not closed: case {returning.reference}, {ESCALATION_TITLES[Escalation.RECODE]}: Wrong code.",
    )
    conflicts.declare_conflict(session, returning.reference, by=returning.lay)
    assert read_minutes(session, returning.next, Form.PAGE, by=returning.lay).arisen == ()
