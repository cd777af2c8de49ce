"""What of the actions waits for one person: to answer their own, or to close what another has answered."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.following import ActionState
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.actions import actions_for
from scrutiny_app.services.followed import Followed


def to_answer(session: Session, *, by: User, round_: Round | None = None) -> list[Followed]:
    """List a person's own open actions, the first due first."""
    return answerable(actions_for(session, by=by, round_=round_), by)


def answerable(found: Collection[Followed], by: User) -> list[Followed]:
    """Keep a person's own open actions."""
    return [one for one in found if one.state is ActionState.OPEN and one.row.owner_id == by.id]


def to_close(session: Session, *, by: User, round_: Round | None = None) -> list[Followed]:
    """List the answered actions that a person may close; the chair's are those whose response the panel may read."""
    if not allows(by.role, Permission.CLOSE_ACTION):
        return []
    return closable(actions_for(session, by=by, round_=round_), by)


def closable(found: Collection[Followed], by: User) -> list[Followed]:
    """Keep the answered actions that a person may close; none where they close none."""
    if not allows(by.role, Permission.CLOSE_ACTION):
        return []
    answered = [one for one in found if one.state is ActionState.ANSWERED and one.row.owner_id != by.id]
    return [one for one in answered if by.role not in PANEL_ROLES or not one.answer_waits]
