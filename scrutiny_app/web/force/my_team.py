"""What findings say of a supervisor's team, and of one officer's own work; nothing is ranked."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.grading import THEME_TITLES
from scrutiny_app.domain.people import Role
from scrutiny_app.services import my_team
from scrutiny_app.services.my_team import LEAST_FINDINGS
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("my_team", __name__, url_prefix="/force")
WORDS = {"results": RESULT_TITLES, "themes": THEME_TITLES, "least": LEAST_FINDINGS}


@bp.get("/my-team")
@requires(Permission.READ_OWN_LETTERS)
def team() -> ResponseReturnValue:
    """Show a supervisor what findings say of their team, and lead anybody else to what they say of their own work."""
    if signed_in_user().role != Role.SUPERVISOR:
        return redirect(url_for(".officer", user_id=signed_in_user().id))
    with transaction() as db:
        history = my_team.team_history(db, by=signed_in_user())
        people = my_team.team_of(db, by=signed_in_user())
    return render_template("my_letters/team.html", history=history, people=people, **WORDS)


@bp.get("/officers/<int:user_id>/history")
@requires(Permission.READ_HISTORY)
def officer(user_id: int) -> ResponseReturnValue:
    """Show what findings say of one officer's work: to themselves, their supervisor and the registrar."""
    with transaction() as db:
        user, history = my_team.history_of(db, user_id, by=signed_in_user())
    own = user.id == signed_in_user().id
    return render_template("my_letters/history.html", person_of=user, own=own, history=history, **WORDS)
