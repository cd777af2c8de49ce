"""A closed action opened again by the force's registrar, whose reason is sealed until two people have released it."""

from datetime import date

from sqlalchemy.orm import Session

from scrutiny_app.domain.following import Words, check_words
from scrutiny_app.models.people import User
from scrutiny_app.services.action_texts import write_text
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.reopening_actions import WHY, closed_action, open_again


def reopen_by_force(session: Session, action_id: int, *, reason: str, due_on: date, key: CaseKey, by: User) -> None:
    """Open a closed action again for the registrar's reason; its owner reads it; raise Refused or Overtaken."""
    action = closed_action(session, action_id, by=by)
    text = check_words(reason, WHY)
    open_again(session, action, due_on=due_on, by=by)
    write_text(session, action.row, Words.TASK, text, key=key, by=by)
