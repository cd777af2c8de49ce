"""An answered action closed by the chair or the registrar, never by its owner.

What the panel passed on is closed on proof alone: what its owner gave with the answer, or what whoever closes it has
checked. The chair's check is the panel's own words; the registrar's is in services.closing_with_seal.
"""

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.following import PROVED, ActionStep, Check, Words, check_told
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import answered_action, check_panel_words, check_read, give_words, take_step
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.trail import today_in_london


class ProofWanted(Refused):
    """An escalation or a correction that was to be closed without proof of what was done."""


def close_by_panel(session: Session, action_id: int, *, check: Check | None = None, by: User) -> None:
    """Close an answered action as the chair; raise Refused for an answer not released, or ProofWanted."""
    action = answered_action(session, action_id, by=by)
    check_read(action, by)
    if told := told_check(action, check, proved=action.is_proved, by=by):
        give_words(
            session, action.row, check_panel_words(session, action.round, told, "what you checked"), Words.PROOF, by=by
        )
    take_step(session, action.row, ActionStep.CLOSED, by=by)


def told_check(action: Followed, check: Check | None, *, proved: bool, by: User) -> str | None:
    """Tell in words what whoever closes an action has checked, and when; raise ProofWanted where nothing is proved."""
    if check is not None:
        return check_told(check, by.role, action.asked_at.astimezone(LONDON).date(), today_in_london())
    if action.row.kind in PROVED and not proved:
        raise ProofWanted("No proof stands here that it was dealt with. Write what you checked, and on which day.")
    return None
