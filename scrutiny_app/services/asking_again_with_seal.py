"""An action asked again by the force's registrar, whose reason is sealed until two people have released it."""

from datetime import date

from sqlalchemy.orm import Session

from scrutiny_app.domain.following import ActionStep, Words, check_words
from scrutiny_app.models.people import User
from scrutiny_app.services.action_texts import write_text
from scrutiny_app.services.actions import answered_action
from scrutiny_app.services.asking_again import NOT_ENOUGH, WHY, ask_again, closed_action
from scrutiny_app.services.dossiers import CaseKey


def send_back_by_force(session: Session, action_id: int, *, reason: str, due_on: date, key: CaseKey, by: User) -> None:
    """Send an answered action back for the registrar's reason; its owner reads it; raise Refused or Overtaken."""
    action = answered_action(session, action_id, by=by)
    text = check_words(reason, NOT_ENOUGH)
    ask_again(session, action, ActionStep.RETURNED, due_on=due_on, by=by)
    write_text(session, action.row, Words.TASK, text, key=key, by=by)


def reopen_by_force(session: Session, action_id: int, *, reason: str, due_on: date, key: CaseKey, by: User) -> None:
    """Open a closed action again for the registrar's reason; its owner reads it; raise Refused or Overtaken."""
    action = closed_action(session, action_id, by=by)
    text = check_words(reason, WHY)
    ask_again(session, action, ActionStep.REOPENED, due_on=due_on, by=by)
    write_text(session, action.row, Words.TASK, text, key=key, by=by)
