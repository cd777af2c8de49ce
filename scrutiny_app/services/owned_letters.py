"""The letter on the case of somebody's action: an officer knows the case by that, not by the panel's reference."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import LettersListed
from scrutiny_app.models.actions import Action
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.letters import open_letter


class OwnLetter(NamedTuple):
    """One letter that was sent to the reader: its id, and the heading that names its case as the force knows it."""

    id: int
    heading: str


def letter_on(session: Session, action: Action, *, key: CaseKey, by: User) -> OwnLetter | None:
    """Give the letter that told a person of the finding from which their action came; recorded as seen."""
    if action.finding_id is None or action.owner_id != by.id:
        return None
    query = select(Letter).where(Letter.finding_id == action.finding_id, Letter.to_user_id == by.id)
    letter = session.scalar(query.where(Letter.sent_at.is_not(None)).limit(1))
    if letter is None:
        return None
    trail.record(session, LettersListed(action.round_id, 1), by=by)
    return OwnLetter(letter.id, open_letter(letter, key).heading)
