"""The right of reply: an officer's answer to a letter is put before the panel, redacted and checked like a case."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.received import Received
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.people import User
from scrutiny_app.models.received import ReceivedText
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import later_texts
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.letters import open_replies


def put_before_panel(session: Session, reply_id: int, *, key: CaseKey, by: User) -> ReceivedText:
    """Let a reply join its case as a text that came later; a panel reads it once it is checked and approved.

    Raises Overtaken where it was put there before, NotYours where it is no reply to a letter of the person's force.
    """
    query = (
        select(Reply, Letter, RoundCase)
        .join(Letter, Letter.id == Reply.letter_id)
        .join(Finding, Finding.id == Letter.finding_id)
        .join(RoundCase, RoundCase.id == Finding.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
    )
    row = session.execute(query.where(Reply.id == reply_id, Round.force == by.force)).one_or_none()
    if row is None:
        raise NotYours
    reply, letter, place = row
    text = next(answer.text for answer in open_replies(letter, key) if answer.reply.id == reply.id)
    return later_texts.receive(session, place, Received.OFFICER_REPLY, text, source_id=reply.id, key=key, by=by)


def put_already(session: Session, replies: Collection[int]) -> set[int]:
    """Say which of some replies, by their ids, have been put before the panel."""
    query = select(ReceivedText.source_id).where(ReceivedText.kind == Received.OFFICER_REPLY)
    return {found for found in session.scalars(query.where(ReceivedText.source_id.in_(replies))) if found}
