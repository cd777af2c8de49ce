"""Approving a round's minutes at the panel's next meeting, and putting them right afterwards."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import approving_minutes, rounds
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.findings import CorrectionForm
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names, told_on

bp = Blueprint("minutes_approval", __name__, url_prefix="/panel/rounds/<int:round_id>/minutes")


@bp.post("/approve")
@requires(Permission.APPROVE_MINUTES)
def approve(round_id: int) -> ResponseReturnValue:
    """Keep the minutes as they were read."""
    user = signed_in_user()
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
        approving_minutes.approve_minutes(session, round_, seen=request.form.get("seen", ""), by=user)
    flash("The minutes are approved. They do not change any more.", "success")
    return redirect(url_for("minutes.show", round_id=round_id))


@bp.route("/correct", methods=["GET", "POST"])
@requires(Permission.APPROVE_MINUTES)
def correct(round_id: int) -> ResponseReturnValue:
    """Ask for a correction, and keep it with its date beside the minutes as approved."""
    user, form, named = signed_in_user(), CorrectionForm(), None
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
    if form.validate_on_submit():
        text = form.text.data or ""
        try:
            ask_about_names(round_id, {"text": text}, request.form.get(ANSWER, ""), seated_refused=False)
            with transaction() as session:
                round_ = rounds.find_round(session, round_id, user)
                approving_minutes.write_correction(session, round_, text, by=user)
        except (NamesAsked, NoteRefused) as refusal:
            named = told_on(form, refusal)
        else:
            flash("The correction is kept with the minutes.", "success")
            return redirect(url_for("minutes.show", round_id=round_id))
    return render_template("minutes/correct.html", form=form, named=named, round=round_)
