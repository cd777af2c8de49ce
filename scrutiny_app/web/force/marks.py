"""Marks of complaint and appeal: set and lifted on a case's own page, and all of the force's that stand."""

from functools import partial

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.marking import MARK_TITLES, Mark, lift_mark, mark_case, marked_cases, rounds_with
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.force.cases import page_of
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.marks import MarkForm
from scrutiny_app.web.refusals import RefusalsTold

bp = Blueprint("marks", __name__, url_prefix="/force")

MARKED = "Marked. Frames that are frozen from now on leave the case out."
BUT_DRAWN = " It stands in a sample already, and a mark changes no draw: see the end of this page."


@bp.get("/marks")
@requires(Permission.READ_FRAME_FILE)
def index() -> ResponseReturnValue:
    """List the marks that stand on the force's cases."""
    with reading() as db:
        marks = marked_cases(db, by=signed_in_user())
    return render_template("marks/index.html", marks=marks, mark_titles=MARK_TITLES)


@bp.post("/cases/<int:case_id>/marks")
@requires(Permission.PLAN_ROUND)
def mark(case_id: int) -> ResponseReturnValue:
    """Mark a case."""
    form = MarkForm()
    if form.validate_on_submit():
        with RefusalsTold(partial(refuse, form.reason)):
            with transaction() as db:
                given, reason = Mark(form.mark.data), form.reason.data or ""
                mark_case(db, case_id, given, reason, key=case_key(), by=signed_in_user())
                drawn = rounds_with(db, case_id)
            flash(MARKED + (BUT_DRAWN if drawn else ""), "success")
            return redirect(url_for("cases.show", case_id=case_id))
    return page_of(case_id, form)


@bp.post("/cases/<int:case_id>/marks/<int:mark_id>/lift")
@requires(Permission.PLAN_ROUND)
def lift(case_id: int, mark_id: int) -> ResponseReturnValue:
    """Lift a mark."""
    with transaction() as db:
        lift_mark(db, case_id, mark_id, by=signed_in_user())
    flash("Lifted. Frames that are frozen from now on may hold the case again.", "success")
    return redirect(url_for("cases.show", case_id=case_id))
