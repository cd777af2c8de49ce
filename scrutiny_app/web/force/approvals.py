"""Approvals: the second person sees exactly what members will see, and approves it or returns it with remarks."""

from typing import Any

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.services import redacting, redaction_steps, redactions, releasing, returning
from scrutiny_app.services.rounds import find_round_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.force.check_page import doubts_of, look_at, next_to_approve, render
from scrutiny_app.web.forms.redactions import ApproveForm, ReturnForm
from scrutiny_app.web.fresh_password import is_fresh, password_refused

bp = Blueprint("approvals", __name__, url_prefix="/force/redactions/<int:round_case_id>")

WHEN_WANTED = {
    True: "Needed once ten minutes have passed since you last gave it.",
    False: "You last gave it more than ten minutes ago.",
}


@bp.get("/preview")
@requires(Permission.READ_REDACTION)
def preview(round_case_id: int) -> ResponseReturnValue:
    """Show exactly what members will read."""
    return _preview_page(round_case_id)


@bp.post("/approve")
@requires(Permission.APPROVE_RELEASE)
def approve(round_case_id: int) -> ResponseReturnValue:
    """Release the case on the second person's approval."""
    form = ApproveForm()
    if not is_fresh() and (refused := password_refused(form.password)):
        return _preview_page(round_case_id, form=form), refused
    try:
        with transaction() as db:
            round_, case = find_round_case(db, round_case_id, signed_in_user())
            releasing.approve(db, round_, case, form.made_from, case_key(), signed_in_user())
            following = next_to_approve(redactions.progress(db, round_))
    except Refused as refusal:
        _keep_refusal(round_case_id, form.made_from, refusal)
        if isinstance(refusal, Overtaken):
            raise
        form.form_errors.append(refusal.message)
        return _preview_page(round_case_id, form=form), 409
    flash(f"{case.reference} is released to the panel.", "success")
    if following is None:
        return redirect(url_for("redactions.index", round_id=round_.id))
    return redirect(url_for(".preview", round_case_id=following.round_case.id))


@bp.post("/return")
@requires(Permission.APPROVE_RELEASE)
def give_back(round_case_id: int) -> ResponseReturnValue:
    """Return the version with remarks, for somebody to check again."""
    form = ReturnForm()
    if not form.validate_on_submit():
        return _preview_page(round_case_id, return_form=form)
    try:
        with transaction() as db:
            round_, case = find_round_case(db, round_case_id, signed_in_user())
            remarks, by = form.remarks.data or "", signed_in_user()
            returning.return_version(db, case, form.made_from, remarks, key=case_key(), by=by)
    except Refused as refusal:
        _keep_refusal(round_case_id, form.made_from, refusal, returning=True)
        if isinstance(refusal, Overtaken):
            raise
        form.form_errors.append(refusal.message)
        return _preview_page(round_case_id, return_form=form), 409
    flash(f"{case.reference} is returned. Whoever checks it again reads your remarks.", "success")
    return redirect(url_for("redactions.index", round_id=round_.id))


def _keep_refusal(round_case_id: int, version: int, refusal: Refused, *, returning: bool = False) -> None:
    """Record a refusal in a transaction of its own: that of the deed took everything back."""
    with transaction() as db:
        _, case = find_round_case(db, round_case_id, signed_in_user())
        releasing.record_refusal(db, case, version, refusal, signed_in_user(), returning=returning)


def _preview_page(round_case_id: int, *, form: ApproveForm | None = None, return_form: ReturnForm | None = None) -> str:
    with transaction() as db:
        look = look_at(db, round_case_id)
        steps = redaction_steps.history(db, look.case, look.opened.version)
        told: dict[str, Any] = {"returned": returning.remarks_on(db, look.mine, case_key())}
    form, return_form = form or ApproveForm(formdata=None), return_form or ReturnForm(formdata=None)
    form.version.data = return_form.version.data = str(look.opened.row.version)
    form.password.description = WHEN_WANTED[is_fresh()]
    case = releasing.preview(look.case, look.opened)
    told |= {
        "lifters": {step.version: step.who for step in steps if step.what == "lifted"},
        "doubts": doubts_of(look.opened),
        "note": redacting.note_of(look.mine, case_key()),
        "risks": look.mine.check.risks if look.mine.check else (),
        "checked": releasing.preview_checks(look.opened, case),
    }
    obstacle = releasing.obstacle(look.mine, signed_in_user())
    return render("preview", look=look, case=case, obstacle=obstacle, form=form, return_form=return_form, **told)
