"""Actions: set by either side, answered by their owner, read by the panel only as released, closed by somebody else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ActionKind, ActionState, Words
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Escalation, Finding
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import action_texts, actions, conflicts, redacting, releasing
from scrutiny_app.services.asking_again import reopen_by_panel
from scrutiny_app.services.asking_again_with_seal import send_back_by_force
from scrutiny_app.services.closing_actions import close_by_panel
from scrutiny_app.services.closing_with_seal import close_by_force
from scrutiny_app.services.passed_on import follow, owners_of, to_follow
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.trail import now
from tests.making import KEY

SOON = now().date() + timedelta(14)


@pytest.fixture
def people(make):
    return {
        "lead": make.user(Role.LEAD),
        "second": make.user(Role.LEAD),
        "preparer": make.user(Role.PREPARER),
        "registrar": make.user(Role.REGISTRAR),
        "officer": make.user(Role.OFFICER),
        "member": make.user(Role.MEMBER, body=Body.LAY),
        "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY),
    }


@pytest.fixture
def round_(session, make, people):
    """A signed round of one case, whose suspect is Tobias Okonjo, read by a member and a chair."""
    case = make.case(circumstances="Tobias Okonjo threw a cup.", offender_name="Okonjo, Tobias", victim_1_name=None)
    panel = make.panel(people["member"], people["chair"])
    round_ = make.drawn(case, by=people["lead"], panel=panel, opened_at=now())
    redacting.draft_redactions(session, round_, KEY, people["lead"])
    (place,) = make.round_cases(round_)
    redacting.finish_check(session, place, 1, KEY, people["preparer"])
    releasing.approve(session, round_, place, 1, KEY, people["lead"])
    make.finding(place, Result.OBSERVATIONS, by=people["chair"])
    return round_


@pytest.fixture
def finding(session, round_):
    return session.scalars(select(Finding)).one()


@pytest.fixture
def by_panel(session, round_, people):
    """An action in the panel's words, of which the lead is the owner."""
    return actions.set_by_panel(
        session, round_, "Remind officers of the gravity score.", owner_id=people["lead"].id, due_on=SOON,
        by=people["chair"],
    )  # fmt: skip


@pytest.fixture
def by_force(session, round_, people, finding):
    """An action in the lead's words, of which the officer is the owner."""
    return action_texts.set_by_force(
        session, round_, "Speak to Tobias Okonjo’s mother.", owner_id=people["officer"].id, due_on=SOON,
        finding_id=finding.id, key=KEY, by=people["lead"],
    )  # fmt: skip


def answer(session, action, by, text="Done at the briefing.", **more):
    action_texts.answer(session, action.id, text, key=KEY, by=by, **more)


def release(session, action, people, kind=Words.RESPONSE):
    """Have the preparer check the newest text of a kind as the machine drafted it, and a lead approve it."""
    written = [one for one in action_texts.texts_of(session, action, KEY) if one.row.kind == kind][-1]
    row = action_texts.redraft(session, written.row.id, written.draft, key=KEY, by=people["preparer"])
    return action_texts.release_words(session, row.id, key=KEY, by=people["second"])


def test_the_panel_reads_its_own_words_at_once(session, people, by_panel):
    found = actions.find_action(session, by_panel.id, by=people["member"])
    assert found.words_of(Words.TASK) == ["Remind officers of the gravity score."]
    assert found.state is ActionState.OPEN


def test_the_panel_reads_nothing_that_the_force_wrote_until_two_people_have_released_it(session, people, by_force):
    read = lambda: actions.find_action(session, by_force.id, by=people["member"]).words_of(Words.TASK)  # noqa: E731
    assert read() == []
    (written,) = action_texts.texts_of(session, by_force, KEY)
    with pytest.raises(Refused):
        action_texts.release_words(session, written.row.id, key=KEY, by=people["lead"])
    assert read() == []
    action_texts.release_words(session, written.row.id, key=KEY, by=people["preparer"])
    assert read() == ["Speak to [Suspect]’s mother."]


