"""Letters that went out and that nobody has said they read: of each, whom it waits for, and since when."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.learning import Addressee
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.standing_findings import standing_ids


class Awaited(NamedTuple):
    """One letter that is not acknowledged: its round (by id) and case, whom it is for, and since when it is out."""

    round_id: int
    reference: str
    finding_id: int
    addressee: Addressee
    since: datetime
    on_paper: bool


def awaited_letters(session: Session, rounds: Collection[Round]) -> list[Awaited]:
    """List the letters of some rounds that wait to be acknowledged, the one longest out first; opens nothing."""
    query = select(Letter, RoundCase.round_id, RoundCase.reference).join(Finding, Finding.id == Letter.finding_id)
    query = query.join(RoundCase, RoundCase.id == Finding.round_case_id)
    query = query.where(RoundCase.round_id.in_([one.id for one in rounds]), Finding.id.in_(standing_ids()))
    out = or_(Letter.sent_at.is_not(None), Letter.handed_at.is_not(None))
    query = query.where(out, Letter.acknowledged_at.is_(None), Letter.ended_at.is_(None))
    query = query.where(Letter.id.not_in(select(Reply.letter_id)))
    found = [
        Awaited(round_id, reference, one.finding_id, Addressee(one.addressee), since, one.sent_at is None)
        for one, round_id, reference in session.execute(query)
        if (since := one.sent_at or one.handed_at)
    ]
    return sorted(found, key=lambda one: (one.since, one.reference, one.addressee))
