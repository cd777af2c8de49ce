"""The right of reply: an answer to a letter joins its case once, sealed, for the lead's own force alone."""

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import Received
from scrutiny_app.services import learning, my_letters, right_of_reply
from scrutiny_app.services.right_of_reply import put_already, put_before_panel
from tests.making import KEY, Make

NUMBERS = ("officer_number", "decision_maker_number", "supervisor_number")


@pytest.fixture
def lead(make: Make):
    return make.user(Role.LEAD)


@pytest.fixture
def officer(make: Make):
    return make.user(Role.OFFICER, staff_number="2201", name="Rhys Lathom")


@pytest.fixture
def letter(session, make: Make, lead, officer):
    """Send the officer a letter about a case in which theirs is every part."""
    round_ = make.drawn(make.case(**dict.fromkeys(NUMBERS, "2201")), by=lead)
    place = make.round_cases(round_)[0]
    make.release(place)
    finding = make.finding(place, Result.INAPPROPRIATE, by=lead)
    given = {"stamp": "", "key": KEY, "by": lead}
    return learning.send_letter(session, finding.id, Addressee.OFFICER, "Dear Rhys, read this.", **given).letter


@pytest.fixture
def reply(session, letter, officer):
    return my_letters.reply(session, letter.id, "I had asked her, by telephone.", key=KEY, by=officer)


def test_who_had_every_part_in_a_case_gets_one_letter(session, make, lead, officer, letter):
    (round_,) = {one.round for one in learning.letters_by_round(session, by=lead)}
    due = learning.letters_due(session, round_, key=KEY, by=lead)
    assert [one.same_as for one in due] == [None, Addressee.OFFICER, Addressee.OFFICER]


def test_a_reply_joins_its_case_once(session, lead, reply):
    assert put_already(session, [reply.id]) == set()
    received = put_before_panel(session, reply.id, key=KEY, by=lead)
    assert (received.kind, received.source_id, received.at_the_time) == (Received.OFFICER_REPLY, reply.id, False)
    assert b"telephone" not in received.sealed
    assert put_already(session, [reply.id]) == {reply.id}
    with pytest.raises(Overtaken):
        put_before_panel(session, reply.id, key=KEY, by=lead)


def test_another_forces_reply_does_not_exist(session, make: Make, reply):
    stranger = make.user(Role.LEAD, force="Southfen Police")
    with pytest.raises(NotYours):
        right_of_reply.put_before_panel(session, reply.id, key=KEY, by=stranger)
    assert put_already(session, [reply.id]) == set()
