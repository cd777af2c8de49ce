"""Proof that the panel cannot read yet: that there is some is on the trail, whatever it says is sealed."""

from collections.abc import Collection
from datetime import datetime
from json import loads

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import ActionTextWritten
from scrutiny_app.domain.following import ActionState, ActionStep, Words
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail
from scrutiny_app.services.actions import Followed

MOST_TEXTS = 1000  # of a round's actions, looked back over
_ASKS = (ActionStep.RETURNED, ActionStep.REOPENED)


def proof_waits(session: Session, round_: Round, found: Collection[Followed]) -> set[int]:
    """Say of which answered actions (by id) proof was given with the answer, and is not released to the panel yet."""
    answered = [one for one in found if one.state is ActionState.ANSWERED]
    if not answered:
        return set()
    events = [ActionTextWritten.__name__]
    written = trail.newest(session, most=MOST_TEXTS, round_id=round_.id, events=events)
    told = [(loads(entry.facts), entry.at) for entry in written]
    proofs = [(facts["action_id"], at) for facts, at in told if facts["kind"] == Words.PROOF]
    return {one.row.id for one in answered if _waits(one, [at for action, at in proofs if action == one.row.id])}


def _waits(one: Followed, written: Collection[datetime]) -> bool:
    begun = max([one.row.set_at, *(deed.done_at for deed in one.deeds if deed.step in _ASKS)])
    given = [words.given_at for words in one.words if words.kind == Words.PROOF]
    return any(at >= begun for at in written) and not any(at >= begun for at in given)
