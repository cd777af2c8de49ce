"""The front door: on to each person's own list of what to do next; and the pages that the footer names."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.web.access import public, signed_in, signed_in_user

bp = Blueprint("home", __name__)


@bp.get("/")
@signed_in
def show() -> ResponseReturnValue:
    """Lead on to the home page of the person's own side."""
    panel = signed_in_user().role in PANEL_ROLES
    return redirect(url_for("panel_home.show" if panel else "force_home.show"))


@bp.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """Say how accessible the site is, and whom to tell."""
    return render_template("pages/accessibility.html")


@bp.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """Say what is kept of whom, and for how long."""
    return render_template("pages/privacy.html")
