"""A closed action opened again by whoever may close one: with a reason, which its owner reads as what is asked."""

from datetime import date

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ActionState, ActionStep
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import Followed, check_day, check_panel_words, find_action, give_words, take_step

WHY = "why it is open again, and what is still to be done"


def reopen_by_panel(session: Session, action_id: int, *, reason: str, due_on: date, by: User) -> None:
    """Open a closed action again for the chair's reason, which the panel reads at once; raise Refused or Overtaken."""
    action = closed_action(session, action_id, by=by)
    text = check_panel_words(session, action.round, reason, WHY)
    open_again(session, action, due_on=due_on, by=by)
    give_words(session, action.row, text, by=by)


def closed_action(session: Session, action_id: int, *, by: User) -> Followed:
    """Find a closed action for somebody who may open it; raise NotYours, Refused for its owner, or Overtaken."""
    action = find_action(session, action_id, by=by)
    if not allows(by.role, Permission.CLOSE_ACTION):
        raise NotYours
    if action.row.owner_id == by.id:
        raise Refused("You own this action, so somebody else must open it again.")
    if action.state is not ActionState.CLOSED:
        raise Overtaken("This action is not closed, so it cannot be opened again; nothing was done.")
    return action


def open_again(session: Session, action: Followed, *, due_on: date, by: User) -> None:
    """Open a closed action until another day, and record it."""
    check_day(due_on)
    take_step(session, action.row, ActionStep.REOPENED, due_on=due_on, by=by)
