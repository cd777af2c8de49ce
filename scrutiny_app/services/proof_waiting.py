"""Proof that the panel cannot read yet: that there is some is on the trail, whatever it says is sealed."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from json import loads

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import ActionTextWritten
from scrutiny_app.domain.following import ActionState, Words
from scrutiny_app.models.rounds import Round
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.followed import Followed


def proof_waits(session: Session, round_: Round, found: Collection[Followed]) -> set[int]:
    """Say of which answered actions (by id) proof was given with the answer, and is not released to the panel yet."""
    answered = [one for one in found if one.state is ActionState.ANSWERED]
    if not answered:
        return set()
    written = proof_written(session, [round_.id])
    return {one.row.id for one in answered if not one.is_proved and _written_since(one, written[one.row.id])}


def proof_written(session: Session, rounds: Collection[int]) -> dict[int, list[datetime]]:
    """Give the times at which the force wrote proof of what was done with the actions of rounds, by action's id."""
    found = defaultdict[int, list[datetime]](list)
    query = select(TrailEntry.facts, TrailEntry.at).where(TrailEntry.event == ActionTextWritten.__name__)
    for written, at in session.execute(query.where(TrailEntry.round_id.in_(rounds))):
        facts = loads(written)
        if facts["kind"] == Words.PROOF:
            found[facts["action_id"]].append(at)
    return found


def _written_since(one: Followed, written: Collection[datetime]) -> bool:
    return any(at >= one.asked_at for at in written)
