"""The panel's finding on one case: written by the chair after the reveal, read once more, and signed."""

from collections.abc import Collection

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.adopting import division_in_words, merged
from scrutiny_app.domain.agreeing import (
    ESCALATION_TITLES,
    REACHED_TITLES,
    RESULT_MEANINGS,
    RESULT_TITLES,
    Escalation,
    FindingIncomplete,
    Reached,
)
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.domain.voting import in_words as votes_in_words
from scrutiny_app.services import (
    agreeing,
    carrying_over,
    convening,
    escalating,
    grading,
    meetings,
    showing,
    superseding,
)
from scrutiny_app.services.agreeing import FindingStands
from scrutiny_app.services.escalating import EscalationUnexplained
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.web.access import requires, requires_fresh, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.findings import EscalationForm, FindingForm, NoteForm, SupersedingForm, as_filled
from scrutiny_app.web.forms.judging import STALE, VersionForm, ticked
from scrutiny_app.web.forms.own_themes import OwnTheme, own_themes_of

WORDS = {
    "grade_titles": GRADE_TITLES,
    "result_titles": RESULT_TITLES,
    "result_meanings": RESULT_MEANINGS,
    "theme_titles": THEME_TITLES,
    "severity_titles": SEVERITY_TITLES,
    "reached_titles": REACHED_TITLES,
    "escalation_titles": ESCALATION_TITLES,
    "votes_in_words": votes_in_words,
    "division_in_words": division_in_words,
}
bp = Blueprint("panel_findings", __name__, url_prefix="/panel/cases")


@bp.route("/<reference>/finding", methods=["GET", "POST"])
@requires(Permission.DRAFT_FINDING)
def edit(reference: str) -> ResponseReturnValue:
    """Ask for the finding beside the spread, and keep each save as a new version."""
    form = FindingForm(own_themes_of(reference))
    if not form.is_submitted():
        outcome = _read(reference)
        if outcome.finding is not None and outcome.draft is None:
            return redirect(url_for(".show", reference=reference))
        return _page(outcome, _filled(outcome, form.forces_own))
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


@bp.route("/<reference>/finding/again", methods=["GET", "POST"])
@requires(Permission.DRAFT_FINDING)
def again(reference: str) -> ResponseReturnValue:
    """Begin a finding that shall take the place of a signed one, with the reason for it."""
    form = SupersedingForm(own_themes_of(reference))
    outcome = _read(reference)
    if not form.is_submitted():
        if outcome.draft is not None or outcome.finding is None:
            return redirect(url_for(".edit", reference=reference))
        reason = carrying_over.reason_for(outcome.finding)
        kept = as_filled(outcome.finding) | {"reached": None}
        return _page(outcome, SupersedingForm(form.forces_own, **kept, reason=reason), again=True)
    if not form.validate():
        return _page(outcome, form, again=True)
    try:
        with transaction() as session:
            reason, agreed = form.reason.data or "", form.agreed()
            superseding.reopen(session, reference, version=form.seen, reason=reason, agreed=agreed, by=signed_in_user())
    except FindingIncomplete as refusal:
        form.form_errors.append(refusal.message)
        return _page(outcome, form, again=True)
    except Overtaken as refusal:
        form.form_errors.append(refusal.message)
        return _page(_read(reference), form, overtaken=True), 409
    return redirect(url_for(".show", reference=reference))


@bp.get("/<reference>/finding/check")
@requires(Permission.DRAFT_FINDING)
def show(reference: str) -> ResponseReturnValue:
    """Show the finding as it would be signed, or as it was."""
    outcome = _read(reference)
    if outcome.newest is None:
        return redirect(url_for(".edit", reference=reference))
    return render_template("panel_findings/show.html", outcome=outcome, **WORDS)


@bp.post("/<reference>/finding/sign")
@requires(Permission.SIGN_FINDING)
@requires_fresh(back="panel_findings.show")
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


@bp.route("/<reference>/finding/second", methods=["GET", "POST"])
@requires(Permission.SECOND_FINDING)
def second(reference: str) -> ResponseReturnValue:
    """Show what would take the place of a signed finding, and let a second person agree to exactly that."""
    user, form, outcome = signed_in_user(), VersionForm(), _read(reference)
    if form.is_submitted():
        if not form.validate():
            raise Refused(f"{STALE}, read the finding once more, and agree to it then.")
        with transaction() as session:
            superseding.second(session, reference, version=form.seen, by=user)
        flash(f"You have agreed to the new finding on case {reference}. The chair can sign it.", "success")
        return redirect(url_for("meetings.show", round_id=outcome.mine.round.id))
    return render_template("panel_findings/second.html", outcome=outcome, user=user, **WORDS)


@bp.route("/<reference>/escalate", methods=["GET", "POST"])
@requires(Permission.ESCALATE)
def escalate(reference: str) -> ResponseReturnValue:
    """Pass a case on, apart from its grade."""
    form = EscalationForm()
    if form.is_submitted() and form.validate():
        try:
            with transaction() as session:
                route = Escalation(form.route.data)
                escalating.escalate(session, reference, route=route, note=form.note.data or "", by=signed_in_user())
        except EscalationUnexplained as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash(f"Recorded: case {reference} is passed on. Its grade does not change.", "success")
            return redirect(url_for(".edit", reference=reference))
    outcome = _read(reference)
    with transaction() as session:
        raised = escalating.escalations(session, [outcome.case.id])[outcome.case.id]
    return render_template("panel_findings/escalate.html", outcome=outcome, form=form, raised=raised, **WORDS)


def _keep(reference: str, form: FindingForm) -> None:
    agreed = form.agreed()
    with transaction() as session:
        agreeing.draft_finding(
            session,
            reference,
            version=form.seen,
            result=agreed.result,
            observations=agreed.observations,
            remarks=agreed.remarks,
            dissent=agreed.dissent,
            reached=agreed.reached,
            votes=agreed.votes,
            by=signed_in_user(),
        )


def _read(reference: str) -> Outcome:
    with transaction() as session:
        return meetings.read_outcome(session, reference, by=signed_in_user())


def _filled(outcome: Outcome, own: Collection[OwnTheme]) -> FindingForm:
    """Fill the form with the newest draft or, where there is none, with what the members observed."""
    if outcome.draft is not None:
        return FindingForm(own, **as_filled(outcome.draft))
    return FindingForm(own, reached=Reached.CONSENSUS.value, **ticked(merged(outcome.spread)))


def _page(outcome: Outcome, form: FindingForm, *, overtaken: bool = False, again: bool = False) -> str:
    user = signed_in_user()
    with transaction() as session:
        read = grading.read_case(session, outcome.case.reference, by=user)
        agenda = meetings.agenda(session, outcome.mine.round, by=user)
        meeting = convening.meeting_for(session, outcome.mine.round, again=outcome.finding is not None)
        chairs = convening.may_chair(session, outcome.mine.round, user)
        raised = escalating.escalations(session, [outcome.case.id])[outcome.case.id]
        shown = showing.shown_at(session, meeting, by=user) if meeting else None
    given = {"outcome": outcome, "read": read, "form": form, "overtaken": overtaken, "again": again}
    given |= {"chairs": chairs}
    given |= {"agenda": agenda, "meeting": meeting, "raised": raised, "shown": shown, "note": NoteForm(formdata=None)}
    return render_template("panel_findings/edit.html", **given, **WORDS)
