"""Extracts: those received, sending another, and what was wrong with the rows of one."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.errors import Refused
from scrutiny_app.services import importing
from scrutiny_app.services.importing import Received
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.forms.govuk import refuse

bp = Blueprint("extracts", __name__, url_prefix="/force/extracts")


class ExtractForm(FlaskForm):
    """One file from the records system."""

    file = FileField("File", [FileRequired("Choose an .xlsx or .csv file")], render_kw={"accept": ".xlsx,.csv"})


@bp.get("")
@requires(Permission.READ_IMPORT_PROBLEMS)
def index() -> ResponseReturnValue:
    """List the force's extracts."""
    with reading() as db:
        extracts = importing.extracts_for(db, signed_in_user())
    may_import = allows(signed_in_user().role, Permission.IMPORT_EXTRACT)
    return render_template("extracts/index.html", extracts=extracts, may_import=may_import)


@bp.route("/new", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def new() -> ResponseReturnValue:
    """Ask for a file and import it."""
    form = ExtractForm()
    if form.validate_on_submit():
        try:
            received = _import(form.file.data.filename or "", form.file.data.read())
        except Refused as refusal:
            with transaction() as db:
                importing.record_refusal(db, by=signed_in_user())
            refuse(form.file, refusal.message)
        else:
            flash(_said(received), "important" if received.again else "success")
            return redirect(url_for(".show", extract_id=received.extract.id))
    required = [field.heading for field in FIELDS if field.required]
    return render_template("extracts/new.html", form=form, required=required)


@bp.get("/<int:extract_id>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def show(extract_id: int) -> ResponseReturnValue:
    """Show an extract's counts and its problems, and record that they were seen."""
    page = row_number("page") or 1
    with transaction() as db:
        listing = importing.read_problems(db, extract_id, by=signed_in_user(), page=page)
    return render_template("extracts/show.html", extract=listing.extract, listing=listing)


def _import(name: str, data: bytes) -> Received:
    today = importing.today_in_london()
    with transaction() as db:
        return importing.import_extract(db, name, data, key=case_key(), by=signed_in_user(), today=today)


def _said(received: Received) -> str:
    extract = received.extract
    if received.again:
        return "This file was imported before. Nothing was changed; this is what came of it then."
    changed = f"{extract.imported} new, {extract.updated} corrected, {extract.unchanged} held already"
    return f"{extract.total} rows: {changed}, {extract.rejected} rejected."
