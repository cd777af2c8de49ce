"""Sealing what identifies anyone, and opening it again: the one place that touches the case key.

AES-256-GCM with a fresh 96-bit nonce before each sealed text. What is sealed is bound to its place (table, ids,
version), so that a sealed value moved to another row does not open.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.orm import Session

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.models.dossiers import Dossier

NONCE = 12
KEY = 32
TOGETHER = 250  # sealed with nonces that the system is asked for at once


class CannotOpen(Exception):
    """A sealed value that this key does not open, or that was changed or moved."""


@dataclass(frozen=True, repr=False)
class CaseKey:
    """The key to every dossier; never shown, logged or passed to the panel's side."""

    secret: bytes

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(self.secret)

    @cached_property
    def _marking(self) -> hmac.HMAC:
        return hmac.new(hmac.digest(self.secret, b"fingerprint", "sha256"), digestmod="sha256")

    def seal(self, value: object, place: str) -> bytes:
        """Seal a JSON value for one place."""
        return self.seal_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), place)

    def seal_bytes(self, plain: bytes, place: str) -> bytes:
        """Seal bytes for one place."""
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def seal_all(self, values: Iterable[tuple[bytes | memoryview, str]]) -> Iterator[bytes]:
        """Seal many, each for its place: as `seal_bytes` does, sooner."""
        encrypt, coming = self._cipher.encrypt, iter(values)
        while some := list(islice(coming, TOGETHER)):
            fresh = os.urandom(NONCE * len(some))
            for at, (plain, place) in enumerate(some):
                nonce = fresh[NONCE * at : NONCE * (at + 1)]
                yield nonce + encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> Any:
        """Give back the value sealed for a place; raise CannotOpen where key, place or bytes are not the same."""
        return json.loads(self.open_bytes(sealed, place))

    def open_bytes(self, sealed: bytes, place: str) -> bytes:
        """Give back the bytes sealed for a place; raise CannotOpen where key, place or bytes are not the same."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
        except InvalidTag:
            raise CannotOpen(f"{place} does not open with this case key") from None

    def fingerprint(self, value: object) -> str:
        """Give a keyed digest by which equal values are known as equal, and which tells nothing without the key."""
        plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return self.fingerprint_bytes(plain.encode())

    def fingerprint_bytes(self, plain: bytes) -> str:
        """Give the same of bytes."""
        marking = self._marking.copy()
        marking.update(plain)
        return marking.hexdigest()


def make_key_file(path: Path) -> None:
    """Make a new case key in a file that its owner alone can read; an existing file is never touched."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY))


def read_key(path: Path) -> CaseKey:
    """Read the case key; raise CannotOpen where the file is not a key or others may read it."""
    secret = path.read_bytes()
    if len(secret) != KEY:
        raise CannotOpen(f"{path} is not a case key: it must hold exactly {KEY} bytes")
    if path.stat().st_mode & 0o077:
        raise CannotOpen(f"{path} can be read by others: run chmod 600 on it")
    return CaseKey(secret)


def dossier_place(case_id: int, version: int) -> str:
    """Name the place to which a dossier is bound."""
    return f"dossier:{case_id}:{version}"


def open_dossier(session: Session, case_id: int, version: int, key: CaseKey) -> dict[str, Any]:
    """Open one version of a case's record: every field of domain.cases by name, None where not recorded."""
    dossier = session.get(Dossier, (case_id, version))
    if dossier is None:
        raise NotYours
    return as_record(key.open(dossier.sealed, dossier_place(case_id, version)))


def as_record(kept: dict[str, Any]) -> dict[str, Any]:
    """Give a kept record every field of domain.cases, None where not recorded: those are left out when it is kept."""
    return dict.fromkeys(FIELD) | kept
