"""An action sent back or opened again: by whom, with what reason, and what its owner and the panel read of it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ActionState, ActionStep, Words
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.tracker_paper import TURNS, stands, turn_row
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import action_texts, actions
from scrutiny_app.services.action_story import told_in_order
from scrutiny_app.services.asking_again import reopen_by_panel, send_back_by_panel
from scrutiny_app.services.asking_again_with_seal import reopen_by_force, send_back_by_force
from scrutiny_app.services.closing_with_seal import close_by_force
from scrutiny_app.services.tracker import tracked_over
from scrutiny_app.services.trail import now
from scrutiny_app.services.waiting_actions import to_answer, to_close
from scrutiny_app.services.words_waiting import words_waiting
from tests.making import KEY

SOON = now().date() + timedelta(14)
ASKED, WHY = "Remind officers of the gravity score.", "One team was not told."


@pytest.fixture
def people(make):
    force = {one.value: make.user(one) for one in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}
    return force | {"second": make.user(Role.LEAD), "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY)}


@pytest.fixture
def action(session, make, people):
    """Set an action in the panel's words, which the lead owns and has answered."""
    round_ = make.signed_round(by=people["lead"], panel=make.panel(people["chair"]))
    owner_id = people["lead"].id
    made = actions.set_by_panel(session, round_, ASKED, owner_id=owner_id, due_on=SOON, by=people["chair"])
    action_texts.answer(session, made.id, "All were told.", key=KEY, by=people["lead"])
    return made


@pytest.fixture
def closed(session, people, action):
    close_by_force(session, action.id, key=KEY, by=people["registrar"])
    return action


def test_for_the_chairs_reason_it_is_open_until_another_day(session, people, closed):
    later = SOON + timedelta(30)
    reopen_by_panel(session, closed.id, reason=WHY, due_on=later, by=people["chair"])
    found = actions.find_action(session, closed.id, by=people["lead"])
    assert (found.state, found.due_on) == (ActionState.OPEN, later)
    assert found.words_of(Words.TASK) == [ASKED, WHY]
    assert [one.row.id for one in to_answer(session, by=people["lead"])] == [closed.id]


def test_the_tracker_pairs_what_is_asked_anew_with_no_older_answer(session, people, closed):
    words = ActionWords(
        action_id=closed.id, kind=Words.RESPONSE, text="All were told.", written_by=people["lead"].id, given_at=now()
    )
    session.add(words)
    session.flush()
    over = SimpleNamespace(held=[SimpleNamespace(round_id=closed.round_id, report=SimpleNamespace(title="Spring"))])
    (before,) = tracked_over(session, over, by=people["lead"])
    reopen_by_panel(session, closed.id, reason=WHY, due_on=SOON, by=people["chair"])
    (after,) = tracked_over(session, over, by=people["lead"])
    assert [(one.asked, one.response) for one in before.turns] == [(ASKED, "All were told.")]
    assert [(one.asked, one.response) for one in after.turns] == [(ASKED, "All were told."), (WHY, "")]
    assert [bool(one.closed_on) for one in after.turns] == [True, False]
    assert after.owner == "Lead for out-of-court resolutions"


def test_an_answer_sent_back_is_its_owners_again_and_the_tracker_says_why(session, people, action):
    (text,) = action_texts.texts_of(session, action, KEY)
    with pytest.raises(Refused, match="Decide once you have read it"):
        send_back_by_panel(session, action.id, reason=WHY, due_on=SOON, by=people["chair"])
    draft = action_texts.redraft(session, text.row.id, "All were told.", key=KEY, by=people["preparer"])
    action_texts.release_words(session, draft.id, key=KEY, by=people["second"])
    send_back_by_panel(session, action.id, reason=WHY, due_on=SOON, by=people["chair"])
    found = actions.find_action(session, action.id, by=people["lead"])
    assert (found.state, found.sent_back) == (ActionState.OPEN, True)
    assert [one.row.id for one in to_answer(session, by=people["lead"])] == [action.id]
    assert to_close(session, by=people["registrar"]) == []
    over = SimpleNamespace(held=[SimpleNamespace(round_id=action.round_id, report=SimpleNamespace(title="Spring"))])
    (tracked,) = tracked_over(session, over, by=people["lead"])
    assert stands(tracked, SOON) == "Open, sent back"
    told = [(row[1], row[2]) for row in (turn_row(tracked, turn) for turn in tracked.turns)]
    assert told == [(ASKED, "All were told."), (f"Sent back: {WHY}", "–")]
    action_texts.answer(session, action.id, "The third team too.", key=KEY, by=people["lead"])
    assert not actions.find_action(session, action.id, by=people["lead"]).sent_back


def test_that_it_was_sent_back_is_on_the_trail_without_a_word_of_why(session, people, action):
    send_back_by_force(session, action.id, reason=WHY, due_on=SOON, key=KEY, by=people["registrar"])
    facts = list(session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "ActionTaken")))
    assert any('"returned"' in one for one in facts)
    assert not any("team" in one for one in session.scalars(select(TrailEntry.facts)))


