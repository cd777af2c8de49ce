"""Extracts: those received, sending another, how far one has come, and what was wrong with its rows."""

from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.attaching import FATE_TITLES
from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.extracts import FOR_PERSON, FOR_WORKER, OPEN, STAGE_TITLES, Holds, Stage
from scrutiny_app.domain.faults import NOTES
from scrutiny_app.domain.trial import RIGHTLY
from scrutiny_app.domain.uses import own_headings
from scrutiny_app.files.mending import template_workbook
from scrutiny_app.files.reading_kind import kind_of
from scrutiny_app.files.writing import XLSX
from scrutiny_app.services import attachments, fitting_layouts, importing, looks, mending, people, receiving, working
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.force.layouts import read_by
from scrutiny_app.web.force.waiting import progress_of
from scrutiny_app.web.forms.extracts import ExtractForm
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.sections import in_sections
from scrutiny_app.web.uploads import MOST, content_of, takes_files

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract

bp = Blueprint("extracts", __name__, url_prefix="/force/extracts")
START = 2**16  # bytes by which a file is known
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
READ = (Stage.STAGED, Stage.DONE)  # all rows have been
NEXT = {Stage.LOOKED: "mapping.columns", Stage.STAGED: "changes.index"}


@bp.get("")
@requires(Permission.READ_IMPORT_PROBLEMS)
def index() -> ResponseReturnValue:
    """List the force's files, each with how far it has come."""
    with reading() as db:
        extracts = importing.extracts_for(db, signed_in_user())
    return render_template("extracts/index.html", extracts=extracts, stages=STAGE_TITLES, may_import=_may_import())


@bp.route("/new", methods=["GET", "POST"])
@takes_files
@requires(Permission.IMPORT_EXTRACT)
def new() -> ResponseReturnValue:
    """Ask for a file and keep it for a worker to read."""
    form = ExtractForm()
    if form.validate_on_submit() and (kept := receive(form, Holds.CASES)):
        return kept
    return render_template("extracts/new.html", form=form, sections=in_sections(FIELDS))


@bp.get("/template.xlsx")
@requires(Permission.IMPORT_EXTRACT)
def template() -> ResponseReturnValue:
    """Give an empty extract, with every heading and what stands under it."""
    return attached(template_workbook(), "extract.xlsx", XLSX)


