"""Handing messages to a mail server: over TLS that is trusted, and never in clear where it was asked not to be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scrutiny_app.files.mail import Mail, NotTaken, as_message, send
from tests import post_office

MAIL = Mail("member@example.org", "Scrutiny: a letter", "Grüße.\n", "notice-7", datetime(2027, 1, 2, tzinfo=UTC))


def test_a_message_is_handed_over_whole():
    with post_office.opened() as office:
        send(MAIL, office.server)
    ((to, message),) = office.taken
    assert (to, message["From"], message["To"]) == ("member@example.org", "scrutiny@example.org", "member@example.org")
    assert message.get_content() == "Grüße.\r\n"
    assert message["Message-ID"] == "<notice-7@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_trusted_server_behind_tls_takes_it_and_another_gets_nothing(tmp_path, monkeypatch):
    certificate = post_office.write_certificate(tmp_path / "post.pem")
    with post_office.opened(certificate) as office:
        server = replace(office.server, security="tls")
        with pytest.raises(NotTaken, match="SSLCertVerificationError"):
            send(MAIL, server)
        assert office.taken == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        send(MAIL, server)
    assert len(office.taken) == 1


@pytest.mark.parametrize("changes", [{"security": "starttls"}, {"user": "u", "password": "hunter2hunter"}])
def test_a_server_that_cannot_encrypt_or_asks_no_password_gets_neither_message_nor_password(changes):
    with post_office.opened() as office, pytest.raises(NotTaken) as refused:
        send(MAIL, replace(office.server, **changes))
    assert office.taken == []
    assert "hunter2hunter" not in str(refused.value)


def test_where_nobody_answers_only_the_kind_of_fault_is_said():
    with post_office.opened() as office:
        gone = office.server
    with pytest.raises(NotTaken, match="ConnectionRefusedError"):
        send(MAIL, gone)


def test_an_address_cannot_begin_a_header_of_its_own():
    with pytest.raises(ValueError, match="linefeed|newline|return"):
        as_message(replace(MAIL, to="a@example.org\r\nBcc: b@example.org"), "scrutiny@example.org")
