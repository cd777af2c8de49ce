"""What the place of use decides: one frozen set of settings, read once from SCRUTINY_* variables.

What would be unsafe is refused here, before anything is opened.
"""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class UnsafeSettings(Exception):
    """The settings would put case data at risk, or cannot be read; the message names the variable and the remedy."""


class Portal(StrEnum):
    """Which side's pages a process serves; `all` is for the demonstration alone."""

    ALL = "all"
    FORCE = "force"
    PANEL = "panel"


@dataclass(frozen=True)
class MailServer:
    """Where notices are handed in, and as whom; the password is in no message and no log."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Settings:
    """How this process runs; `case_key_file` is None in the panel's portal, which is never given the key."""

    instance: Path = Path("instance")
    database_url: str = ""
    portal: Portal = Portal.FORCE
    case_key_file: Path | None = None
    secret_key_file: Path = Path("instance/secret.key")
    host: str = "127.0.0.1"
    port: int = 8000
    panel_port: int = 8001
    demo: bool = False
    public_url: str = ""
    behind_proxy: bool = False
    worker: bool = True
    mail: MailServer | None = None

    def __post_init__(self) -> None:
        if self.portal is Portal.ALL and not self.demo:
            raise UnsafeSettings(
                "SCRUTINY_PORTAL=all puts both sides in one process and is for the demonstration alone: "
                "set SCRUTINY_PORTAL to force or panel, or use `scrutiny serve`, which starts both."
            )
        if self.demo and not is_loopback(self.host):
            raise UnsafeSettings(
                f"The demonstration answers this machine only, and SCRUTINY_HOST is {self.host!r}: "
                "set it to 127.0.0.1, or unset SCRUTINY_DEMO."
            )
        if self.portal is Portal.PANEL and self.case_key_file is not None:
            raise UnsafeSettings("The panel's portal must not be given the case key: unset SCRUTINY_CASE_KEY_FILE.")
        if not self.demo and not self.public_url.startswith("https://") and not is_loopback(self.host):
            raise UnsafeSettings(
                "Sign-in cookies travel over https only: set SCRUTINY_PUBLIC_URL to the https:// address people use."
            )


def is_loopback(host: str) -> bool:
    """Say whether a host name or address is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _flag(variables: Mapping[str, str], name: str, otherwise: str = "0") -> bool:
    value = (variables.get(name) or otherwise).strip().lower()
    if value in ("1", "true", "yes"):
        return True
    if value in ("0", "false", "no"):
        return False
    raise UnsafeSettings(f"{name} is {value!r}: write 1 or 0.")


def _port(variables: Mapping[str, str], name: str, otherwise: int) -> int:
    value = variables.get(name) or str(otherwise)
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise UnsafeSettings(f"{name} is {value!r}: write a number from 1 to 65535.")
    return int(value)


MAIL_SECURITY = {"smtp": ("plain", 25), "smtp+starttls": ("starttls", 587), "smtps": ("tls", 465)}
MAIL_EXAMPLE = "smtp+starttls://user:password@mail.example.org:587?from=scrutiny@example.org"


def _mail_server(url: str) -> MailServer | None:
    """Read the mail server's address, and never quote it: a password may stand in it."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host, port, scheme = parts.hostname or "", parts.port, parts.scheme
        given = parse_qs(parts.query)
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
    except ValueError:
        host, port, scheme, given = "", None, "", {}
    sender = given.get("from", [""])[0]
    local, _, domain = sender.rpartition("@")
    if scheme not in MAIL_SECURITY or not host or not local or not domain or not sender.isprintable() or " " in sender:
        raise UnsafeSettings(f"SCRUTINY_SMTP_URL cannot be read: write it as {MAIL_EXAMPLE}.")
    security, usual = MAIL_SECURITY[scheme]
    if security == "plain" and user and not is_loopback(host):
        raise UnsafeSettings(
            "SCRUTINY_SMTP_URL would send its password in clear: write smtp+starttls:// or smtps:// instead of smtp://."
        )
    return MailServer(host, port or usual, security, sender, user, password)


def read(variables: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment, or from the mapping given; raise UnsafeSettings on what cannot stand."""
    variables = os.environ if variables is None else variables
    instance = Path(variables.get("SCRUTINY_INSTANCE") or "instance").absolute()
    try:
        portal = Portal(variables.get("SCRUTINY_PORTAL") or "force")
    except ValueError:
        raise UnsafeSettings("SCRUTINY_PORTAL must be force or panel (or all, in the demonstration).") from None
    port = _port(variables, "SCRUTINY_PORT", 8000)
    key_file = variables.get("SCRUTINY_CASE_KEY_FILE")
    if not key_file and portal is not Portal.PANEL:
        key_file = str(instance / "case.key")
    return Settings(
        instance=instance,
        database_url=variables.get("SCRUTINY_DATABASE_URL") or f"sqlite:///{instance / 'scrutiny.db'}",
        portal=portal,
        case_key_file=Path(key_file) if key_file else None,
        secret_key_file=Path(variables.get("SCRUTINY_SECRET_KEY_FILE") or instance / "secret.key"),
        host=variables.get("SCRUTINY_HOST") or "127.0.0.1",
        port=port,
        panel_port=_port(variables, "SCRUTINY_PANEL_PORT", port + 1),
        demo=_flag(variables, "SCRUTINY_DEMO"),
        public_url=variables.get("SCRUTINY_PUBLIC_URL") or "",
        behind_proxy=_flag(variables, "SCRUTINY_BEHIND_PROXY"),
        worker=_flag(variables, "SCRUTINY_WORKER", "1"),
        mail=_mail_server(variables.get("SCRUTINY_SMTP_URL") or ""),
    )
