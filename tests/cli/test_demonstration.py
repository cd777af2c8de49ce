"""What the demonstration holds beyond its rounds: what is asked, met for, handed out, taken away and followed."""

from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from scrutiny_app.cli.demonstration.filling import TITLES
from scrutiny_app.cli.demonstration.following import DONE
from scrutiny_app.cli.demonstration.past_actions import AGAIN, TO_DO
from scrutiny_app.cli.demonstration.people import BODIES
from scrutiny_app.cli.demonstration.readying import INTEREST, LAW
from scrutiny_app.database import Database
from scrutiny_app.domain.following import ActionKind, ActionState, Words
from scrutiny_app.domain.learning import LetterState
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.packs import Fate
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.grades import Conflict, Interest
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.minutes import MinutesApproval
from scrutiny_app.models.pack_copies import CopyFate, PackCopy
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.received import InformationRequest, ReceivedText
from scrutiny_app.models.rounds import Round
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import actions, figures, learning_points, publishing, trail, training
from scrutiny_app.services.awaited_letters import awaited_letters
from scrutiny_app.services.letters import state_of
from scrutiny_app.services.passed_on import to_follow
from scrutiny_app.services.sent_letters import with_new_reply
from scrutiny_app.services.trail import now


@pytest.fixture
def filled(demonstration):
    database = Database(f"sqlite:///{demonstration.instance / 'scrutiny.db'}")
    with database.reading() as session:
        yield session
    database.engine.dispose()


def test_one_officer_has_answered_and_the_one_whose_sign_in_is_shown_has_yet_to(filled, demonstration):
    waiting = select(User.username).join(InformationRequest, InformationRequest.asked_of == User.id)
    waiting = waiting.where(InformationRequest.closed_at.is_(None))
    assert filled.scalars(waiting).all() == [demonstration.sign_ins["officer"]["username"]]
    assert filled.scalar(select(func.count(ReceivedText.id))) == 1


def test_a_reader_has_had_a_case_withheld(filled):
    assert filled.scalars(select(Withholding.kind)).all() == ["reported"]


def test_of_three_copies_on_paper_one_is_counted_back_in(filled):
    assert filled.scalar(select(func.count(PackCopy.id))) == 3
    assert filled.scalars(select(CopyFate.fate)).all() == [Fate.RETURNED.value]


def test_nobody_of_the_panel_waits_for_its_terms_and_one_training_has_run_out(filled):
    panel = filled.scalars(select(Panel)).one()
    found = training.readiness(filled, panel)
    assert len(found) == len(BODIES)
    assert [line for one in found for line in one.lacks] == [f"Training has run out: {LAW}"]


def test_a_deputy_sits_and_an_interest_keeps_nobody_from_a_case(filled):
    assert filled.scalar(select(func.count()).select_from(Seat).where(Seat.is_deputy)) == 1
    assert filled.scalars(select(Interest.value)).all() == [INTEREST]
    assert filled.scalar(select(func.count()).select_from(Conflict)) == 0


def test_the_open_round_meets_by_video_in_days_to_come(filled):
    meeting = filled.scalars(select(Meeting).where(Meeting.cancelled_at.is_(None), Meeting.ended_at.is_(None))).one()
    assert meeting.manner == Manner.VIDEO
    assert meeting.starts_at > now()


def test_the_earlier_meetings_were_held_in_the_evening_and_their_minutes_approved_at_the_next(filled):
    held = filled.scalars(select(Meeting).where(Meeting.ended_at.is_not(None)).order_by(Meeting.starts_at)).all()
    approved = set(filled.scalars(select(MinutesApproval.round_id)))
    assert len(held) == 4
    assert approved == {one.round_id for one in held[:-1]}
    hours = {one.starts_at.astimezone(ZoneInfo("Europe/London")).hour for one in held[:-1]}
    assert hours <= {16, 17, 18}  # clocks change between one meeting and the next
    assert all(one.starts_at < one.ended_at for one in held)
    assert not filled.scalars(select(Finding).where(Finding.reached.is_(None))).all()