def test_nobody_sends_back_their_own_or_without_a_reason(session, people, action):
    with pytest.raises(NotYours):
        send_back_by_force(session, action.id, reason=WHY, due_on=SOON, key=KEY, by=people["second"])
    with pytest.raises(Refused):
        send_back_by_force(session, action.id, reason=" ", due_on=SOON, key=KEY, by=people["registrar"])
    assert actions.find_action(session, action.id, by=people["lead"]).state is ActionState.ANSWERED


def test_the_tracker_prints_each_request_with_its_answer_in_order(session, people, closed):
    reopen_by_panel(session, closed.id, reason=WHY, due_on=SOON, by=people["chair"])
    over = SimpleNamespace(held=[SimpleNamespace(round_id=closed.round_id, report=SimpleNamespace(title="Spring"))])
    rows = [turn_row(one, turn) for one in tracked_over(session, over, by=people["lead"]) for turn in one.turns]
    told = [dict(zip(TURNS, row, strict=True)) for row in rows]
    assert [one["What is asked"] for one in told] == [ASKED, f"Opened again: {WHY}"]
    assert [one["The force’s response"] for one in told] == ["Not released yet", "–"]
    assert {one["Number"] for one in told} == {closed.id}
    assert [one["Closed"] == "–" for one in told] == [False, True]
    assert [one["Answered"] == "–" for one in told] == [False, True]
    assert {one["Proof"] for one in told} == {"No"}


def test_the_registrars_reason_is_sealed_and_its_owner_reads_it(session, people, closed):
    reopen_by_force(session, closed.id, reason=WHY, due_on=SOON, key=KEY, by=people["registrar"])
    found = actions.find_action(session, closed.id, by=people["chair"])
    assert found.state is ActionState.OPEN
    assert found.words_of(Words.TASK) == [ASKED]
    told = told_in_order(found, action_texts.texts_of(session, closed, KEY))
    assert [(one.text, one.again) for one in told if one.kind == Words.TASK] == [
        (ASKED, None),
        (WHY, ActionStep.REOPENED),
    ]


@pytest.mark.parametrize("given", [{"reason": " "}, {"due_on": now().date() - timedelta(1)}])
def test_without_a_reason_or_behind_the_day_it_stays_closed(session, people, closed, given):
    told = {"reason": WHY, "due_on": SOON} | given
    with pytest.raises(Refused):
        reopen_by_panel(session, closed.id, **told, by=people["chair"])
    with pytest.raises(Refused):
        reopen_by_force(session, closed.id, **told, key=KEY, by=people["registrar"])
    assert actions.find_action(session, closed.id, by=people["lead"]).state is ActionState.CLOSED


def test_a_reason_of_the_chairs_names_nobody(session, people, closed, make):
    with pytest.raises(Refused):
        reopen_by_panel(session, closed.id, reason=f"Ask {people['chair'].name}.", due_on=SOON, by=people["chair"])
    assert actions.find_action(session, closed.id, by=people["lead"]).state is ActionState.CLOSED


def test_who_closes_none_opens_none_again(session, people, make, closed):
    for stranger in (people["second"], make.user(Role.CHAIR), make.user(Role.REGISTRAR, force="Southmere Police")):
        with pytest.raises(NotYours):
            reopen_by_panel(session, closed.id, reason=WHY, due_on=SOON, by=stranger)
    assert actions.find_action(session, closed.id, by=people["second"]).state is ActionState.CLOSED


def test_nobody_opens_their_own_again(session, people, action):
    registrar, round_ = people["registrar"], actions.find_action(session, action.id, by=people["lead"]).round
    owned = actions.set_by_panel(session, round_, ASKED, owner_id=registrar.id, due_on=SOON, by=people["chair"])
    action_texts.answer(session, owned.id, "Done.", key=KEY, by=registrar)
    actions.take_step(session, owned, ActionStep.CLOSED, by=people["chair"])
    with pytest.raises(Refused):
        reopen_by_force(session, owned.id, reason=WHY, due_on=SOON, key=KEY, by=registrar)
    assert actions.find_action(session, owned.id, by=people["lead"]).state is ActionState.CLOSED


def test_what_is_not_closed_is_not_opened_again(session, people, action):
    with pytest.raises(Overtaken):
        reopen_by_panel(session, action.id, reason=WHY, due_on=SOON, by=people["chair"])
    assert actions.find_action(session, action.id, by=people["lead"]).words_of(Words.TASK) == [ASKED]


def test_an_answer_waits_for_a_draft_then_for_a_second_person_then_for_the_chair(session, people, action):
    waits = lambda: {name: words_waiting(session, by=one) for name, one in people.items()}  # noqa: E731
    anyone = {"lead": [action.id], "preparer": [action.id], "second": [action.id]}
    assert waits() == {"registrar": [], "chair": []} | anyone | {"lead": []}
    (written,) = action_texts.texts_of(session, action, KEY)
    draft = action_texts.redraft(session, written.row.id, "All were told.", key=KEY, by=people["preparer"])
    assert waits()["preparer"] == []
    assert waits()["lead"] == [action.id]
    assert to_close(session, by=people["chair"]) == []
    assert [one.row.id for one in to_close(session, by=people["registrar"])] == [action.id]
    action_texts.release_words(session, draft.id, key=KEY, by=people["second"])
    assert waits()["lead"] == []
    assert [one.row.id for one in to_close(session, by=people["chair"])] == [action.id]
    assert to_close(session, by=people["lead"]) == []