@bp.get("/<int:extract_id>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def show(extract_id: int) -> ResponseReturnValue:
    """Show how far a file has come, and once its rows have been read what was wrong with them, on the record."""
    with reading() as db:
        extract = receiving.find_extract(db, extract_id, signed_in_user())
        shown = _facts(db, extract)
    if extract.stage == Stage.LOOKED and "mark" in request.args and _may_import():  # whoever waited goes straight on
        return redirect(url_for(shown["next"], extract_id=extract_id))
    if extract.stage in READ:
        with transaction() as db:
            page = row_number("page") or 1
            shown["listing"] = listing = importing.read_problems(db, extract_id, by=signed_in_user(), page=page)
            shown["groups"] = importing.summary_of_problems(db, listing.extract)
            shown["kinds"] = importing.kinds_of_problems(db, listing.extract)
            shown["left_out"] = importing.rows_left_out(db, listing.extract)
            shown["rightly"] = RIGHTLY
    return render_template("extracts/show.html", **shown)


def _facts(db: Session, extract: "Extract") -> dict[str, Any]:
    """Give what a file's page shows; what the file itself says beside its headings, to those who may import alone."""
    stage, key = Stage(extract.stage), case_key()
    facts: dict[str, Any] = {"extract": extract, "stage": stage, "title": STAGE_TITLES[stage], "next": NEXT.get(stage)}
    facts |= {"may_import": _may_import(), "open": OPEN, "notes": NOTES, "fates": FATE_TITLES}
    if stage in FOR_WORKER:
        before = None if working.has_its_turn(db, extract) else receiving.in_the_way(db, extract)
        facts |= {"progress": progress_of(extract), "before": before}
    said, where = looks.open_mapping(db, extract, key), looks.find_headings(db, extract, key)
    if words := fitting_layouts.words_unsaid(db, extract, said, key=key):
        facts |= {"words": words, "next": "mapping.words"}
    facts |= {"headings": own_headings(said, where.headings) if said and where else {}, "who": people.usernames(db)}
    if _may_import():
        facts["said"] = receiving.why_refused(extract, key)
        facts["files"] = attachments.files_of(db, extract, key) if stage == Stage.DONE else []
    if extract.holds == Holds.CASES and stage in READ:
        facts["together"] = where.together if where else ()
        facts |= {"read_by": read_by(db, extract, said), "cases": importing.some_cases(db, extract)}
    return facts


@bp.route("/<int:extract_id>/cancel", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def cancel(extract_id: int) -> ResponseReturnValue:
    """Ask whether a file is to be given up, and give it up."""
    form = FlaskForm()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                receiving.cancel(db, extract_id, by=signed_in_user())
        except Overtaken as late:
            flash(late.message, "important")
        else:
            flash("Cancelled. Nothing of the file was loaded or kept.", "success")
        return redirect(url_for(".show", extract_id=extract_id))
    with reading() as db:
        extract = receiving.find_extract(db, extract_id, signed_in_user())
    if extract.stage not in OPEN:
        return redirect(url_for(".show", extract_id=extract_id))
    return render_template("extracts/cancel.html", extract=extract)


@bp.get("/<int:extract_id>/rejected.xlsx")
@requires(Permission.IMPORT_EXTRACT)
def rejected(extract_id: int) -> ResponseReturnValue:
    """Give the rejected rows back in a workbook that marks what is wrong, on the record."""
    with transaction() as db:
        given = mending.take_rejected_rows(db, extract_id, key=case_key(), by=signed_in_user())
    return attached(given.content, given.name, XLSX)


def receive(form: Any, holds: Holds) -> ResponseReturnValue | None:
    """Keep the file of a form and lead to its page, or say on the form why it is refused."""
    sent, by = form.file.data, signed_in_user()
    content = content_of(sent)
    try:
        _check(sent.filename or "", content, holds)
        with transaction() as db:
            received = receiving.receive(
                db,
                sent.filename or "",
                content,
                key=case_key(),
                by=by,
                holds=holds,
                again=form.again.data,
            )
    except Refused as refusal:
        with transaction() as db:
            receiving.record_refusal(db, by=by)
        refuse(form.file, refusal.message)
        return None
    if received.again:
        flash(_said(received.extract), "important")
    return redirect(url_for("extracts.show", extract_id=received.extract.id))


def _check(name: str, content: bytes, holds: Holds) -> None:
    """Refuse at once what a look at its first bytes shows to be another kind of file, or too large."""
    if len(content) > MOST:
        raise Refused(f"The file is larger than {MOST >> 20} MB. Split it, and send the parts one after another.")
    if holds is Holds.CASES:
        kind_of(name, content[:START])
    elif not content.startswith(ZIPS):
        raise Refused("Only .zip files are read here. Put the files into a zip, and send that.")


def moved_on(late: Overtaken) -> ResponseReturnValue:
    """Lead to a file's own page, where it can be seen how far it has come meanwhile."""
    flash(late.message, "important")
    return redirect(url_for("extracts.show", extract_id=(request.view_args or {})["extract_id"]))


def _said(extract: "Extract") -> str:
    if extract.stage in FOR_PERSON | FOR_WORKER:
        return "This very file has been received already: here is how far it has come."
    return (
        "This file was imported before. Nothing was changed; this is what came of it then. "
        "To have it read again all the same, send it and tick “Ask me again…” under it."
    )


def _may_import() -> bool:
    return allows(signed_in_user().role, Permission.IMPORT_EXTRACT)
