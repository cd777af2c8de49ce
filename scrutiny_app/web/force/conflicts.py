"""A round's conflicts on the force's side: the lead pins, the registrar looks on."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web.access import requires
from scrutiny_app.web.pinning import conflicts_page

bp = Blueprint("conflicts", __name__, url_prefix="/force/rounds/<int:round_id>/conflicts")


@bp.get("")
@requires(Permission.PIN_CONFLICT, Permission.READ_TRAIL)
def index(round_id: int) -> ResponseReturnValue:
    """List the round's standing conflicts."""
    return conflicts_page(round_id, back=url_for("rounds.show", round_id=round_id))


@bp.post("")
@requires(Permission.PIN_CONFLICT)
def pin(round_id: int) -> ResponseReturnValue:
    """Pin a conflict."""
    return conflicts_page(round_id, back=url_for("rounds.show", round_id=round_id))
