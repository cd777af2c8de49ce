"""Who read which of a round's cases, once they have been revealed."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import ledger
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("round_ledger", __name__, url_prefix="/force/rounds/<int:round_id>/ledger")


@bp.get("")
@requires(Permission.READ_LEDGER)
def show(round_id: int) -> ResponseReturnValue:
    """List who read which case, when, and in which version."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        seen = ledger.round_ledger(session, round_, by=user)
        unrevealed = ledger.count_unrevealed(session, round_)
    return render_template("ledger/round.html", round=round_, seen=seen, unrevealed=unrevealed)
