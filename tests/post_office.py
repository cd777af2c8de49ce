"""A mail server of the tests' own: it speaks SMTP on this machine, and keeps, refuses or drops what it is given."""

import base64
import ipaddress
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scrutiny_app.settings import MailServer


@dataclass
class PostOffice:
    """What was handed in, and how the next messages are answered; `dropping` hangs up when it has taken one.

    `tls` is what STARTTLS begins with here, None where it is not offered; `broken` offers it and then cannot. Who is to
    sign in does so with `account`, a user and a password. Nobody of `unknown` has a letter box.
    """

    port: int = 0
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    in_clear: list[str] = field(default_factory=list)
    refusing: bool = False
    dropping: bool = False
    broken: bool = False
    tls: ssl.SSLContext | None = None
    account: tuple[str, str] | None = None
    unknown: frozenset[str] = frozenset()

    @property
    def server(self) -> MailServer:
        """Give the settings that lead here."""
        security = "starttls" if self.tls else "plain"
        return MailServer("127.0.0.1", self.port, security, "scrutiny@example.org", *(self.account or ("", "")))

    def offers(self, *, secure: bool) -> list[str]:
        """List what is told to a client that says hello."""
        tls = ["STARTTLS"] if (self.tls or self.broken) and not secure else []
        return ["post office", *tls, *(["AUTH PLAIN"] if self.account and (secure or not self.tls) else [])]

    def is_known(self, words: str) -> bool:
        """Say whether the user and password of AUTH PLAIN are those of the account."""
        return base64.b64decode(words).decode().split("\0")[1:] == list(self.account or ())


class _Line(socketserver.StreamRequestHandler):
    """One connection."""

    office: PostOffice
    secure = signed_in = False
    to = ""

    def handle(self) -> None:
        """Answer commands until the client leaves."""
        self._say("220 ready")
        while line := self.rfile.readline().decode().strip():
            if not self.secure:
                self.office.in_clear.append(line)
            verb, _, rest = line.partition(" ")
            answers: dict[str, Callable[[str], object]] = {
                "EHLO": self._hello,
                "STARTTLS": self._encrypt,
                "AUTH": self._sign_in,
                "MAIL": self._begin,
            }
            answers |= {"RCPT": self._address, "DATA": self._receive}
            if verb.upper() == "QUIT":
                self._say("221 bye")
                return
            if answers.get(verb.upper(), lambda _: self._say("250 ok"))(rest):
                return

    def finish(self) -> None:
        """Close what the line was read and written by, and what encrypts it."""
        super().finish()
        if isinstance(self.connection, ssl.SSLSocket):
            self.connection.close()

    def _hello(self, _: str) -> None:
        *most, last = self.office.offers(secure=self.secure)
        for words in most:
            self._say(f"250-{words}")
        self._say(f"250 {last}")

    def _encrypt(self, _: str) -> None:
        if self.office.tls is None:
            self._say("454 not today")
            return
        self._say("220 go on")
        super().finish()
        self.connection = self.office.tls.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.secure = True

    def _sign_in(self, words: str) -> None:
        self.signed_in = self.office.is_known(words.partition(" ")[2])
        self._say("235 welcome" if self.signed_in else "535 no such user or password")

    def _begin(self, _: str) -> None:
        self._say("250 ok" if self.signed_in or not self.office.account else "530 sign in first")

    def _address(self, words: str) -> None:
        self.to = words.partition("<")[2].partition(">")[0]
        refused = self.office.refusing or self.to in self.office.unknown
        self._say(f"550 nobody of the name {self.to}" if refused else "250 ok")

    def _receive(self, _: str) -> bool:
        self._say("354 go on")
        self._take(self.to)
        if not self.office.dropping:
            self._say("250 taken")
        return self.office.dropping

    def _take(self, to: str) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        parsed = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        self.office.taken.append((to, parsed))

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def opened(certificate: Path | None = None, **kinds: Any) -> Iterator[PostOffice]:
    """Open a post office for as long as the test lasts; with a certificate and its key in one file, behind TLS."""
    office = PostOffice(**kinds)
    line = type("Line", (_Line,), {"office": office})
    with _Counter(("127.0.0.1", 0), line) as server:
        server.daemon_threads = True
        if certificate:
            server.socket = context_of(certificate).wrap_socket(server.socket, server_side=True)
        office.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield office
        server.shutdown()
        thread.join()


class _Counter(socketserver.ThreadingTCPServer):
    """Where clients come; one that hangs up in the middle, as who does not trust a certificate, is no news."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


def context_of(certificate: Path) -> ssl.SSLContext:
    """Make what a server with this certificate and key begins TLS with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def write_certificate(file: Path) -> Path:
    """Write a new certificate for this machine's own address, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post office")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(pem, private, serialization.NoEncryption()) + made.public_bytes(pem))
    return file
