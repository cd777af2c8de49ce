"""Stepping back from a case is asked about first: it cannot be undone by whoever does it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading

bp = Blueprint("stepping_back", __name__, url_prefix="/panel/cases")


@bp.get("/<reference>/conflict")
@requires(Permission.DECLARE_CONFLICT)
def ask(reference: str) -> ResponseReturnValue:
    """Ask whether a person steps back from a case that they recognise."""
    with reading() as session:
        mine, case = find_my_case(session, reference, signed_in_user())
    return render_template("panel_cases/step_back.html", mine=mine, case=case)
