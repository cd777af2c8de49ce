"""An action asked of its owner again by whoever may close one: sent back as not enough yet, or opened after it closed.

Its owner reads the reason as what is asked; the chair's is the panel's own words, which the panel reads at once.
"""

from datetime import date

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.following import ActionState, ActionStep
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import (
    answered_action,
    check_day,
    check_panel_words,
    check_read,
    give_words,
    others_action,
    take_step,
)
from scrutiny_app.services.followed import Followed

NOT_ENOUGH = "what is not enough yet, and what is still to be done"
WHY = "why it is open again, and what is still to be done"


def send_back_by_panel(session: Session, action_id: int, *, reason: str, due_on: date, by: User) -> None:
    """Send an answered action back for the chair's reason; raise Refused for its owner, or an answer not released."""
    action = answered_action(session, action_id, by=by)
    check_read(action, by)
    text = check_panel_words(session, action.round, reason, NOT_ENOUGH)
    ask_again(session, action, ActionStep.RETURNED, due_on=due_on, by=by)
    give_words(session, action.row, text, by=by)


def reopen_by_panel(session: Session, action_id: int, *, reason: str, due_on: date, by: User) -> None:
    """Open a closed action again for the chair's reason, which the panel reads at once; raise Refused or Overtaken."""
    action = closed_action(session, action_id, by=by)
    text = check_panel_words(session, action.round, reason, WHY)
    ask_again(session, action, ActionStep.REOPENED, due_on=due_on, by=by)
    give_words(session, action.row, text, by=by)


def closed_action(session: Session, action_id: int, *, by: User) -> Followed:
    """Find a closed action for somebody who may open it; raise NotYours, Refused for its owner, or Overtaken."""
    action = others_action(session, action_id, "open it again", by=by)
    if action.state is not ActionState.CLOSED:
        raise Overtaken("This action is not closed, so it cannot be opened again; nothing was done.")
    return action


def ask_again(session: Session, action: Followed, step: ActionStep, *, due_on: date, by: User) -> None:
    """Give an action back to its owner until another day, and record it."""
    check_day(due_on)
    take_step(session, action.row, step, due_on=due_on, by=by)
