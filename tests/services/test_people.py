"""People: who may be added, and what a password is kept as."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.services import people, signing_in, trail
from tests.making import FORCE, PASSWORD, TESTER


def add(session, **changes):
    given = {"username": "jlead", "name": "J Lead", "role": Role.LEAD, "password": PASSWORD, "force": FORCE}
    return people.add_person(session, **(given | changes), by=TESTER)


def test_a_password_is_kept_as_argon2id_with_64_mebibytes(session):
    assert add(session).password_hash.startswith("$argon2id$v=19$m=65536,")


def test_adding_a_person_is_on_the_trail_without_their_name(session):
    person = add(session)
    entry = trail.newest(session)[0]
    assert (entry.event, entry.actor) == ("PersonAdded", "command-line:tester")
    assert f'"user_id":{person.id}' in entry.facts
    assert "jlead" not in entry.facts


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"username": "J Lead"}, "small letters"),
        ({"name": " "}, "name"),
        ({"name": "A\x00B"}, "name"),
        ({"force": None}, "which force"),
        ({"role": Role.MEMBER, "body": None}, "which body"),
        ({"password": "too short"}, "at least 12"),
        ({"password": "jlead-jlead-jlead"}, "guessed"),
    ],
)
def test_a_person_who_lacks_something_needful_is_refused(session, changes, says):
    with pytest.raises(Refused, match=says):
        add(session, **changes)


def test_two_people_of_a_force_cannot_share_a_staff_number(session):
    add(session, staff_number="2201")
    with pytest.raises(Refused, match="staff number"):
        add(session, username="other", staff_number="2201")
    assert add(session, username="elsewhere", force="Southmoor Police", staff_number="2201").id


def test_a_panels_person_belongs_to_no_force(session):
    person = add(session, role=Role.MEMBER, body=Body.LAY)
    assert person.force is None


def test_guesses_at_a_name_are_counted_whatever_its_case_and_forgotten_on_success(session):
    person = add(session)
    for _ in range(9):
        signing_in.count_guess(session, "JLead ", "127.0.0.1")
    signing_in.let_in(session, person, "force")
    signing_in.count_guess(session, "jlead", "127.0.0.1")
    for _ in range(9):
        signing_in.count_guess(session, "jlead", "127.0.0.1")
    with pytest.raises(signing_in.TooManyGuesses):
        signing_in.count_guess(session, "jlead", "127.0.0.1")


def test_one_address_may_not_try_a_hundred_names(session):
    for number in range(100):
        signing_in.count_guess(session, f"name{number}", "127.0.0.9")
    with pytest.raises(signing_in.TooManyGuesses):
        signing_in.count_guess(session, "another", "127.0.0.9")
    signing_in.count_guess(session, "another", "127.0.0.8")


def test_a_username_with_what_no_keyboard_makes_is_merely_wrong(session):
    add(session)
    signing_in.count_guess(session, "jle\x00ad", "127.0.0.1")
    assert signing_in.recognise(session, "nobody\x00", "whatever it is") is None
    signing_in.refuse_sign_in(session, "nobody\x00", "name or password")


def test_nobodys_hash_costs_what_a_persons_does():
    assert not signing_in.HASHER.check_needs_rehash(signing_in._NOBODYS_HASH)
