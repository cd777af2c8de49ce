"""What the trail keeps back until a case is revealed: who has read it, graded it or read on, and when.

Until then the lead alone is told how many grades are in. Entries that say more stay on the chain, where a verification
counts them in; read or taken away, they are an entry's number and digests, which any later copy can be held against.
"""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.trail import Entry
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail

UNTIL_REVEAL = frozenset({"ReleaseRead", "GradeGiven", "PolicyChecksAsked", "LaterFactsAsked"})


def shown(session: Session, entries: Collection[Entry]) -> list[Entry]:
    """List those entries that may be read now."""
    blind = _blind_cases(session)
    return [entry for entry in entries if not _is_kept_back(entry, blind)]


def lines(session: Session) -> Iterator[str]:
    """Write the whole trail, an entry a line of JSON; of what is kept back, its place in the chain alone."""
    blind = _blind_cases(session)
    for entry in trail.entries(session):
        if _is_kept_back(entry, blind):
            chained = {"position": entry.position, "previous": entry.previous, "digest": entry.digest}
            yield json.dumps(chained | {"kept_back": True})
        else:
            yield trail.line(entry)


def _blind_cases(session: Session) -> frozenset[int]:
    """Give the ids of the cases that panels are grading unseen of each other."""
    query = select(RoundCase.id).join(Round).outerjoin(Reveal, Reveal.round_case_id == RoundCase.id)
    in_hand = (Round.opened_at.is_not(None), Round.dropped_at.is_(None), RoundCase.withdrawn_at.is_(None))
    return frozenset(session.scalars(query.where(*in_hand, Reveal.round_case_id.is_(None))))


def _is_kept_back(entry: Entry, blind: Collection[int]) -> bool:
    return entry.event in UNTIL_REVEAL and json.loads(entry.facts)["round_case_id"] in blind
