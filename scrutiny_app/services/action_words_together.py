"""All that the panel waits to read of one action, kept or released together: in one transaction, or none of it."""

from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import User
from scrutiny_app.services import action_texts
from scrutiny_app.services.action_texts import Written
from scrutiny_app.services.actions import find_action
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.whose_turn import people_of


def waiting_of(session: Session, action_id: int, *, key: CaseKey, by: User) -> list[Written]:
    """Give the newest draft of each text of an action that the panel does not read yet."""
    action = find_action(session, action_id, by=by)
    newest = {one.row.sealed: one for one in action_texts.texts_of(session, action.row, key)}
    return [one for one in newest.values() if not one.released]


def keep_drafts(session: Session, action_id: int, drafts: Mapping[int, str], *, key: CaseKey, by: User) -> int:
    """Keep these drafts (by text's id) and give how many; one that somebody answers for and nobody changed stays."""
    waiting = {one.row.id: one for one in waiting_of(session, action_id, key=key, by=by)}
    if drafts.keys() - waiting.keys():
        raise Overtaken("Somebody drafted or released some of it after you opened it. Read what stands here now.")
    changed = {
        text_id: draft
        for text_id, draft in drafts.items()
        if not waiting[text_id].is_checked or _plain(draft) != _plain(waiting[text_id].draft)
    }
    for text_id, draft in changed.items():
        action_texts.redraft(session, text_id, draft, key=key, by=by)
    return len(changed)


def release_all(session: Session, action_id: int, texts: Collection[int], *, key: CaseKey, by: User) -> int:
    """Let the panel read these drafts, each the newest of its text, and give how many; one refusal refuses all."""
    waiting = {one.row.id for one in waiting_of(session, action_id, key=key, by=by)}
    if not texts:
        raise Overtaken("Nothing of this action was chosen to be approved. Read what stands here now.")
    if set(texts) - waiting:
        raise Overtaken("Somebody drafted or released some of it after you opened it. Read what stands here now.")
    for text_id in texts:
        action_texts.release_words(session, text_id, key=key, by=by)
    return len(texts)


def approvers(session: Session, action_id: int, *, by: User) -> list[User]:
    """List who may approve what this person drafted of an action."""
    round_ = find_action(session, action_id, by=by).round
    return [one for one in people_of(session, round_, Role.LEAD, Role.PREPARER) if one.id != by.id]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
