"""The panel's finding on one case: written by the chair after the reveal, read once more, and signed."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.adopting import division_in_words
from scrutiny_app.domain.agreeing import (
    ESCALATION_TITLES,
    REACHED_TITLES,
    RESULT_MEANINGS,
    RESULT_TITLES,
    FindingIncomplete,
)
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.domain.voting import in_words as votes_in_words
from scrutiny_app.services import (
    agreeing,
    convening,
    escalating,
    finding_drafts,
    meetings,
    reading_releases,
    saying,
    showing,
    superseding,
)
from scrutiny_app.services.agreeing import FindingStands
from scrutiny_app.services.convening import NotBegun, NotChairing
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.findings import FindingForm, NoteForm, SupersedingForm
from scrutiny_app.web.forms.judging import STALE, VersionForm
from scrutiny_app.web.forms.own_themes import own_themes_of
from scrutiny_app.web.fresh_password import requires_fresh
from scrutiny_app.web.naming_asked import NamesAsked
from scrutiny_app.web.panel.finding_filled import content_sent, filled, filled_again
from scrutiny_app.web.panel.finding_names import ask_about_all

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
NOTE = "note-"  # before the names of the note's fields, which stand in the finding's form
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
        return page(outcome, filled(outcome, form.forces_own))
    try:
        ask_about_all(reference, form)
        _keep(reference, form)
    except NamesAsked as named:
        return page(_read(reference), form, named=named)
    except FindingIncomplete as refusal:
        form.form_errors += refusal.problems
        return page(_read(reference), form)
    except (Overtaken, FindingStands) as refusal:
        form.form_errors.append(refusal.message)
        return page(_read(reference), form, overtaken=True), 409
    except (NotChairing, NotBegun) as refusal:
        return _not_now(reference, form, refusal)
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
        return page(outcome, filled_again(outcome, form.forces_own), again=True)
    try:
        ask_about_all(reference, form)
        with transaction() as session:
            reason, agreed = form.reason.data or "", form.agreed()
            superseding.reopen(session, reference, version=form.seen, reason=reason, agreed=agreed, by=signed_in_user())
    except NamesAsked as named:
        return page(outcome, form, again=True, named=named)
    except FindingIncomplete as refusal:
        form.form_errors += refusal.problems
        return page(outcome, form, again=True)
    except Overtaken as refusal:
        form.form_errors.append(refusal.message)
        return page(_read(reference), form, overtaken=True), 409
    except (NotChairing, NotBegun) as refusal:
        return _not_now(reference, form, refusal, again=True)
    return redirect(url_for(".show", reference=reference))


@bp.get("/<reference>/finding/check")
@requires(Permission.DRAFT_FINDING)
def show(reference: str) -> ResponseReturnValue:
    """Show the finding as it would be signed, or as it was."""
    outcome = _read(reference)
    if outcome.newest is None:
        return redirect(url_for(".edit", reference=reference))
    with reading() as session:
        meeting = convening.meeting_for(session, outcome.mine.round, again=outcome.finding is not None)
        shown = showing.shown_at(session, meeting, by=signed_in_user()) if meeting else None
        chairs = convening.may_chair(session, outcome.mine.round, signed_in_user())
        passed = None if chairs else convening.passed_from(session, outcome.mine.round, signed_in_user())
        awaited = convening.awaited_meeting(session, outcome.mine.round)
        at = convening.round_talked_of_at(session, outcome.mine.round, outcome.newest)
    given = {"outcome": outcome, "meeting": meeting, "shown": shown, "chairs": chairs, "passed": passed}
    return render_template("panel_findings/show.html", **given, awaited=awaited, at=at, **WORDS)


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
        mine, _, signed = agreeing.find_revealed(session, reference, user)
        at = convening.round_talked_of_at(session, mine.round, signed)
    flash(f"The finding on case {reference} is signed.", "success")
    return redirect(url_for("meetings.show", round_id=at.id))


@bp.route("/<reference>/finding/second", methods=["GET", "POST"])
@requires(Permission.SECOND_FINDING)
def second(reference: str) -> ResponseReturnValue:
    """Show what would take the place of a signed finding, and let a second person agree to exactly that."""
    user, form, outcome = signed_in_user(), VersionForm(), _read(reference)
    with reading() as session:
        at = convening.round_talked_of_at(session, outcome.mine.round, outcome.newest)
    if form.is_submitted():
        if not form.validate():
            raise Refused(f"{STALE}, read the finding once more, and agree to it then.")
        with transaction() as session:
            superseding.second(session, reference, version=form.seen, by=user)
        flash(f"You have agreed to the new finding on case {reference}. The chair can sign it.", "success")
        return redirect(url_for("meetings.show", round_id=at.id))
    return render_template("panel_findings/second.html", outcome=outcome, user=user, at=at, **WORDS)


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


def _not_now(reference: str, form: FindingForm, refusal: Refused, *, again: bool = False) -> tuple[str, int]:
    """Tell whoever no longer chairs, or writes before the meeting, so; their words are kept as their draft."""
    with transaction() as session:
        finding_drafts.keep_words(
            session, reference, content_sent(request.form), version=form.seen, by=signed_in_user()
        )
    form.form_errors.append(f"{refusal.message} What you wrote is kept as your draft.")
    return page(_read(reference), form, again=again), 409


def _read(reference: str) -> Outcome:
    with transaction() as session:
        return meetings.read_outcome(session, reference, by=signed_in_user())


def page(
    outcome: Outcome,
    form: FindingForm,
    *,
    overtaken: bool = False,
    again: bool = False,
    named: NamesAsked | None = None,
    note: NoteForm | None = None,
) -> str:
    """Show the spread, the case and the form for the finding; `named` is asked about its words or its note's."""
    user = signed_in_user()
    with transaction() as session:
        read = reading_releases.read_case(session, outcome.case.reference, by=user)
        at = convening.round_talked_of_at(session, outcome.mine.round, outcome.newest, again=again)
        agenda = meetings.agenda(session, at, by=user)
        meeting = convening.meeting_for(session, outcome.mine.round, again=outcome.finding is not None)
        elsewhere = convening.round_of(session, meeting) if meeting else None
        chairs = convening.may_chair(session, outcome.mine.round, user)
        passed = None if chairs else convening.passed_from(session, outcome.mine.round, user)
        awaited = convening.awaited_meeting(session, outcome.mine.round)
        raised = escalating.escalations(session, [outcome.case.id])[outcome.case.id]
        shown = showing.shown_at(session, meeting, by=user) if meeting else None
        kept = finding_drafts.words_of(session, outcome.case.id, by=user)
        in_writing = saying.said_on(session, outcome, by=user).texts
    given = {"outcome": outcome, "read": read, "form": form, "overtaken": overtaken, "again": again, "named": named}
    given |= {"awaited": awaited, "chairs": chairs, "passed": passed, "kept": kept if not form.is_submitted() else None}
    newest = outcome.newest.version if outcome.newest else 0
    given |= {"version": newest if overtaken or not form.version.data else form.version.data}
    given |= {"elsewhere": elsewhere if elsewhere and elsewhere.id != outcome.mine.round.id else None}
    note = note or NoteForm(formdata=None, prefix=NOTE)
    given |= {"agenda": agenda, "meeting": meeting, "raised": raised, "shown": shown, "note": note, "forms": [note]}
    return render_template("panel_findings/edit.html", **given, at=at, in_writing=in_writing, **WORDS)