def test_an_officers_words_need_a_lead_or_preparer_and_then_another(session, people, by_force):
    answer(session, by_force, people["officer"])
    written = action_texts.texts_of(session, by_force, KEY)[-1]
    with pytest.raises(Refused):
        action_texts.release_words(session, written.row.id, key=KEY, by=people["lead"])
    row = action_texts.redraft(session, written.row.id, "Done.", key=KEY, by=people["lead"])
    with pytest.raises(Refused):
        action_texts.release_words(session, row.id, key=KEY, by=people["lead"])
    with pytest.raises(Overtaken):
        action_texts.release_words(session, written.row.id, key=KEY, by=people["second"])
    assert action_texts.release_words(session, row.id, key=KEY, by=people["second"]).text == "Done."
    with pytest.raises(Overtaken):
        action_texts.redraft(session, row.id, "Done twice.", key=KEY, by=people["preparer"])


@pytest.mark.parametrize("draft", ["Tobias Okonjo’s mother agreed.", "Ring 07700 900123."])
def test_a_draft_that_identifies_somebody_is_not_released(session, people, by_force, draft):
    answer(session, by_force, people["officer"])
    written = action_texts.texts_of(session, by_force, KEY)[-1]
    row = action_texts.redraft(session, written.row.id, draft, key=KEY, by=people["preparer"])
    with pytest.raises(LeaksFound):
        action_texts.release_words(session, row.id, key=KEY, by=people["second"])
    assert actions.find_action(session, by_force.id, by=people["chair"]).words == ()


def test_only_its_owner_answers_and_only_once(session, people, by_force):
    for other in ("lead", "preparer", "registrar"):
        with pytest.raises(NotYours):
            answer(session, by_force, people[other])
    answer(session, by_force, people["officer"])
    with pytest.raises(Overtaken):
        answer(session, by_force, people["officer"])


def test_the_chair_closes_what_was_answered_and_released(session, people, by_panel):
    with pytest.raises(Overtaken):
        close_by_panel(session, by_panel.id, by=people["chair"])
    answer(session, by_panel, people["lead"])
    with pytest.raises(Refused):
        close_by_panel(session, by_panel.id, by=people["chair"])
    release(session, by_panel, people)
    close_by_panel(session, by_panel.id, by=people["chair"])
    assert actions.find_action(session, by_panel.id, by=people["member"]).state is ActionState.CLOSED
    with pytest.raises(Overtaken):
        close_by_force(session, by_panel.id, key=KEY, by=people["registrar"])


def test_the_owner_never_closes_their_own(session, round_, people):
    action = action_texts.set_by_force(
        session, round_, "Check the codes.", owner_id=people["registrar"].id, due_on=SOON, key=KEY, by=people["lead"]
    )
    answer(session, action, people["registrar"])
    with pytest.raises(Refused):
        close_by_force(session, action.id, key=KEY, by=people["registrar"])


def test_sent_back_it_is_open_until_another_day_and_closed_it_can_be_opened_again(session, people, by_panel):
    answer(session, by_panel, people["lead"])
    later = SOON + timedelta(30)
    send_back_by_force(session, by_panel.id, reason="Say who was told.", due_on=later, key=KEY, by=people["registrar"])
    found = actions.find_action(session, by_panel.id, by=people["lead"])
    assert (found.state, found.due_on) == (ActionState.OPEN, later)
    answer(session, by_panel, people["lead"], "Done again.")
    close_by_force(session, by_panel.id, key=KEY, by=people["registrar"])
    reopen_by_panel(session, by_panel.id, reason="One team was not told.", due_on=later, by=people["chair"])
    assert actions.find_action(session, by_panel.id, by=people["lead"]).state is ActionState.OPEN


def test_a_correction_needs_proof(session, round_, people, make):
    (place,) = make.round_cases(round_)
    escalation = Escalation(
        round_case_id=place.id, route=Route.RECODE, note="It should be outcome 8.", raised_by=people["chair"].id,
        raised_at=now(),
    )  # fmt: skip
    session.add(escalation)
    session.flush()
    assert [one.id for one, _ in to_follow(session, round_)] == [escalation.id]
    action = follow(
        session, round_, escalation.id, owner_id=people["registrar"].id, due_on=SOON, key=KEY, by=people["lead"]
    )
    assert action.kind == ActionKind.RECODE
    assert to_follow(session, round_) == []
    with pytest.raises(Refused):
        answer(session, action, people["registrar"])
    answer(session, action, people["registrar"], proof="Outcome 3 until today, outcome 8 since.")
    with pytest.raises(Overtaken):
        follow(session, round_, escalation.id, owner_id=people["lead"].id, due_on=SOON, key=KEY, by=people["lead"])
    assert actions.find_action(session, action.id, by=people["chair"]).words_of(Words.TASK) == [escalation.note]


