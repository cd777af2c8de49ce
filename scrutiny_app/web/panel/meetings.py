"""The meeting: each case from private grades to a signed finding."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import RESULT_TITLES, in_words
from scrutiny_app.domain.grading import GRADE_TITLES
from scrutiny_app.services import agreeing, meetings
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("meetings", __name__, url_prefix="/panel")


@bp.get("/rounds/<int:round_id>/meeting")
@requires(Permission.READ_SPREAD)
def show(round_id: int) -> ResponseReturnValue:
    """Show how each case of the round stands, and what is left before all are signed."""
    user = signed_in_user()
    with transaction() as session:
        meeting = meetings.meeting(session, find_round(session, round_id, user), by=user)
    return render_template(
        "meetings/show.html",
        meeting=meeting,
        chairs=allows(user.role, Permission.REVEAL_GRADES),
        reports="panel_reports.show" in current_app.view_functions,
        grade_titles=GRADE_TITLES,
        result_titles=RESULT_TITLES,
        in_words=in_words,
    )


@bp.post("/cases/<reference>/reveal")
@requires(Permission.REVEAL_GRADES)
def reveal(reference: str) -> ResponseReturnValue:
    """Reveal one case's grades and go on to its finding."""
    with transaction() as session:
        agreeing.reveal(session, reference, by=signed_in_user())
    flash(f"Case {reference} is revealed, and grading on it has ended.", "success")
    return redirect(url_for("panel_findings.edit", reference=reference))
