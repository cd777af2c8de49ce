"""The ledger: who saw which case, when, and in which version, as the trail has it, and who has stepped back since.

It serves recusal: a person asks for their own reading at any time, the lead and the registrar for a round's once its
cases have been revealed, for before that it would show who has come how far.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import LedgerRead, ReleaseRead
from scrutiny_app.domain.grading import STANDING
from scrutiny_app.models.grades import Conflict, Reveal
from scrutiny_app.models.pack_copies import PackCopy
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import trail
from scrutiny_app.services.rounds import in_round


@dataclass(frozen=True)
class Seen:
    """One person's reading of one case, and the conflict that has taken it from them since, if one stands.

    Where it does, the reference is None in their own list, which leads to nothing that they stepped back from. Of a
    case that a conflict kept from them before they opened it there are no times.
    """

    round: Round
    reference: str | None
    person: str
    versions: tuple[int, ...]
    times: int
    first: datetime | None
    last: datetime | None
    conflict: Conflict | None = None


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
    """List what a person has read themselves, newest first, and the copies made for them; of one case where named.

    Of a case that they name they are told that they stepped back from it, since whoever asks whether to sit must know.
    """
    query = select(TrailEntry).where(TrailEntry.actor == trail.actor_code(by))
    readings = _readings(session.scalars(query.where(TrailEntry.event == ReleaseRead.__name__)))
    seen = _seen(session, {(case, by.id): one for (case, _), one in readings.items()})
    if reference:
        seen = [one for one in seen if one.reference == reference.strip().upper()]
    else:
        seen = [*_unread(session, {case for case, _ in readings}, by), *seen]
        seen = [replace(one, reference=None) if one.conflict else one for one in seen]

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
    seen = _seen(session, {key: one for key, one in readings.items() if key[0] in revealed})

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


def _seen(session: Session, readings: dict[tuple[int, int], _Reading]) -> list[Seen]:
    versions = _versions(session, [release for one in readings.values() for release in one.releases])
    cases, people = ({key[place] for key in readings} for place in (0, 1))
    drawn = select(RoundCase.id, RoundCase.reference, Round).join(Round, RoundCase.round_id == Round.id)
    where = {row.id: row for row in session.execute(drawn.where(RoundCase.id.in_(cases)))}
    names = {row.id: row.name for row in session.execute(select(User.id, User.name).where(User.id.in_(people)))}
    standing = _standing(session, cases)
    found = []
    for (case, user_id), one in readings.items():
        numbers = tuple(sorted({versions[release] for release in one.releases}))
        told = (names[user_id], numbers, len(one.releases), one.first, one.last, standing.get((case, user_id)))
        found.append((one.last, Seen(where[case].Round, where[case].reference, *told)))
    return [seen for _, seen in sorted(found, key=itemgetter(0), reverse=True)]


def _unread(session: Session, read: Collection[int], by: User) -> list[Seen]:
    """List the cases of opened rounds from which a person stepped back before they had opened them, newest first."""
    own = select(Conflict.round_case_id).where(Conflict.user_id == by.id, Conflict.round_case_id.not_in(read))
    query = select(RoundCase.id, RoundCase.reference, Round).join(Round, RoundCase.round_id == Round.id)
    query = query.where(RoundCase.id.in_(own), Round.opened_at.is_not(None), RoundCase.withdrawn_at.is_(None))
    where = {row.id: row for row in session.execute(query)}
    kept = [one for (_, person), one in _standing(session, where).items() if person == by.id]
    rows = [(where[one.round_case_id], one) for one in sorted(kept, key=lambda one: one.id, reverse=True)]
    return [Seen(row.Round, row.reference, by.name, (), 0, None, None, one) for row, one in rows]


def _standing(session: Session, cases: Collection[int]) -> dict[tuple[int, int], Conflict]:
    newest = select(func.max(Conflict.id)).group_by(Conflict.round_case_id, Conflict.user_id)
    query = select(Conflict).where(Conflict.round_case_id.in_(cases), Conflict.state.in_(STANDING))
    kept = session.scalars(query.where(Conflict.id.in_(newest.where(Conflict.round_case_id.in_(cases)))))
    return {(one.round_case_id, one.user_id): one for one in kept}


def _versions(session: Session, releases: Sequence[int]) -> dict[int, int]:
    rows = session.execute(select(Release.id, Release.version).where(Release.id.in_(set(releases)))).all()
    return {row.id: row.version for row in rows}


def count_unrevealed(session: Session, round_: Round) -> int:
    """Count the round's cases of which the ledger does not tell yet."""
    shown = select(Reveal.round_case_id)
    query = select(func.count(RoundCase.id)).where(*in_round(round_), RoundCase.id.not_in(shown))
    return session.scalar(query) or 0
