"""Verifying the trail from the database, beside merely reading the rows and hashing them."""

import hashlib
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, text

from scrutiny_app.database import Database, migrate
from scrutiny_app.domain.events import PanelMade
from scrutiny_app.domain.trail import Entry, link
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import trail

ENTRIES = 200_000


def measure(folder: Path) -> Iterator[str]:
    """Fill a trail, verify it, and compare."""
    url = f"sqlite:///{folder / 'trail.db'}"
    migrate(url)
    database = Database(url)
    fill(database)
    floor, took = best(lambda: bare(database)), best(lambda: verify(database))
    database.engine.dispose()
    yield f"verify a trail of {ENTRIES:,}: {took:.2f} s, {took / floor:.2f} x reading the rows and hashing them"


def fill(database: Database) -> None:
    """Write a chain, in one transaction."""
    last: Entry | None = None
    rows = []
    for number in range(ENTRIES):
        last = link(last, datetime.now(UTC), f"user:{number % 50}", PanelMade(number))
        rows.append(last._asdict() | {"round_id": None})
    with database.transaction() as session:
        session.execute(insert(TrailEntry), rows)


def verify(database: Database) -> None:
    """Verify as the product does."""
    with database.reading() as session:
        assert trail.verify(session) == (ENTRIES, [])


def bare(database: Database) -> None:
    """Read the rows and hash what is in them, and nothing else."""
    with database.reading() as session:
        rows = session.execute(text("SELECT position, at, actor, event, facts, previous FROM trail ORDER BY position"))
        for row in rows:
            hashlib.sha256("\n".join(map(str, row)).encode()).hexdigest()


def best(measured: Callable[[], object], times: int = 3) -> float:
    """Give the shortest of a few runs, in seconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        measured()
        took.append(time.perf_counter() - began)
    return min(took)
