"""Which of the force's words about actions wait for one person, before the panel may read them."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.following import ActionState, ActionStep, state_after
from scrutiny_app.models.action_texts import ActionText
from scrutiny_app.models.actions import Action, ActionDeed, ActionWords
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round


def words_waiting(session: Session, *, by: User, round_: Round | None = None) -> list[int]:
    """List (by action's id) whose words a person may draft for the panel, or approve as drafted by somebody else.

    What was closed without them waits for nobody: whoever closed it was told so.
    """
    if not allows(by.role, Permission.EDIT_REDACTION):
        return []
    waiting = [action_id for action_id, writer in not_released(session, by.force, round_) if _may(writer, by)]
    closed = _closed(session, waiting)
    return [one for one in dict.fromkeys(waiting) if one not in closed]


def not_released(session: Session, force: str | None, round_: Round | None = None) -> list[tuple[int, User]]:
    """List each text of a force's actions that the panel does not read yet, by action's id, with who last wrote it."""
    query = select(ActionText, User).join(User, ActionText.written_by == User.id)
    query = query.join(Action, ActionText.action_id == Action.id).where(Action.force == force)
    if round_ is not None:
        query = query.where(Action.round_id == round_.id)
    rows = [(text, writer) for text, writer in session.execute(query.order_by(ActionText.id))]
    newest = {(text.action_id, text.sealed): (text, writer) for text, writer in rows}
    given = _given(session, {text.action_id for text, _ in rows})
    released = {(text.action_id, text.sealed) for text, _ in rows if text.id in given}
    return [(text.action_id, writer) for one, (text, writer) in newest.items() if one not in released]


def words_by_round(session: Session, *, by: User) -> dict[int, list[int]]:
    """List the same by round's id."""
    waiting = words_waiting(session, by=by)
    found: dict[int, list[int]] = {}
    if waiting:
        query = select(Action.round_id, Action.id).where(Action.id.in_(waiting)).order_by(Action.id)
        for round_id, action_id in session.execute(query):
            found.setdefault(round_id, []).append(action_id)
    return found


def _may(writer: User, by: User) -> bool:
    """Say whether a text last written by somebody is next for this person: nobody approves their own draft."""
    return writer.id != by.id or not allows(writer.role, Permission.EDIT_REDACTION)


def _given(session: Session, actions: Collection[int]) -> set[int]:
    query = select(ActionWords.text_id).where(ActionWords.action_id.in_(actions), ActionWords.text_id.is_not(None))
    return {one for one in session.scalars(query) if one is not None}


def _closed(session: Session, actions: Collection[int]) -> set[int]:
    query = select(ActionDeed).where(ActionDeed.action_id.in_(actions)).order_by(ActionDeed.id)
    steps: dict[int, list[ActionStep]] = {}
    for deed in session.scalars(query):
        steps.setdefault(deed.action_id, []).append(ActionStep(deed.step))
    return {one for one, taken in steps.items() if state_after(taken) is ActionState.CLOSED}
