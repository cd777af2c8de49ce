"""Later texts: whatever the force says after the draw is redacted, checked and approved before a panel reads it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import Received
from scrutiny_app.domain.redacting import Standing
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.received import InformationRequest, ReceivedText
from scrutiny_app.services import asking, later_texts, redacting, releasing
from scrutiny_app.services.redactions import open_newest, progress
from scrutiny_app.services.trail import now
from scrutiny_app.services.versions import newest
from tests.making import KEY

ANSWER = "Tamsin Vayne told PC Okonjo that she agreed. Call 07700 900451."


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def officer(make):
    return make.user(Role.OFFICER)


@pytest.fixture
def round_(session, make, lead):
    case = make.case(victim_1_name="Vayne, Tamsin", circumstances="Tamsin Vayne was pushed by the bus stop.")
    round_ = make.drawn(case, by=lead)
    redacting.draft_redactions(session, round_, KEY, lead)
    return round_


@pytest.fixture
def place(make, round_):
    return make.round_cases(round_)[0]


def ask(session, place, officer, lead, **changes):
    given = {"items": ["Victim's agreement"], "words": "Did Tamsin Vayne agree?", "due_on": now().date()} | changes
    return asking.ask(session, place, asked_of=officer.id, key=KEY, by=lead, **given)


def test_an_answer_joins_the_redaction_in_the_tags_that_the_case_has(session, place, lead, officer):
    request = ask(session, place, officer, lead)
    asking.answer(session, request.id, ANSWER, at_the_time=True, key=KEY, by=officer)
    opened = open_newest(session, place, KEY)
    assert (opened.row.version, opened.row.made_by) == (2, None)
    assert "[Victim 1] told" in opened.redacted()["received_1"]
    assert "[Victim 1] was pushed" in opened.redacted()["circumstances"]
    assert "07700" not in opened.redacted()["received_1"]
    assert opened.heading("received_1") == "Received later, 1: from the case, asked for after the draw"


@pytest.mark.parametrize("at_the_time", [True, False])
def test_what_the_decision_maker_had_is_read_at_once_and_what_came_later_is_kept_apart(
    session, make, place, round_, lead, officer, at_the_time
):
    request = ask(session, place, officer, lead)
    asking.answer(session, request.id, ANSWER, at_the_time=at_the_time, key=KEY, by=officer)
    redacting.finish_check(session, place, 2, KEY, lead)
    released = from_json(releasing.approve(session, round_, place, 2, KEY, make.user(Role.PREPARER)).content)
    texts = released.texts if at_the_time else released.later_texts
    (text,) = [text for text in texts if text.name == "received_1"]
    assert text.received
    assert "[Victim 1]" in text.text
    assert ("received_1" in {text.name for text in released.as_decided().texts}) == at_the_time


def test_a_text_that_comes_after_an_approval_must_be_checked_and_approved_itself(
    session, make, place, round_, lead, officer
):
    redacting.finish_check(session, place, 1, KEY, lead)
    releasing.approve(session, round_, place, 1, KEY, make.user(Role.PREPARER))
    later_texts.receive(session, place, Received.OFFICER_REPLY, ANSWER, source_id=7, key=KEY, by=lead)
    (row,) = progress(session, round_)
    assert (row.standing, row.release.version) == (Standing.TO_CHECK, 1)
    assert "received_1" not in row.release.content


def test_a_text_that_comes_before_the_draft_is_drafted_with_the_case(session, make, lead):
    round_ = make.drawn(make.case(victim_1_name="Vayne, Tamsin"), by=lead)
    (place,) = make.round_cases(round_)
    later_texts.receive(session, place, Received.REQUESTED, ANSWER, key=KEY, by=lead)
    assert newest(session, place) is None
    redacting.draft_redactions(session, round_, KEY, lead)
    assert "[Victim 1] told" in open_newest(session, place, KEY).redacted()["received_1"]


def test_one_reply_is_received_once(session, place, lead):
    later_texts.receive(session, place, Received.OFFICER_REPLY, ANSWER, source_id=7, key=KEY, by=lead)
    with pytest.raises(Overtaken, match="already"):
        later_texts.receive(session, place, Received.OFFICER_REPLY, ANSWER, source_id=7, key=KEY, by=lead)
    assert len(later_texts.received_texts(session, place)) == 1


@pytest.mark.parametrize(
    ("kind", "text", "at_the_time"),
    [
        (Received.REQUESTED, " \n", False),
        (Received.REQUESTED, "x" * 20_001, False),
        (Received.OFFICER_REPLY, ANSWER, True),
        (Received.MORE_INFORMATION, ANSWER, True),
    ],
)
def test_a_text_that_makes_no_sense_is_refused(session, place, lead, kind, text, at_the_time):
    with pytest.raises(Refused):
        later_texts.receive(session, place, kind, text, at_the_time=at_the_time, key=KEY, by=lead)
    assert session.scalar(select(ReceivedText.id)) is None
    assert newest(session, place).version == 1


def test_what_is_kept_is_sealed(session, place, officer, lead):
    request = ask(session, place, officer, lead)
    asking.answer(session, request.id, ANSWER, at_the_time=False, key=KEY, by=officer)
    kept = session.scalars(select(ReceivedText.sealed)).one() + session.scalars(select(InformationRequest.sealed)).one()
    assert b"Tamsin" not in kept
    assert b"07700" not in kept


def test_a_request_is_answered_once_and_by_the_one_who_was_asked(session, make, place, officer, lead):
    request = ask(session, place, officer, lead)
    for stranger in (make.user(Role.OFFICER), lead):
        with pytest.raises(NotYours):
            asking.answer(session, request.id, ANSWER, at_the_time=False, key=KEY, by=stranger)
    assert asking.count_open(session, by=officer) == 1
    asking.answer(session, request.id, ANSWER, at_the_time=False, key=KEY, by=officer)
    assert asking.count_open(session, by=officer) == 0
    with pytest.raises(Overtaken):
        asking.answer(session, request.id, ANSWER, at_the_time=False, key=KEY, by=officer)
    (asked,) = asking.requests_about(session, place, key=KEY)
    assert (asked.is_answered, asked.to, asked.by) == (True, officer.name, lead.name)


def test_a_request_can_be_taken_back_by_its_force_alone(session, make, place, officer, lead):
    request = ask(session, place, officer, lead)
    with pytest.raises(NotYours):
        asking.take_back(session, request.id, by=make.user(Role.LEAD, force="Southshire"))
    asking.take_back(session, request.id, by=make.user(Role.LEAD))
    with pytest.raises(Overtaken):
        asking.answer(session, request.id, ANSWER, at_the_time=False, key=KEY, by=officer)


def test_a_request_shows_when_it_is_overdue(session, place, officer, lead):
    ask(session, place, officer, lead)
    (asked,) = asking.requests_to(session, key=KEY, by=officer)
    assert not asked.is_overdue(now().date())
    assert asked.is_overdue(now().date() + timedelta(days=1))


@pytest.mark.parametrize(
    "wrong",
    [{"items": [], "words": " "}, {"due_on": now().date() - timedelta(days=1)}, {"words": "x" * 2_001}],
)
def test_a_request_that_makes_no_sense_is_refused(session, place, officer, lead, wrong):
    with pytest.raises(Refused):
        ask(session, place, officer, lead, **wrong)


def test_only_those_who_can_answer_are_asked(session, make, place, lead):
    stranger = make.user(Role.OFFICER, force="Southshire")
    for person in (stranger, make.user(Role.REGISTRAR)):
        with pytest.raises(Refused, match="somebody of the force"):
            ask(session, place, person, lead)
