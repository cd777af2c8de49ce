"""Recording deeds on the trail, in the transaction of the deed, and proving that the trail is whole.

If the entry cannot be written, the deed fails. Writing transactions are serial (see database), so the newest entry
stays the newest until this one is committed.
"""

import hashlib
import json
import secrets
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, cast

from sqlalchemy import Table, func, insert, lambda_stmt, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import trail
from scrutiny_app.domain.events import Event, TrailVerified
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import CommandLine, Nobody
from scrutiny_app.models.people import User
from scrutiny_app.models.trail import Reason, TrailEntry
from scrutiny_app.services.plain_rows import plain_rows

Actor = User | CommandLine | Nobody


def now() -> datetime:
    """Give the present moment in UTC: the one clock that services read."""
    return datetime.now(UTC)


def today_in_london() -> date:
    """Give the day that it is by the clocks of London: by it dates are judged, and whatever is due or ends."""
    return now().astimezone(LONDON).date()


def actor_code(by: Actor) -> str:
    """Write who did a deed as the trail keeps it: an id, never a person's name."""
    match by:
        case User():
            return f"user:{by.id}"
        case CommandLine():
            return f"command-line:{by.os_user}"
        case Nobody():
            return "nobody"


# Put together once: every page that shows a case records that it was read.
_COLUMNS = (
    TrailEntry.position,
    TrailEntry.at,
    TrailEntry.actor,
    TrailEntry.event,
    TrailEntry.facts,
    TrailEntry.previous,
    TrailEntry.digest,
)
_HEAD = lambda_stmt(lambda: select(*_COLUMNS).order_by(TrailEntry.position.desc()).limit(1), enable_tracking=False)
_APPEND = insert(cast("Table", TrailEntry.__table__))


def record(session: Session, *events: Event, by: Actor) -> None:
    """Append events to the trail in the caller's transaction."""
    newest_, rows = head(session), list[dict[str, Any]]()
    for event in events:
        newest_ = trail.link(newest_, now(), actor_code(by), event)
        rows.append(newest_._asdict() | {"round_id": getattr(event, "round_id", None)})
    plain_rows(session, _APPEND, rows)


def keep_reason(session: Session, text: str) -> str:
    """Keep a reason in its erasable row and give its salted SHA-256 for the entry."""
    reason = Reason(salt=secrets.token_hex(16), text=text, written_at=now())
    session.add(reason)
    return hashlib.sha256((reason.salt + reason.text).encode()).hexdigest()


def as_entry(row: TrailEntry) -> trail.Entry:
    """Give a kept row as the domain's value."""
    return trail.Entry(row.position, row.at, row.actor, row.event, row.facts, row.previous, row.digest)


def head(session: Session) -> trail.Entry | None:
    """Give the newest entry, or None where nothing has been recorded."""
    row = plain_rows(session, _HEAD, {}).first()
    return trail.Entry._make(row) if row else None


def entries(session: Session, after: int = 0) -> Iterator[trail.Entry]:
    """Read the chain in order, from behind a position, without holding it all."""
    query = select(*_COLUMNS).where(TrailEntry.position > after).order_by(TrailEntry.position)
    for row in session.execute(query, execution_options={"yield_per": 2000}):
        yield trail.Entry(*row)


def newest(
    session: Session,
    *,
    most: int = 100,
    before: int | None = None,
    actor: str | None = None,
    round_id: int | None = None,
    events: Collection[str] = (),
) -> list[trail.Entry]:
    """List entries, newest first: of one actor, one round or some events where those are given."""
    query = select(TrailEntry).order_by(TrailEntry.position.desc()).limit(most)
    if before is not None:
        query = query.where(TrailEntry.position < before)
    if actor is not None:
        query = query.where(TrailEntry.actor == actor)
    if round_id is not None:
        query = query.where(TrailEntry.round_id == round_id)
    if events:
        query = query.where(TrailEntry.event.in_(events))
    return [as_entry(row) for row in session.scalars(query)]


def line(entry: trail.Entry) -> str:
    """Write an entry as a line of JSON that holds all that its digest was reckoned from."""
    kept = entry._asdict() | {"at": entry.at.astimezone(UTC).isoformat(timespec="microseconds")}
    return json.dumps(kept)


def verify_new(session: Session) -> tuple[int, list[int]]:
    """Re-hash what was recorded since the chain was last found whole: how many entries, and the first faults."""
    checked = session.scalar(
        select(TrailEntry)
        .where(TrailEntry.event == TrailVerified.__name__, TrailEntry.facts.contains('"intact":true'))
        .order_by(TrailEntry.position.desc())
        .limit(1)
    )
    facts: dict[str, Any] = json.loads(checked.facts) if checked else {"entries": 0, "head": trail.GENESIS}
    chain = entries(session, after=facts["entries"])
    broken = list(islice(trail.faults(chain, facts["head"], facts["entries"] + 1), 10))
    total = session.scalar(select(func.count()).select_from(TrailEntry)) or 0
    return total - facts["entries"], broken


def verify(session: Session) -> tuple[int, list[int]]:
    """Re-hash the whole chain: how many entries there are, and the first ten positions at which it does not hold."""
    total = session.scalar(select(func.count()).select_from(TrailEntry)) or 0
    return total, list(islice(trail.faults(entries(session)), 10))