def test_nobody_follows_what_was_passed_on_of_a_case_of_their_own(session, round_, people, make):
    (place,) = make.round_cases(round_)
    told = {"route": Route.PROFESSIONAL_STANDARDS, "note": "Please look at this.", "raised_by": people["chair"].id}
    escalation = Escalation(round_case_id=place.id, raised_at=now(), **told)
    session.add(escalation)
    officer, sergeant = (make.user(Role.OFFICER, staff_number=one) for one in ("2201", " 1107 "))
    session.flush()
    owners = owners_of(session, round_, escalation, key=KEY, by=people["lead"])
    assert [(one.id, part) for one, part in owners.of_case] == [
        (officer.id, Addressee.OFFICER),
        (sergeant.id, Addressee.DECISION_MAKER),
    ]
    assert {officer.id, sergeant.id}.isdisjoint(one.id for one in owners.may)
    given = {"due_on": SOON, "key": KEY, "by": people["lead"]}
    with pytest.raises(Refused, match="it may be about them"):
        follow(session, round_, escalation.id, owner_id=officer.id, **given)
    assert len(to_follow(session, round_)) == 1


def test_overdue_is_what_is_open_behind_its_day(session, people, by_panel):
    listed = actions.actions_for(session, by=people["lead"])
    assert actions.overdue(listed, SOON) == []
    assert [one.row.id for one in actions.overdue(listed, SOON + timedelta(1))] == [by_panel.id]
    answer(session, by_panel, people["lead"])
    assert actions.overdue(actions.actions_for(session, by=people["lead"]), SOON + timedelta(1)) == []


def test_who_sees_an_action(session, make, people, by_force, by_panel, round_):
    ids = lambda person: sorted(one.row.id for one in actions.actions_for(session, by=person))  # noqa: E731
    both = sorted((by_force.id, by_panel.id))
    for role in ("lead", "preparer", "registrar", "member", "chair"):
        assert ids(people[role]) == both
    assert ids(people["officer"]) == [by_force.id]
    assert ids(make.user(Role.OFFICER)) == []
    assert ids(make.user(Role.LEAD, force="Southmere Constabulary")) == []
    assert ids(make.user(Role.CHAIR)) == []
    (place,) = make.round_cases(round_)
    conflicts.declare_conflict(session, place.reference, by=people["member"])
    assert ids(people["member"]) == [by_panel.id]
    with pytest.raises(NotYours):
        actions.find_action(session, by_force.id, by=people["member"])


@pytest.mark.parametrize("given", [{"owner": "member"}, {"text": "  "}, {"text": "a" * 4001}, {"days": -1}])
def test_what_will_not_do_is_refused_and_leaves_nothing(session, round_, people, given):
    owner, text, days = given.get("owner", "lead"), given.get("text", "Look again."), given.get("days", 7)
    with pytest.raises(Refused):
        actions.set_by_panel(
            session, round_, text, owner_id=people[owner].id, due_on=now().date() + timedelta(days), by=people["chair"]
        )
    assert actions.actions_for(session, by=people["chair"]) == []


def test_the_trail_holds_no_words(session, people, by_force):
    answer(session, by_force, people["officer"])
    facts = " ".join(session.scalars(select(TrailEntry.facts)))
    assert "Okonjo" not in facts
    assert "briefing" not in facts


def test_keeping_somebodys_draft_unchanged_makes_nobody_its_author(session, people, by_force):
    answer(session, by_force, people["officer"])
    written = action_texts.texts_of(session, by_force, KEY)[-1]
    kept = action_texts.redraft(session, written.row.id, "They were checked.", key=KEY, by=people["preparer"])
    with pytest.raises(Overtaken, match="You changed nothing"):
        action_texts.redraft(session, kept.id, "They were checked.", key=KEY, by=people["lead"])
    assert action_texts.release_words(session, kept.id, key=KEY, by=people["lead"]).text == "They were checked."
