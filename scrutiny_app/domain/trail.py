"""The trail's chain: each entry's hash covers the entry before it, so that any change shows."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from scrutiny_app.domain.events import Event

GENESIS = "0" * 64


class Entry(NamedTuple):
    """One link of the chain, as kept; `facts` is the canonical JSON text that was hashed."""

    position: int
    at: datetime
    actor: str
    event: str
    facts: str
    previous: str
    digest: str


def canonical(facts: Mapping[str, object]) -> str:
    """Write facts as JSON with sorted keys and no spaces, so that equal facts give equal bytes."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def entry_digest(position: int, at: datetime, actor: str, event: str, facts: str, previous: str) -> str:
    """Hash one entry together with the digest of the one before: SHA-256 over six lines of UTF-8 text."""
    moment = (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat(timespec="microseconds")
    return hashlib.sha256("\n".join((str(position), moment, actor, event, facts, previous)).encode()).hexdigest()


def link(previous: Entry | None, at: datetime, actor: str, event: Event) -> Entry:
    """Make the entry that follows another, or the first one."""
    position, before = (previous.position + 1, previous.digest) if previous else (1, GENESIS)
    name, facts = type(event).__name__, canonical(event.facts())
    return Entry(position, at, actor, name, facts, before, entry_digest(position, at, actor, name, facts, before))


def faults(entries: Iterable[Entry], previous: str = GENESIS, position: int = 1) -> Iterator[int]:
    """Yield the positions at which a chain does not hold, beginning from a known digest and position."""
    for entry in entries:
        whole = entry_digest(entry.position, entry.at, entry.actor, entry.event, entry.facts, entry.previous)
        if entry.position != position or entry.previous != previous or entry.digest != whole:
            yield entry.position
        previous, position = entry.digest, entry.position + 1
