"""Conflicts as the chair and the commissioner's officer see them."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web.access import requires
from scrutiny_app.web.pinning import conflicts_page

bp = Blueprint("panel_conflicts", __name__, url_prefix="/panel/rounds/<int:round_id>/conflicts")


@bp.route("", methods=["GET", "POST"])
@requires(Permission.PIN_CONFLICT)
def index(round_id: int) -> ResponseReturnValue:
    """List the round's standing conflicts, and pin another."""
    return conflicts_page(round_id, back=url_for("panel_rounds.index"))
