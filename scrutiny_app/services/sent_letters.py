"""A round's letters that have gone out, and which of them have a reply that somebody has not read yet."""

from json import loads

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import LetterRead
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail

MOST_READINGS = 1000  # of a round's letters by one person, looked back over for replies not yet read


def signed_ids(round_: Round) -> Select[int]:
    """Select the ids of a round's signed findings, superseded ones too."""
    return select(Finding.id).join(Signature).join(RoundCase).where(RoundCase.round_id == round_.id)


def sent_letters(session: Session, round_: Round) -> list[Letter]:
    """List a round's letters that were sent or handed over, those of superseded findings too."""
    gone = or_(Letter.sent_at.is_not(None), Letter.handed_at.is_not(None))
    query = select(Letter).where(Letter.finding_id.in_(signed_ids(round_)), gone).order_by(Letter.id)
    return list(session.scalars(query))


def with_new_reply(session: Session, round_: Round, *, by: User) -> list[Letter]:
    """List a round's letters with a reply that came after this person last read them; opens nothing."""
    sent = sent_letters(session, round_)
    answered = [letter for letter in sent if letter.replies and letter.replies[-1].written_by != by.id]
    if not answered:
        return []
    actor, events = f"user:{by.id}", [LetterRead.__name__]
    read = trail.newest(session, most=MOST_READINGS, actor=actor, round_id=round_.id, events=events)
    last = {loads(entry.facts)["letter_id"]: entry.at for entry in reversed(read)}
    return [one for one in answered if one.id not in last or last[one.id] < one.replies[-1].written_at]
