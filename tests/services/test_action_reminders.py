"""Notices to an action's owner: each time that it is asked, and every fourteen days once its day has passed."""

from datetime import timedelta

import pytest

from scrutiny_app.domain.notices import NoticeKind, words_of
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.actions import Action
from scrutiny_app.services import action_texts, actions, notices, telling, wanting_notices
from scrutiny_app.services.asking_again_with_seal import send_back_by_force
from scrutiny_app.services.trail import now, today_in_london
from tests.making import KEY, Make

ASKED = "Remind officers of the gravity score."


@pytest.fixture
def people(make: Make):
    lead = make.user(Role.LEAD, email="ines@example.org")
    return {"lead": lead, "registrar": make.user(Role.REGISTRAR), "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY)}


@pytest.fixture
def action(session, make: Make, people) -> Action:
    round_ = make.signed_round(by=people["lead"], panel=make.panel(people["chair"]))
    given = {"owner_id": people["lead"].id, "due_on": today_in_london(), "by": people["chair"]}
    return actions.set_by_panel(session, round_, ASKED, **given)


def wanted(session, kind: NoticeKind) -> list[int]:
    return [one.turn for one in wanting_notices.wanted(session) if one.kind == kind]


def test_its_owner_is_told_when_it_is_set_and_when_it_is_sent_back(session, people, action):
    assert wanted(session, NoticeKind.ACTION_WAITS) == [1]
    action_texts.answer(session, action.id, "Done.", key=KEY, by=people["lead"])
    assert wanted(session, NoticeKind.ACTION_WAITS) == []
    given = {"reason": "Say how.", "due_on": today_in_london(), "key": KEY, "by": people["registrar"]}
    send_back_by_force(session, action.id, **given)
    assert wanted(session, NoticeKind.ACTION_WAITS) == [2]


@pytest.mark.parametrize(("late", "turns"), [(0, []), (1, [1]), (13, [1]), (14, [2]), (28, [3]), (42, [])])
def test_an_overdue_action_is_reminded_of_every_fourteen_days_three_times_at_most(
    session, action, monkeypatch, late, turns
):
    day = today_in_london() + timedelta(days=late)
    monkeypatch.setattr(wanting_notices, "today_in_london", lambda: day)
    assert wanted(session, NoticeKind.ACTION_REMINDER) == turns


def test_what_was_set_long_ago_is_no_news(session, action, monkeypatch):
    later = now() + timedelta(days=4)
    monkeypatch.setattr(wanting_notices, "now", lambda: later)
    assert wanted(session, NoticeKind.ACTION_WAITS) == []


def test_a_notice_of_an_action_answered_meanwhile_is_sent_to_nobody(session, people, action):
    notices.keep(session, wanting_notices.wanted(session))
    session.flush()
    kept = dict(notices.due(session))
    assert len(kept) == 1
    action_texts.answer(session, action.id, "Done.", key=KEY, by=people["lead"])
    assert [telling.make_ready(session, *one) for one in kept.items()] == [None]


def test_a_notice_says_no_word_of_the_action(session, action):
    notices.keep(session, wanting_notices.wanted(session))
    session.flush()
    ready = [telling.make_ready(session, *one) for one in notices.due(session)]
    assert [one.mail.subject for one in ready] == [words_of(NoticeKind.ACTION_WAITS).subject]
    assert "gravity" not in ready[0].mail.body
