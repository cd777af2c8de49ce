"""An action closed by the force's registrar: what they checked is sealed until two people have released it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.following import ActionStep, Check, Words
from scrutiny_app.models.action_texts import ActionText
from scrutiny_app.models.people import User
from scrutiny_app.services.action_texts import write_text
from scrutiny_app.services.actions import answered_action, take_step
from scrutiny_app.services.closing_actions import told_check
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.followed import Followed


def close_by_force(session: Session, action_id: int, *, check: Check | None = None, key: CaseKey, by: User) -> None:
    """Close an answered action as the registrar; raise Refused for its owner, or ProofWanted."""
    action = answered_action(session, action_id, by=by)
    if told := told_check(action, check, proved=has_proof(session, action), by=by):
        write_text(session, action.row, Words.PROOF, told, key=key, by=by)
    take_step(session, action.row, ActionStep.CLOSED, by=by)


def has_proof(session: Session, action: Followed) -> bool:
    """Say whether the force wrote proof of what was done since it was asked last."""
    proofs = (ActionText.action_id == action.row.id, ActionText.kind == Words.PROOF)
    first_written = func.min(ActionText.written_at)  # a later draft of the same words is no new proof
    query = select(first_written).where(*proofs).group_by(ActionText.sealed).having(first_written >= action.asked_at)
    return session.scalar(query.limit(1)) is not None
