"""The mail server's address: read, or refused without ever being quoted."""

import pytest

from scrutiny_app.settings import MailServer, UnsafeSettings, read


def test_without_an_address_there_is_no_mail_server():
    assert read({}).mail is None


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://127.0.0.1?from=a@b.example", MailServer("127.0.0.1", 25, "plain", "a@b.example")),
        ("smtps://m.example:4650?from=a@b.example", MailServer("m.example", 4650, "tls", "a@b.example")),
        (
            "smtp+starttls://u%40x:p%2Fw@m.example?from=a@b.example",
            MailServer("m.example", 587, "starttls", "a@b.example", "u@x", "p/w"),
        ),
    ],
)
def test_an_address_says_how_and_as_whom(url, server):
    assert read({"SCRUTINY_SMTP_URL": url}).mail == server


@pytest.mark.parametrize(
    "url",
    [
        "http://u:hunter2hunter@m.example?from=a@b.example",
        "smtps://u:hunter2hunter@m.example",
        "smtps://u:hunter2hunter@m.example?from=nobody",
        "smtps://u:hunter2hunter@m.example?from=a@b.example%0d%0aBcc:c@d.example",
        "smtps://u:hunter2hunter@m.example:none?from=a@b.example",
        "smtp://u:hunter2hunter@m.example?from=a@b.example",
        "hunter2hunter",
    ],
)
def test_what_cannot_be_read_or_would_send_a_password_in_clear_is_refused_and_never_quoted(url):
    with pytest.raises(UnsafeSettings) as refused:
        read({"SCRUTINY_SMTP_URL": url})
    assert "SCRUTINY_SMTP_URL" in str(refused.value)
    assert "hunter2hunter" not in str(refused.value)


def test_the_password_is_not_shown_where_the_settings_are():
    settings = read({"SCRUTINY_SMTP_URL": "smtps://u:hunter2hunter@m.example?from=a@b.example"})
    assert "hunter2hunter" not in repr(settings)
