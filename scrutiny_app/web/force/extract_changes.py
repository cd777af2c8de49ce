"""What a file would change in cases that are held: looked at one by one, and accepted or refused."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.validators import InputRequired

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.changing import Difference
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.services import changes
from scrutiny_app.services.changes import Changes
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.force.cases import shown
from scrutiny_app.web.force.extracts import moved_on
from scrutiny_app.web.forms.govuk import options

bp = Blueprint("changes", __name__, url_prefix="/force/extracts/<int:extract_id>/changes")
bp.register_error_handler(Overtaken, moved_on)


class DecideForm(FlaskForm):
    """What becomes of a file's changes; no answer is given beforehand."""

    decision = RadioField(
        "What should become of these changes?",
        [InputRequired()],
        choices=options(
            [
                ("accept", "Accept them, save those marked to be refused"),
                ("refuse", "Refuse all of them, and load only the new cases"),
            ]
        ),
    )


@bp.route("", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def index(extract_id: int) -> ResponseReturnValue:
    """List what a file would change, and decide on it."""
    form = DecideForm()
    if form.validate_on_submit():
        with transaction() as db:
            refuse_all = form.decision.data == "refuse"
            changes.decide(db, extract_id, refuse_all=refuse_all, by=signed_in_user())
        flash("Decided. The file is being loaded.", "success")
        return redirect(url_for("extracts.show", extract_id=extract_id))
    found = _read(extract_id)
    return render_template("extracts/changes.html", found=found, form=form)


@bp.route("/<int:case_id>", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def show(extract_id: int, case_id: int) -> ResponseReturnValue:
    """Show a case as it is held and as the file would have it, and mark it to be refused or not."""
    form = FlaskForm()
    page = row_number("page") or 1
    if form.validate_on_submit():
        with transaction() as db:
            refused = request.form.get("refused") == "y"
            changes.mark(db, extract_id, case_id, refused=refused, by=signed_in_user())
        return redirect(url_for(".show", extract_id=extract_id, case_id=case_id, page=page))
    with transaction() as db:
        compared = changes.compare(db, extract_id, case_id, key=case_key(), by=signed_in_user())
    rows = [(one.heading, _shown(one, one.held), _shown(one, one.given)) for one in compared.differences]
    return render_template("extracts/change.html", compared=compared, rows=rows, page=page)


def _read(extract_id: int) -> Changes:
    with transaction() as db:
        return changes.read_changes(db, extract_id, by=signed_in_user(), page=row_number("page") or 1)


def _shown(difference: Difference, value: object) -> object:
    field = FIELD.get(difference.field)
    if field is None and isinstance(value, list):
        return "; ".join(f"{one.get('role', '')}: {one.get('name', '')}" for one in value)
    return shown(field, value) if field else value
