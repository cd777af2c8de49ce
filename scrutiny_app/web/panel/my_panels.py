"""A panel's rules on the panel's side, set by the commissioner's officer who sits on it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import panels
from scrutiny_app.web import panel_rules
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading

bp = panel_rules.register(Blueprint("my_panels", __name__, url_prefix="/panel/panels"))


@bp.get("")
@requires(Permission.SET_TERMS)
def index() -> ResponseReturnValue:
    """List the panels that the person sits on."""
    with reading() as session:
        return render_template("panels/mine.html", panels=panels.panels_of(session, signed_in_user()))
