"""How far a round's private grades agree, for its panel and the commissioner's officer."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web import minutes_answers
from scrutiny_app.web.access import requires

bp = Blueprint("agreement", __name__, url_prefix="/panel/rounds/<int:round_id>")


@bp.get("/agreement")
@requires(Permission.READ_AGREEMENT)
def show(round_id: int) -> ResponseReturnValue:
    """Show how far the grades agree and, to a member alone, how their own sat with the findings."""
    return minutes_answers.agreement_page(round_id, back="panel_rounds.index")
