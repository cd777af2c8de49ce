"""Releases that were taken away: recalling one, and deciding on each as a possible breach."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.withholding import DECISION_TITLES, WITHHELD_TITLES, Decision, deadline, left
from scrutiny_app.services import packs, recalling
from scrutiny_app.services.rounds import find_round_case
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.withholding import BreachForm, RecallForm
from scrutiny_app.web.refusals import RefusalsTold

bp = Blueprint("withheld", __name__, url_prefix="/force")


@bp.get("/withheld")
@requires(Permission.RECALL_RELEASE)
def index() -> ResponseReturnValue:
    """List the releases that were taken away, with what is left of the 72 hours."""
    return _page()


@bp.post("/withheld/<int:withholding_id>")
@requires(Permission.DECIDE_BREACH)
def decide(withholding_id: int) -> ResponseReturnValue:
    """Keep what is decided on one of them."""
    form = BreachForm()
    if not form.validate_on_submit():
        return _page(withholding_id, form)
    try:
        with transaction() as db:
            decision, reason = Decision(form.decision.data), form.reason.data or ""
            recalling.decide(db, withholding_id, decision, reason, key=case_key(), by=signed_in_user())
    except NotYours:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(withholding_id, form)
    flash("Kept, with its reason.", "success")
    return redirect(url_for(".index"))


@bp.route("/redactions/<int:round_case_id>/recall", methods=["GET", "POST"])
@requires(Permission.RECALL_RELEASE)
def recall(round_case_id: int) -> ResponseReturnValue:
    """Ask why a release is recalled, and take it away from everybody."""
    form = RecallForm()
    if form.validate_on_submit():
        with RefusalsTold(form.form_errors.append):
            with transaction() as db:
                _, case = find_round_case(db, round_case_id, signed_in_user())
                recalling.recall(db, case, form.reason.data or "", key=case_key(), by=signed_in_user())
            flash(f"{case.reference} is recalled. Nobody can read it until it is checked and approved anew.", "success")
            return redirect(url_for(".index"))
    with transaction() as db:
        round_, case = find_round_case(db, round_case_id, signed_in_user())
        can_recall = recalling.can_recall(db, case)
    return render_template("withheld/recall.html", round=round_, case=case, can_recall=can_recall, form=form)


def _is_to_come_back(copy: packs.CopyListed) -> bool:
    """Say whether a copy is with its reader and holds what they may not read any more."""
    return copy.is_out and not copy.is_current


def _page(tried: int | None = None, form: BreachForm | None = None) -> ResponseReturnValue:
    with transaction() as db:
        taken = recalling.taken_away(db, key=case_key(), by=signed_in_user())
        out = {
            one.round.id: [copy for copy in packs.copies_of(db, one.round) if _is_to_come_back(copy)] for one in taken
        }
    if tried is not None and tried not in {one.row.id for one in taken}:
        raise NotYours
    return render_template(
        "withheld/index.html",
        taken=taken,
        out=out,
        tried=tried,
        form=form,
        empty=BreachForm(formdata=None),
        may_decide=allows(signed_in_user().role, Permission.DECIDE_BREACH),
        may_edit=allows(signed_in_user().role, Permission.EDIT_REDACTION),
        may_call_back=allows(signed_in_user().role, Permission.MAKE_PACK),
        titles=WITHHELD_TITLES,
        decisions=DECISION_TITLES,
        left={one.row.id: left(one.row.withheld_at, now()) for one in taken},
        deadline={one.row.id: deadline(one.row.withheld_at) for one in taken},
    )
