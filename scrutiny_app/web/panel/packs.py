"""A round's cases on paper or offline: a reader's own copies, their grading sheet, and copies made for others."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading_sheets import SheetRefused
from scrutiny_app.domain.packs import FORM_TITLES, Form
from scrutiny_app.domain.people import Role
from scrutiny_app.files.grading_sheet_reading import read_sheet
from scrutiny_app.services import grading_sheets, packs, rounds
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.web import pack_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.filters import plural
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.packs import HINTS, OwnCopyForm, SheetForm
from scrutiny_app.web.uploads import content_of

bp = Blueprint("panel_packs", __name__, url_prefix="/panel/rounds/<int:round_id>/pack")
SIDE = pack_answers.Side("panel_packs.copies", "panel_packs.take", "panel_packs.count")


@bp.get("")
@requires(Permission.READ_RELEASED_CASE)
def show(round_id: int) -> ResponseReturnValue:
    """Show a reader's own copies, and the forms to make one and to send their grading sheet."""
    return _page(round_id)


@bp.post("")
@requires(Permission.READ_RELEASED_CASE)
def make(round_id: int) -> ResponseReturnValue:
    """Make a copy of one's own."""
    form, by = OwnCopyForm(), signed_in_user()
    form.offer(grading=packs.grades_too(by))
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, by)
                copy = packs.make_copy(db, round_, Form(form.copy_form.data), reader_id=by.id, by=by)
        except NotYours:
            raise
        except Refused as refusal:
            refuse(form.copy_form, refusal.message)
        else:
            flash(f"Copy {copy.serial} is made. Get it from the list below.", "success")
            return redirect(url_for(".show", round_id=round_id))
    return _page(round_id, form=form)


@bp.post("/grades")
@requires(Permission.GRADE_CASE)
def send_grades(round_id: int) -> ResponseReturnValue:
    """Take what a member answered on their sheet: all of it, or none."""
    sheet, by = SheetForm(), signed_in_user()
    if not sheet.validate_on_submit():
        return _page(round_id, sheet=sheet)
    with reading() as db:
        rounds.find_round(db, round_id, by)  # before the file is looked at
    try:
        cells = read_sheet(content_of(sheet.file.data))
        with transaction() as db:
            done = grading_sheets.import_sheet(db, rounds.find_round(db, round_id, by), cells, by=by)
    except SheetRefused as refusal:
        sheet.form_errors.extend(["Nothing of your sheet was kept.", *refusal.reasons])
        return _page(round_id, sheet=sheet), 409
    flash(_told(done), "success")
    return redirect(url_for("my_cases.index"))


@bp.get("/copies")
@requires(Permission.MAKE_PACK)
def copies(round_id: int) -> ResponseReturnValue:
    """List all of a round's copies and what became of them."""
    return pack_answers.copies_page(round_id, SIDE)


@bp.post("/copies")
@requires(Permission.MAKE_PACK)
def make_for(round_id: int) -> ResponseReturnValue:
    """Make a copy for a reader."""
    return pack_answers.make(round_id, SIDE)


@bp.get("/copies/<serial>")
@requires(Permission.READ_RELEASED_CASE, Permission.MAKE_PACK)
def take(round_id: int, serial: str) -> ResponseReturnValue:
    """Give a copy's file: one's own or, to those who make copies, another reader's."""
    return pack_answers.take(round_id, serial)


@bp.post("/copies/<serial>")
@requires(Permission.MAKE_PACK)
def count(round_id: int, serial: str) -> ResponseReturnValue:
    """Count a copy back in, or say that it is destroyed or lost."""
    return pack_answers.count(round_id, serial, SIDE)


def _page(round_id: int, *, form: OwnCopyForm | None = None, sheet: SheetForm | None = None) -> str:
    by = signed_in_user()
    with reading() as db:
        round_ = rounds.find_round(db, round_id, by)
        mine, copies = my_round(db, round_, by), packs.copies_of(db, round_, reader=by)
    own = form or OwnCopyForm(formdata=None)
    own.offer(grading=packs.grades_too(by))
    return render_template(
        "panel_packs/show.html",
        round=round_,
        mine=mine,
        copies=copies,
        own=own,
        sheet=sheet or SheetForm(formdata=None),
        forms=[own, sheet] if sheet else [own],
        may_send=mine.is_open and packs.grades_too(by) and allows(Role(by.role), Permission.GRADE_CASE),
        form_titles=FORM_TITLES,
        hints=HINTS,
    )


def _told(done: grading_sheets.Imported) -> str:
    told = f"Your sheet is in: {plural(done.kept, 'answer')} kept"
    if done.known:
        told += f", {done.known} known already"
    return f"{told}, {plural(done.empty, 'row')} left empty."
