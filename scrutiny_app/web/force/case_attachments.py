"""An attachment of a case that could not be read: a person of the force says what it shows."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.attaching import MOST_SUMMARY, State, attachments_of, heading_of
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.services.attachments import summarise
from scrutiny_app.services.cases import read_original
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.govuk import refuse

bp = Blueprint("case_attachments", __name__, url_prefix="/force/cases/<int:case_id>/attachments")


class SummaryForm(FlaskForm):
    """What an image shows, in the words of whoever looked at it."""

    text = TextAreaField(
        "What does it show?",
        [InputRequired(), Length(max=MOST_SUMMARY)],
        description="Only what matters to the case. It is redacted like the case’s other texts before anyone reads it.",
    )


@bp.route("/<int:number>", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def summary(case_id: int, number: int) -> ResponseReturnValue:
    """Ask for a summary of an attachment that could not be read, and keep it as a new version of the case."""
    form = SummaryForm()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                summarise(db, case_id, number, form.text.data or "", key=case_key(), by=signed_in_user())
        except NotYours:
            raise
        except Refused as refusal:
            refuse(form.text, refusal.message)
        else:
            flash("Kept, as a new version of the case.", "success")
            return redirect(url_for("cases.show", case_id=case_id))
    with transaction() as db:
        original = read_original(db, case_id, key=case_key(), by=signed_in_user())
    name = f"attachment_{number}"
    found = attachments_of(original.record).get(name)
    if found is None or found["state"] == State.READ:
        raise NotYours
    if not form.is_submitted():
        form.text.data = found["text"]
    return render_template(
        "attachments/summary.html",
        form=form,
        case=original.case,
        number=original.record["case_number"],
        heading=heading_of(name, found),
        file_name=found["name"],
        action=url_for(".summary", case_id=case_id, number=number),
    )
