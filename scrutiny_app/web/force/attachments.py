"""Attachments: a zip of files that belong to cases, and the words of what could not be read."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.extracts import Holds
from scrutiny_app.web.access import requires
from scrutiny_app.web.force.extracts import receive
from scrutiny_app.web.forms.extracts import AttachmentsForm
from scrutiny_app.web.uploads import takes_files

bp = Blueprint("attachments", __name__, url_prefix="/force/attachments")


@bp.route("/new", methods=["GET", "POST"])
@takes_files
@requires(Permission.IMPORT_EXTRACT)
def new() -> ResponseReturnValue:
    """Ask for a zip and keep it for a worker to read."""
    form = AttachmentsForm()
    if form.validate_on_submit() and (kept := receive(form, Holds.ATTACHMENTS)):
        return kept
    return render_template("attachments/new.html", form=form)
