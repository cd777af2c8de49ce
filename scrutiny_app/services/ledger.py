"""The ledger: who saw which case, when, and in which version, as the trail has it.

It serves recusal: a person asks for their own reading at any time, the lead and the registrar for a round's once its
cases have been revealed, for before that it would show who has come how far.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import LedgerRead, ReleaseRead
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.pack_copies import PackCopy
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import trail
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import in_round


@dataclass(frozen=True)
class Seen:
    """One person's reading of one case; the reference is None where a conflict has taken it from them."""

    round: Round
    reference: str | None
    person: str
    versions: tuple[int, ...]
    times: int
    first: datetime
    last: datetime


@dataclass(frozen=True)
class Held:
    """One copy of a round's cases that was made for a person to read away from the screen."""

    round: Round
    serial: str
    form: str
    made_at: datetime


@dataclass
class _Reading:
    releases: list[int]
    first: datetime
    last: datetime


def own_ledger(session: Session, reference: str | None = None, *, by: User) -> tuple[list[Seen], list[Held]]:
    """List what a person has read themselves, newest first, and the copies made for them; of one case where named."""
    query = select(TrailEntry).where(TrailEntry.actor == trail.actor_code(by))
    readings = _readings(session.scalars(query.where(TrailEntry.event == ReleaseRead.__name__)))
    seen = _seen(session, {(case, by.id): one for (case, _), one in readings.items()})
    if reference:
        seen = [one for one in seen if one.reference == reference.strip().upper()]

    copies = select(Round, PackCopy).join(PackCopy, PackCopy.round_id == Round.id).where(PackCopy.reader_id == by.id)
    held = [
        Held(round_, copy.serial, copy.form, copy.made_at)
        for round_, copy in session.execute(copies.order_by(PackCopy.id.desc()))
    ]
    trail.record(session, LedgerRead(None, by.id), by=by)
    return seen, held


def round_ledger(session: Session, round_: Round, *, by: User) -> list[Seen]:
    """List who read the round's revealed cases, by case and person, and record that it was asked."""
    if by.force != round_.force:
        raise NotYours
    query = select(TrailEntry).where(TrailEntry.round_id == round_.id, TrailEntry.event == ReleaseRead.__name__)
    readings = _readings(session.scalars(query.order_by(TrailEntry.position)))

    shown = select(Reveal.round_case_id).join(RoundCase, Reveal.round_case_id == RoundCase.id)
    revealed = set(session.scalars(shown.where(*in_round(round_))))
    seen = _seen(session, {key: one for key, one in readings.items() if key[0] in revealed}, even_conflicts=True)

    trail.record(session, LedgerRead(round_.id, None), by=by)
    return sorted(seen, key=lambda one: (one.reference or "", one.person))


def _readings(entries: Iterable[TrailEntry]) -> dict[tuple[int, int], _Reading]:
    """Gather entries by case and person."""
    found: dict[tuple[int, int], _Reading] = {}
    for entry in entries:
        facts = json.loads(entry.facts)
        key = facts["round_case_id"], int(entry.actor.removeprefix("user:"))
        reading = found.setdefault(key, _Reading([], entry.at, entry.at))
        reading.releases.append(facts["release_id"])
        reading.first, reading.last = min(reading.first, entry.at), max(reading.last, entry.at)
    return found


def _seen(session: Session, readings: dict[tuple[int, int], _Reading], *, even_conflicts: bool = False) -> list[Seen]:
    versions = _versions(session, [release for one in readings.values() for release in one.releases])
    found = []
    for (case, user_id), one in readings.items():
        query = select(RoundCase.reference, Round, User.name, has_conflict(case, user_id))
        query = query.join(Round, RoundCase.round_id == Round.id).join(User, User.id == user_id)
        reference, round_, person, aside = session.execute(query.where(RoundCase.id == case)).one()
        kept = None if aside and not even_conflicts else reference
        numbers = tuple(sorted({versions[release] for release in one.releases}))
        found.append(Seen(round_, kept, person, numbers, len(one.releases), one.first, one.last))
    return sorted(found, key=lambda one: one.last, reverse=True)


def _versions(session: Session, releases: Sequence[int]) -> dict[int, int]:
    rows = session.execute(select(Release.id, Release.version).where(Release.id.in_(set(releases)))).all()
    return {row.id: row.version for row in rows}


def count_unrevealed(session: Session, round_: Round) -> int:
    """Count the round's cases of which the ledger does not tell yet."""
    shown = select(Reveal.round_case_id)
    query = select(func.count(RoundCase.id)).where(*in_round(round_), RoundCase.id.not_in(shown))
    return session.scalar(query) or 0
