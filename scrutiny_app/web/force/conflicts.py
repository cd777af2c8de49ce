"""A round's conflicts on the force's side: the lead pins and proposes to lift, the registrar looks on."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web import pinning
from scrutiny_app.web.access import requires

bp = Blueprint("conflicts", __name__, url_prefix="/force/rounds/<int:round_id>/conflicts")


@bp.get("")
@requires(Permission.PIN_CONFLICT, Permission.READ_TRAIL)
def index(round_id: int) -> ResponseReturnValue:
    """List the round's standing conflicts."""
    return pinning.conflicts_page(round_id, back=_back(round_id))


@bp.post("")
@requires(Permission.PIN_CONFLICT)
def pin(round_id: int) -> ResponseReturnValue:
    """Pin a conflict."""
    return pinning.pin(round_id, back=_back(round_id))


@bp.post("/lifts")
@requires(Permission.PROPOSE_LIFT)
def propose_lift(round_id: int) -> ResponseReturnValue:
    """Propose that a conflict be lifted."""
    return pinning.propose_lift(round_id, back=_back(round_id), page=url_for(".index", round_id=round_id))


@bp.post("/lifts/<int:lift_id>/agree")
@requires(Permission.DECIDE_LIFT)
def agree(round_id: int, lift_id: int) -> ResponseReturnValue:
    """Lift a conflict that somebody else proposed to lift."""
    return pinning.decide_lift(round_id, lift_id, agreed=True, page=url_for(".index", round_id=round_id))


@bp.post("/lifts/<int:lift_id>/refuse")
@requires(Permission.DECIDE_LIFT)
def refuse(round_id: int, lift_id: int) -> ResponseReturnValue:
    """Let a conflict stand that somebody else proposed to lift."""
    return pinning.decide_lift(round_id, lift_id, agreed=False, page=url_for(".index", round_id=round_id))


def _back(round_id: int) -> str:
    return url_for("rounds.show", round_id=round_id)
