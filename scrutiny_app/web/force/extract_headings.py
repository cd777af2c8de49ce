"""Pointing at the row of a file that holds its headings, where they were found in another or not at all."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.services import mapping, pointing
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.force.extracts import moved_on
from scrutiny_app.web.forms import headings as headings_
from scrutiny_app.web.forms.govuk import refuse

bp = Blueprint("pointing", __name__, url_prefix="/force/extracts/<int:extract_id>/headings")
bp.register_error_handler(Overtaken, moved_on)


@bp.route("", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def headings(extract_id: int) -> ResponseReturnValue:
    """Show a file's first rows and ask which of them holds the headings."""
    by = signed_in_user()
    with transaction() as db:
        mapping.record_asked(db, extract_id, by=by)
        seen = pointing.top_of(db, extract_id, key=case_key(), by=by)
    form = headings_.pointing(seen)()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                pointing.point_at_headings(db, extract_id, form.numbers(), key=case_key(), by=by)
        except Overtaken:
            raise
        except Refused as refusal:
            refuse(form.rows, refusal.message)
        else:
            return redirect(url_for("extracts.show", extract_id=extract_id))
    return render_template("extracts/headings.html", extract_id=extract_id, seen=seen, form=form)
