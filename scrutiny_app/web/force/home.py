"""Each person's list of what to do next, on the force's side."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.web.access import signed_in

bp = Blueprint("force_home", __name__, url_prefix="/force")


@bp.get("/")
@signed_in
def show() -> ResponseReturnValue:
    """Show what awaits the person who has signed in."""
    return render_template("home/force.html")
