"""Passing a case on, apart from its grade: written, looked at once more, and taken back with a reason."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.agreeing import ESCALATION_TITLES, Escalation
from scrutiny_app.services import escalating, meetings
from scrutiny_app.services.escalating import EscalationUnexplained
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.findings import EscalationForm, TakingBackForm
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names

bp = Blueprint("passing_on", __name__, url_prefix="/panel/cases")


@bp.route("/<reference>/escalate", methods=["GET", "POST"])
@requires(Permission.ESCALATE)
def show(reference: str) -> ResponseReturnValue:
    """Ask what a case is passed on for, show that once more, and then pass it on."""
    form = EscalationForm()
    if not form.is_submitted() or request.form.get("change") or not form.validate():
        return _page(reference, form)
    try:
        _ask(reference, form.note.data or "")
        if not request.form.get("checked"):
            return _page(reference, form, check=True)
        with transaction() as session:
            route = Escalation(form.route.data)
            escalating.escalate(session, reference, route=route, note=form.note.data or "", by=signed_in_user())
    except NamesAsked as named:
        return _page(reference, form, named=named)
    except EscalationUnexplained as refusal:
        form.form_errors.append(refusal.message)
        return _page(reference, form)
    flash(f"Recorded: case {reference} is passed on. Its grade does not change.", "success")
    return redirect(url_for("panel_findings.edit", reference=reference))


@bp.post("/<reference>/escalate/back")
@requires(Permission.ESCALATE)
def take_back(reference: str) -> ResponseReturnValue:
    """Take back what a case was passed on for: its words are shown nowhere any more."""
    form = TakingBackForm()
    if not form.validate():
        return _page(reference, EscalationForm(formdata=None), taking_back=form)
    try:
        _ask(reference, form.reason.data or "")
        with transaction() as session:
            reason = form.reason.data or ""
            escalating.take_back(session, reference, int(form.which.data or 0), reason=reason, by=signed_in_user())
    except NamesAsked as named:
        return _page(reference, EscalationForm(formdata=None), taking_back=form, named=named)
    except EscalationUnexplained as refusal:
        form.form_errors.append(refusal.message)
        return _page(reference, EscalationForm(formdata=None), taking_back=form)
    flash("Taken back. What was written is shown nowhere any more; that it was taken back is on the trail.", "success")
    return redirect(url_for(".show", reference=reference))


def _ask(reference: str, text: str) -> None:
    with reading() as session:
        mine, _ = find_my_case(session, reference, signed_in_user())
    ask_about_names(mine.round.id, {"text": text}, request.form.get(ANSWER, ""))


def _page(
    reference: str,
    form: EscalationForm,
    *,
    check: bool = False,
    named: NamesAsked | None = None,
    taking_back: TakingBackForm | None = None,
) -> str:
    with transaction() as session:
        outcome = meetings.read_outcome(session, reference, by=signed_in_user())
        raised = escalating.escalations(session, [outcome.case.id])[outcome.case.id]
    given = {"outcome": outcome, "raised": raised, "form": form, "check": check, "named": named}
    back = taking_back or TakingBackForm(formdata=None)
    given |= {"back": back, "forms": [back], "escalation_titles": ESCALATION_TITLES}
    given |= {"answered": named.answer if named else request.form.get(ANSWER, "")}
    return render_template("panel_findings/escalate.html", **given)
