"""The page on which the lead follows one round to its end."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.force.following_round import stretches

bp = Blueprint("follow_rounds", __name__, url_prefix="/force")


@bp.get("/rounds/<int:round_id>/follow")
@requires(Permission.READ_FEEDBACK, Permission.EDIT_REDACTION)
def show(round_id: int) -> ResponseReturnValue:
    """Show in order what is left to do after a round, and whose turn it is."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        parts = stretches(db, round_, signed_in_user())
    mine = next((one for one in parts if one.mine), None)
    first = next((one for one in parts if one.left), None)
    return render_template("follow_rounds/show.html", round=round_, parts=parts, mine=mine, first=first)
