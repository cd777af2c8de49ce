"""Conflicts as the chair and the commissioner's officer see them."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web import pinning
from scrutiny_app.web.access import requires

bp = Blueprint("panel_conflicts", __name__, url_prefix="/panel/rounds/<int:round_id>/conflicts")


@bp.route("", methods=["GET", "POST"])
@requires(Permission.PIN_CONFLICT)
def index(round_id: int) -> ResponseReturnValue:
    """List the round's standing conflicts, and pin another."""
    back = url_for("panel_rounds.index")
    return pinning.pin(round_id, back=back) if request.method == "POST" else pinning.conflicts_page(round_id, back=back)


@bp.post("/lifts/<int:lift_id>/agree")
@requires(Permission.DECIDE_LIFT)
def agree(round_id: int, lift_id: int) -> ResponseReturnValue:
    """Lift a conflict, as the force's lead proposed."""
    return pinning.decide_lift(round_id, lift_id, agreed=True, page=url_for(".index", round_id=round_id))


@bp.post("/lifts/<int:lift_id>/refuse")
@requires(Permission.DECIDE_LIFT)
def refuse(round_id: int, lift_id: int) -> ResponseReturnValue:
    """Let a conflict stand that the force's lead proposed to lift."""
    return pinning.decide_lift(round_id, lift_id, agreed=False, page=url_for(".index", round_id=round_id))
