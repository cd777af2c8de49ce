"""One message, and handing it to a mail server; nothing that a server answers is passed on, for it may quote names."""

import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Protocol

from scrutiny_app.files.calendar import Appointment, write_calendar

TIMEOUT = 20.0  # seconds for each of the server's answers


class Server(Protocol):
    """Where messages are handed in, and as whom; `security` is "plain", "starttls" or "tls"."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def security(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def sender(self) -> str: ...


@dataclass(frozen=True)
class Mail:
    """One message to one person; its id stays the same however often it is tried."""

    to: str
    subject: str
    body: str
    message_id: str
    written_at: datetime
    appointment: Appointment | None = None


class NotTaken(Exception):
    """The mail server did not take a message; the kind of fault is said, in no words of the server's."""


WHY = (
    (smtplib.SMTPAuthenticationError, "it does not accept the user and password of SCRUTINY_SMTP_URL"),
    (smtplib.SMTPNotSupportedError, "it offers no encryption, or no sign-in, so nothing was handed over in clear"),
    (smtplib.SMTPRecipientsRefused, "it refuses the address: have the person look at theirs"),
    (smtplib.SMTPSenderRefused, "it refuses the sender: look at “from” in SCRUTINY_SMTP_URL"),
    (smtplib.SMTPServerDisconnected, "it hung up in the middle"),
    (smtplib.SMTPException, "it refused: its own log says why"),
    (ssl.SSLError, "its certificate is not trusted, or its encryption fails"),
    (OSError, "it does not answer: see that it runs and can be reached"),
)


def as_message(mail: Mail, sender: str) -> EmailMessage:
    """Write a message as it travels, with its calendar file where it has one."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, mail.to, mail.subject
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = f"<{mail.message_id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    if one := mail.appointment:
        asked = {"method": one.method, "charset": "utf-8"}
        file = write_calendar(one)
        message.add_attachment(file, maintype="text", subtype="calendar", filename="meeting.ics", params=asked)
    return message


def send(mail: Mail, server: Server) -> None:
    """Hand a message to the server; raise NotTaken where it does not take it."""
    try:
        with _connected(server) as line:
            line.send_message(as_message(mail, server.sender))
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        raise NotTaken(_in_words(fault)) from None


def _in_words(fault: Exception) -> str:
    named = type(fault).__name__
    return next((f"{named}: {words}" for kind, words in WHY if isinstance(fault, kind)), named)


def _connected(server: Server) -> smtplib.SMTP:
    if server.user and server.security == "plain":
        raise smtplib.SMTPNotSupportedError  # a password never travels in clear, whatever the server offers
    context = ssl.create_default_context()
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        if server.security == "starttls":
            line.starttls(context=context)
        if server.user:
            line.login(server.user, server.password)
    except BaseException:
        line.close()
        raise
    return line
