"""One round's trail, for its chair and the commissioner's officer, once every case in it has been revealed."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import rounds
from scrutiny_app.services.reporting import MOST_ENTRIES, read_trail
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import transaction

bp = Blueprint("panel_trail", __name__, url_prefix="/panel/rounds/<int:round_id>")


@bp.get("/trail")
@requires(Permission.READ_ROUND_TRAIL)
def show(round_id: int) -> ResponseReturnValue:
    """Show what was done in a round and when, and nothing of who did it."""
    before = row_number("before")
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        entries = read_trail(db, round_, before=before, by=signed_in_user())
    older = entries[-1].position if len(entries) == MOST_ENTRIES else None
    return render_template("reports/trail.html", round=round_, entries=entries, older=older)
