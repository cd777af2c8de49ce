"""A mail server of the tests' own: it speaks SMTP on this machine, and keeps, refuses or drops what it is given."""

import ipaddress
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scrutiny_app.settings import MailServer


@dataclass
class PostOffice:
    """What was handed in, and how the next messages are answered; `dropping` hangs up when it has taken one."""

    port: int = 0
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    refusing: bool = False
    dropping: bool = False

    @property
    def server(self) -> MailServer:
        """Give the settings that lead here."""
        return MailServer("127.0.0.1", self.port, "plain", "scrutiny@example.org")


class _Line(socketserver.StreamRequestHandler):
    """One connection."""

    office: PostOffice

    def handle(self) -> None:
        """Answer commands until the client leaves."""
        self._say("220 ready")
        to = ""
        while line := self.rfile.readline().decode().strip():
            verb = line.partition(" ")[0].upper()
            if verb == "RCPT":
                to = line.partition("<")[2].partition(">")[0]
                self._say("550 nobody of that name" if self.office.refusing else "250 ok")
            elif verb == "DATA":
                self._say("354 go on")
                self._take(to)
                if self.office.dropping:
                    return
                self._say("250 taken")
            else:
                self._say("221 bye" if verb == "QUIT" else "250 ok")
                if verb == "QUIT":
                    return

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
def opened(certificate: Path | None = None) -> Iterator[PostOffice]:
    """Open a post office for as long as the test lasts; with a certificate and its key in one file, behind TLS."""
    office = PostOffice()
    line = type("Line", (_Line,), {"office": office})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), line) as server:
        server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        office.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield office
        server.shutdown()
        thread.join()


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
