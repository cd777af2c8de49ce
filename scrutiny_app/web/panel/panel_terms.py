"""The terms of reference as those who sit on a panel read and accept them, and are then led on to where they went."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.services import terms
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.both.sign_in import safe_path
from scrutiny_app.web.current import reading, transaction

bp = Blueprint("panel_terms", __name__, url_prefix="/panel/terms")


@bp.route("/<int:panel_id>", methods=["GET", "POST"])
@requires(Permission.ACCEPT_TERMS)
def show(panel_id: int) -> ResponseReturnValue:
    """Show a panel's terms of reference, and let the person accept them."""
    user, status = signed_in_user(), 200
    back = safe_path(request.args.get("next")) or url_for("panel_home.show")
    with reading() as session:
        mine = next((one for one in terms.my_terms(session, user) if one.panel.id == panel_id), None)
    if mine is None:
        raise NotYours
    if request.method == "POST":
        version = request.form.get("version", "")
        try:
            with transaction() as session:
                read = int(version) if version.isdecimal() and len(version) < 9 else 0
                terms.accept_terms(session, panel_id, read, by=user)
        except Overtaken as refusal:
            flash(refusal.message, "important")
            status = 409
        else:
            flash("Thank you. You have accepted the panel’s terms of reference.", "success")
            return redirect(back)
    return render_template("panels/accept.html", mine=mine, next=request.args.get("next")), status
