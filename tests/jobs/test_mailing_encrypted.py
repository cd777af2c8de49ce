"""Notices over STARTTLS with a password: what a mail server may do, and that nothing travels or is logged in clear."""

import base64
import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from scrutiny_app.domain.notices import MOST_TRIES
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.jobs import mailing
from scrutiny_app.jobs.work import DONE, MORE, Work
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import notices
from scrutiny_app.services.trail import now
from tests import post_office
from tests.making import KEY, Make

ACCOUNT = ("scrutiny", "correct horse battery")
ADDRESSES = ["chair@example.org", "member@example.org"]


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """A certificate that this machine trusts for as long as the test lasts."""
    file = post_office.write_certificate(tmp_path / "post.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.fixture
def office(certificate):
    with post_office.opened(tls=post_office.context_of(certificate), account=ACCOUNT) as office:
        yield office


@pytest.fixture
def go(instance, caplog):
    """Send what is due through a server, and give what came of each notice."""
    caplog.set_level(logging.DEBUG)

    def send(server):
        work = Work(instance.database, KEY, server)
        mailing.survey(work)
        with instance.database.reading() as session:
            found = notices.due(session)
        return [mailing.tell(work, *one) for one in found]

    return send


@pytest.fixture(autouse=True)
def round_(instance):
    """A round that two people with an address are to hear of."""
    with instance.database.transaction() as session:
        make = Make(session)
        chair = make.user(Role.CHAIR, body=Body.MAGISTRACY, email=ADDRESSES[0])
        member = make.user(Role.MEMBER, email=ADDRESSES[1])
        return make.open_round(chair, member, close_on=now().date() + timedelta(days=10))


@pytest.fixture
def private(instance, round_):
    """What no log may hold: every case, the round, whoever is written to, and the password in either dress."""
    with instance.database.reading() as session:
        cases = list(session.scalars(select(RoundCase.reference)))
    dressed = base64.b64encode(f"\0{ACCOUNT[0]}\0{ACCOUNT[1]}".encode()).decode()
    return [*cases, round_.title, round_.force, *ADDRESSES, ACCOUNT[1], dressed, "a round of cases"]


def make_due(instance):
    with instance.database.transaction() as session:
        session.execute(update(Notice).values(due_at=now()))


def spoken_of(private, words):
    return [one for one in private if one in words]


def test_notices_go_behind_starttls_with_a_password(office, go, private, caplog):
    assert go(office.server) == [DONE, DONE]
    assert sorted(to for to, _ in office.taken) == ADDRESSES
    assert {line.partition(" ")[0].upper() for line in office.in_clear} == {"EHLO", "STARTTLS"}
    assert spoken_of(private, caplog.text) == []


def test_a_wrong_password_is_told_in_words_and_tried_again_once_it_is_right(office, go, instance, private, caplog):
    assert go(replace(office.server, password="wrong horse")) == [MORE, MORE]
    assert office.taken == []
    assert "does not accept the user and password of SCRUTINY_SMTP_URL" in caplog.text
    assert "wrong horse" not in caplog.text
    assert spoken_of(private, caplog.text) == []
    assert go(office.server) == []  # it waits for its next try
    make_due(instance)
    assert go(office.server) == [DONE, DONE]


@pytest.mark.parametrize("broken", [False, True], ids=["not offered", "refused"])
def test_where_starttls_is_not_to_be_had_nothing_is_sent_in_clear(go, private, caplog, broken):
    with post_office.opened(broken=broken, account=ACCOUNT) as office:
        assert go(replace(office.server, security="starttls")) == [MORE, MORE]
    assert office.taken == []
    assert {line.partition(" ")[0].upper() for line in office.in_clear} <= {"EHLO", "STARTTLS", "QUIT"}
    assert spoken_of(private, caplog.text + " ".join(office.in_clear)) == []
    assert "did not take it" in caplog.text


def test_a_certificate_that_nobody_vouches_for_gets_no_password(office, go, monkeypatch, private, caplog):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert go(office.server) == [MORE, MORE]
    assert office.taken == []
    assert "its certificate is not trusted" in caplog.text
    assert spoken_of(private, caplog.text + " ".join(office.in_clear)) == []


def test_a_server_that_is_down_is_tried_again_until_it_answers(certificate, go, instance, private, caplog):
    with post_office.opened() as gone:
        nowhere = gone.server
    assert go(nowhere) == [MORE, MORE]
    assert "does not answer" in caplog.text
    assert spoken_of(private, caplog.text) == []
    make_due(instance)
    with post_office.opened(tls=post_office.context_of(certificate), account=ACCOUNT) as office:
        assert go(office.server) == [DONE, DONE]
    assert len(office.taken) == 2


def test_one_address_that_is_refused_keeps_nobody_else_waiting_and_is_given_up_in_the_end(
    office, go, instance, private, caplog
):
    office.unknown = frozenset(ADDRESSES[1:])
    assert sorted(go(office.server)) == sorted([DONE, MORE])
    assert [to for to, _ in office.taken] == ADDRESSES[:1]
    for _ in range(MOST_TRIES - 1):
        make_due(instance)
        assert go(office.server) == [MORE]
    make_due(instance)
    assert go(office.server) == []
    with instance.database.transaction() as session:
        found = notices.given_up(session, Make(session).user(Role.ADMINISTRATOR))
    assert [(one.user.email, one.tries) for one in found] == [(ADDRESSES[1], MOST_TRIES)]
    assert caplog.text.count("it refuses the address") == MOST_TRIES
    assert spoken_of(private, caplog.text) == []


def test_a_password_never_travels_in_clear_though_the_server_would_take_it(go, private, caplog):
    with post_office.opened(account=ACCOUNT) as office:
        assert go(office.server) == [MORE, MORE]
    assert (office.taken, office.in_clear) == ([], [])
    assert spoken_of(private, caplog.text) == []
