"""What is said in writing on a revealed case: read and added to by everybody who reads it, without names."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import meetings, saying
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.findings import SayingForm
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names, told_on

bp = Blueprint("saying", __name__, url_prefix="/panel/cases")


@bp.route("/<reference>/said", methods=["GET", "POST"])
@requires(Permission.SAY_IN_WRITING)
def show(reference: str) -> ResponseReturnValue:
    """Show what was said in writing on a case, and keep what is added."""
    form, user = SayingForm(), signed_in_user()
    named: NamesAsked | None = None
    with transaction() as session:
        outcome = meetings.read_outcome(session, reference, by=user)
        said = saying.said_on(session, outcome, by=user)
    if form.validate_on_submit():
        text = form.text.data or ""
        try:
            ask_about_names(said.round.id, {"text": text}, request.form.get(ANSWER, ""))
            with transaction() as session:
                saying.say(session, outcome, text, by=user)
        except (NamesAsked, NoteRefused) as refusal:
            named = told_on(form, refusal)
        else:
            flash("What you said is kept, without your name.", "success")
            return redirect(url_for(".show", reference=reference))
    return render_template("saying/show.html", outcome=outcome, said=said, form=form, named=named)
