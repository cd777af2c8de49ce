"""The panel's finding on one case: written by the chair after the reveal, read once more, and signed."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.agreeing import RESULT_MEANINGS, RESULT_TITLES, FindingIncomplete, Result
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.services import agreeing, grading, meetings
from scrutiny_app.services.agreeing import FindingStands
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.judging import STALE, FindingForm, VersionForm, ticked

WORDS = {
    "grade_titles": GRADE_TITLES,
    "result_titles": RESULT_TITLES,
    "result_meanings": RESULT_MEANINGS,
    "theme_titles": THEME_TITLES,
    "severity_titles": SEVERITY_TITLES,
}
bp = Blueprint("panel_findings", __name__, url_prefix="/panel/cases")


@bp.route("/<reference>/finding", methods=["GET", "POST"])
@requires(Permission.DRAFT_FINDING)
def edit(reference: str) -> ResponseReturnValue:
    """Ask for the finding beside the spread, and keep each save as a new version."""
    form = FindingForm()
    if not form.is_submitted():
        outcome = _read(reference)
        if outcome.finding is not None and outcome.finding.signature is not None:
            return redirect(url_for(".show", reference=reference))
        return _page(outcome, _filled(outcome))
    if not form.validate():
        return _page(_read(reference), form)
    try:
        _keep(reference, form)
    except FindingIncomplete as refusal:
        form.form_errors.append(refusal.message)
        return _page(_read(reference), form)
    except (Overtaken, FindingStands) as refusal:
        form.form_errors.append(refusal.message)
        return _page(_read(reference), form, overtaken=True), 409
    return redirect(url_for(".show", reference=reference))


@bp.get("/<reference>/finding/check")
@requires(Permission.DRAFT_FINDING)
def show(reference: str) -> ResponseReturnValue:
    """Show the finding as it would be signed, or as it was."""
    outcome = _read(reference)
    if outcome.finding is None:
        return redirect(url_for(".edit", reference=reference))
    return render_template("panel_findings/show.html", outcome=outcome, **WORDS)


@bp.post("/<reference>/finding/sign")
@requires(Permission.SIGN_FINDING)
def sign(reference: str) -> ResponseReturnValue:
    """Sign the version that the chair has read, and go on with the meeting."""
    user = signed_in_user()
    form = VersionForm()
    if not form.validate():
        raise Refused(f"{STALE}, read the finding once more, and sign it then.")
    with transaction() as session:
        agreeing.sign_finding(session, reference, version=form.seen, by=user)
        mine, _ = find_my_case(session, reference, user)
    flash(f"The finding on case {reference} is signed.", "success")
    return redirect(url_for("meetings.show", round_id=mine.round.id))


def _keep(reference: str, form: FindingForm) -> None:
    with transaction() as session:
        agreeing.draft_finding(
            session,
            reference,
            version=form.seen,
            result=Result(form.result.data),
            observations=form.observations(),
            remarks=form.remarks.data or "",
            dissent=form.dissent.data or "",
            by=signed_in_user(),
        )


def _read(reference: str) -> Outcome:
    with transaction() as session:
        return meetings.read_outcome(session, reference, by=signed_in_user())


def _filled(outcome: Outcome) -> FindingForm:
    """Fill the form with the newest draft."""
    draft = outcome.finding
    if draft is None:
        return FindingForm()
    words = {"result": draft.result, "remarks": draft.remarks, "dissent": draft.dissent}
    return FindingForm(**words, **ticked(draft.observations))


def _page(outcome: Outcome, form: FindingForm, *, overtaken: bool = False) -> str:
    with transaction() as session:
        read = grading.read_case(session, outcome.case.reference, by=signed_in_user())
    signed = outcome.finding is not None and outcome.finding.signature is not None
    given = {"outcome": outcome, "read": read, "form": form, "overtaken": overtaken, "signed": signed}
    return render_template("panel_findings/edit.html", **given, **WORDS)
