"""The drafts of what the panel may read of an action: which is the newest, and when one is a draft of its own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.models.action_texts import ActionText
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.people import User
from scrutiny_app.services.dossiers import CaseKey


def newest(session: Session, row: ActionText) -> ActionText:
    """Give the newest draft of the same words."""
    return _drafts(session, row)[-1]


def is_released(session: Session, row: ActionText) -> bool:
    """Say whether the panel reads these words, in any draft."""
    same = select(ActionText.id).where(ActionText.action_id == row.action_id, ActionText.sealed == row.sealed)
    return session.scalar(select(ActionWords.id).where(ActionWords.text_id.in_(same)).limit(1)) is not None


def check_changed(session: Session, row: ActionText, draft: str, key: CaseKey, by: User) -> None:
    """Raise Overtaken where a draft that somebody answers for is kept as it is, which would only change its author."""
    drafter = session.get_one(User, row.written_by)
    own = _drafts(session, row)[0].id != row.id  # the first is the machine's, whoever wrote the words
    if not own or draft != key.open(row.draft, action_place(row.action_id)):
        return
    others = "Somebody else approves it next." if drafter.id == by.id else "Approve it, and the panel reads it."
    raise Overtaken(f"You changed nothing, so the draft stays as {drafter.name} made it. {others}")


def _drafts(session: Session, row: ActionText) -> list[ActionText]:
    query = select(ActionText).where(ActionText.action_id == row.action_id, ActionText.kind == row.kind)
    return [one for one in session.scalars(query.order_by(ActionText.id)) if one.sealed == row.sealed]


def action_place(action_id: int) -> str:
    """Name the place to which the words of an action are bound."""
    return f"action:{action_id}"
