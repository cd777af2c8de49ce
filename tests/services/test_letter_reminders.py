"""Reminders of a letter that nobody has said they read: every fourteen days, and not for ever."""

from datetime import timedelta

import pytest

from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.notices import NoticeKind
from scrutiny_app.domain.people import Role
from scrutiny_app.models.letters import Letter
from scrutiny_app.services import learning, wanting_notices
from scrutiny_app.services.trail import now
from tests.making import KEY, Make


@pytest.fixture
def letter(session, make: Make) -> Letter:
    lead = make.user(Role.LEAD)
    make.user(Role.OFFICER, staff_number="2201", email="rhys@example.org")
    round_ = make.signed_round(by=lead)
    finding = learning.letters_due(session, round_, key=KEY, by=lead)[0].case.finding
    sent = learning.send_letter(session, finding.id, Addressee.OFFICER, "Well.", stamp="", key=KEY, by=lead).letter
    assert sent
    return sent


def reminders(session) -> list[int]:
    return [one.turn for one in wanting_notices.wanted(session) if one.kind == NoticeKind.LETTER_REMINDER]


@pytest.mark.parametrize(("days", "turns"), [(13, []), (14, [1]), (29, [2]), (42, [3]), (56, [])])
def test_a_letter_is_reminded_of_every_fourteen_days_three_times_at_most(session, letter, days, turns):
    letter.sent_at = now() - timedelta(days=days)
    session.flush()
    assert reminders(session) == turns


@pytest.mark.parametrize("done", ["acknowledged_at", "ended_at"])
def test_nobody_is_reminded_of_a_letter_that_is_read_or_has_ended(session, letter, done):
    letter.sent_at = now() - timedelta(days=20)
    setattr(letter, done, now())
    session.flush()
    assert reminders(session) == []