def test_the_newest_rounds_actions_are_answered_and_open_and_one_case_waits_to_be_followed(filled):
    lead = filled.scalars(select(User).where(User.role == Role.LEAD)).one()
    newest = filled.scalars(select(Round).where(Round.title.startswith(TITLES[Stage.SIGNED]))).one()
    found = actions.actions_for(filled, by=lead, round_=newest)
    assert {one.owner.role: one.state for one in found} == {
        Role.LEAD: ActionState.ANSWERED,
        Role.OFFICER: ActionState.OPEN,
    }
    assert [one.words_of(Words.RESPONSE) for one in found if one.owner.id == lead.id] == [[DONE]]
    assert len(to_follow(filled, newest)) == 1


def test_of_the_earlier_meetings_actions_some_are_closed_one_is_overdue_and_one_is_open_again(filled):
    lead = filled.scalars(select(User).where(User.role == Role.LEAD)).one()
    found = actions.actions_for(filled, by=lead)
    late = actions.overdue(found, now().date())
    assert [one.words_of(Words.TASK)[0] for one in late] == [TO_DO[1]]
    again = [one for one in found if one.words_of(Words.TASK)[-1:] == [AGAIN]]
    assert [one.state for one in again] == [ActionState.OPEN]
    closed = Counter(one.row.kind for one in found if one.state is ActionState.CLOSED)
    assert closed == {ActionKind.TASK: 1, ActionKind.ESCALATION: 3, ActionKind.RECODE: 1}


def test_letters_are_in_every_state_but_edited(filled):
    states = {state_of(one) for one in filled.scalars(select(Letter))}
    assert states == set(LetterState) - {LetterState.DRAFT, LetterState.EDITED}


def test_after_the_oldest_meeting_nothing_is_left_to_do(filled):
    lead = filled.scalars(select(User).where(User.role == Role.LEAD)).one()
    oldest = filled.scalars(select(Round).order_by(Round.id)).first()
    assert awaited_letters(filled, [oldest]) == []
    assert with_new_reply(filled, oldest, by=lead) == []
    assert to_follow(filled, oldest) == []
    assert {one.state for one in actions.actions_for(filled, by=lead, round_=oldest)} == {ActionState.CLOSED}
    assert trail.newest(filled, most=1, round_id=oldest.id, events=["ReturnMade"])


def test_a_year_of_four_meetings_is_pooled_and_its_report_published(filled):
    lead = filled.scalars(select(User).where(User.role == Role.LEAD)).one()
    (choice,) = figures.choices(filled, by=lead)
    every = figures.gather(filled, choice, by=lead).every
    assert [len(every.year_to(one).held) for one in every.held] == [1, 2, 3, 4]
    assert every.overlapping is False
    (report,) = publishing.published(filled)
    assert len(report.report.rounds) == 3
    assert len(learning_points.learning_points(filled, by=lead)) == 1


def test_the_trail_holds_and_its_days_follow_one_another(filled):
    days = list(filled.scalars(select(TrailEntry.at).order_by(TrailEntry.position)))
    assert days == sorted(days)
    assert days[-1] - days[0] > timedelta(days=250)
    assert trail.verify(filled) == (len(days), [])


def test_the_officer_whose_sign_in_is_shown_has_a_letter_to_acknowledge(filled, demonstration):
    username = demonstration.sign_ins["officer"]["username"]
    query = select(Letter).join(User, Letter.to_user_id == User.id).where(User.username == username)
    assert LetterState.SENT in map(state_of, filled.scalars(query))


def test_every_address_is_one_that_nobody_reads(filled):
    addresses = filled.scalars(select(User.email)).all()
    assert all(address.endswith("@example.org") for address in addresses)


def test_an_officer_whose_letter_is_still_to_be_sent_can_be_played(filled, demonstration):
    username = demonstration.sign_ins["officer_2"]["username"]
    assert username != demonstration.sign_ins["officer"]["username"]
    assert filled.scalar(select(User.role).where(User.username == username)) == "officer"
