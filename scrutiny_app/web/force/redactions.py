"""Redactions: a round's cases on their way to the panel, and one case to check."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.redacting import Standing
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import redacting, redactions, second_person
from scrutiny_app.services.rounds import draw_of, find_round, find_round_case, stage
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.force.check_page import CHECKED, check_page, next_to_approve, next_to_check, render
from scrutiny_app.web.force.what_follows import next_step
from scrutiny_app.web.forms.redactions import ReadyForm

bp = Blueprint("redactions", __name__, url_prefix="/force")


@bp.get("/rounds/<int:round_id>/redactions")
@requires(Permission.READ_REDACTION)
def index(round_id: int) -> ResponseReturnValue:
    """Show how far each of a round's cases has come between the draw and the panel."""
    with reading() as db:
        round_ = find_round(db, round_id, signed_in_user())
        rows, drawn = redactions.progress(db, round_), draw_of(db, round_) is not None
        alone = second_person.is_alone(db, signed_in_user().force)
        signed = stage(db, round_) is Stage.SIGNED  # what is checked now came later, and the round is followed
        following = next_step(db, round_, signed_in_user()) if signed else None
    counts = {
        "checked": sum(row.standing in CHECKED for row in rows),
        "approved": sum(row.standing is Standing.APPROVED for row in rows),
        "undrafted": sum(row.standing is Standing.UNDRAFTED for row in rows),
    }
    todo = {"to_check": next_to_check(rows), "to_approve": next_to_approve(rows)}
    shown = {"rows": rows, "drawn": drawn, "alone": alone, "following": following}
    return render("index", round=round_, **shown, **counts, **todo)


@bp.post("/rounds/<int:round_id>/redactions")
@requires(Permission.EDIT_REDACTION)
def draft(round_id: int) -> ResponseReturnValue:
    """Draft the redactions of the cases that have none."""
    with transaction() as db:
        round_ = find_round(db, round_id, signed_in_user())
        drafted = redacting.draft_redactions(db, round_, case_key(), signed_in_user())
    flash(f"{drafted} {'draft' if drafted == 1 else 'drafts'} made. Check each case now.", "success")
    return redirect(url_for(".index", round_id=round_id))


@bp.get("/redactions/<int:round_case_id>")
@requires(Permission.READ_REDACTION)
def show(round_case_id: int) -> ResponseReturnValue:
    """Show a case's original beside what members would read."""
    return check_page(round_case_id)


@bp.post("/redactions/<int:round_case_id>/check")
@requires(Permission.EDIT_REDACTION)
def check(round_case_id: int) -> ResponseReturnValue:
    """Keep the person's word that this version is ready, and go on to the next case."""
    form = ReadyForm()
    if not form.validate_on_submit():
        return check_page(round_case_id, ready_form=form)
    try:
        with transaction() as db:
            round_, case = find_round_case(db, round_case_id, signed_in_user())
            redacting.finish_check(db, case, form.made_from, case_key(), signed_in_user(), form.story)
            following = next_to_check(redactions.progress(db, round_))
    except Overtaken:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return check_page(round_case_id, ready_form=form)
    flash(f"{case.reference} is ready. A second person can preview and approve it.", "success")
    if following is None:
        return redirect(url_for(".index", round_id=round_.id))
    return redirect(url_for(".show", round_case_id=following.round_case.id))
