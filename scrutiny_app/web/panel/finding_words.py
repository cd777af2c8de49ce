"""What a chair does while they write a finding: a note, the room's screen, passing on. Their words are kept first."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import convening, finding_drafts, meetings, noting, showing
from scrutiny_app.services.chairing import Passed
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.findings import FindingForm, NoteForm, SupersedingForm
from scrutiny_app.web.forms.own_themes import own_themes_of
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names
from scrutiny_app.web.panel.finding_filled import content_of, content_sent, untouched, untouched_again
from scrutiny_app.web.panel.panel_findings import NOTE, page

AGENDA = frozenset({"arising", "discuss", "together", "thoughts", "sign", "reveal"})  # the parts of the meeting's page
bp = Blueprint("finding_words", __name__, url_prefix="/panel/cases")


@bp.post("/<reference>/finding/keep")
@requires(Permission.DRAFT_FINDING)
def keep(reference: str) -> ResponseReturnValue:
    """Keep what is written of a finding as its writer's own, and do what they pressed."""
    again, deed, user = "reason" in request.form, request.values.get("deed", ""), signed_in_user()
    with transaction() as session:
        outcome = meetings.read_outcome(session, reference, by=user)
    seen, content = _seen(), content_sent(request.form)
    if deed == "typed" and _is_over(outcome, seen, again=again):
        return "", 409
    written = {} if content == _begun_with(outcome, again=again) else content
    with transaction() as session:
        finding_drafts.keep_words(session, reference, written, version=seen, by=user)
        chairs = convening.may_chair(session, outcome.mine.round, user)
        passed = None if chairs else convening.passed_from(session, outcome.mine.round, user)
    if deed == "typed":
        return _told(passed) if passed else ("", 204)
    if deed == "note" and (refused := _note(outcome, again=again)):
        return refused
    if deed in ("up", "down"):
        _put_up(outcome, reference if deed == "up" else "")
    return redirect(_goes_to(outcome, deed, again=again))


def _told(passed: Passed) -> ResponseReturnValue:
    """Tell whoever types on while another has taken the chair so; their words are kept."""
    words = f"{passed.name} has taken the chair of this meeting. What you write is kept as a draft of yours."
    return words, 200, {"Content-Type": "text/plain; charset=utf-8"}


def _seen() -> int:
    version = request.form.get("version", "")
    return int(version) if version.isascii() and version.isdecimal() and len(version) < 10 else 0


def _is_over(outcome: Outcome, seen: int, *, again: bool) -> bool:
    """Say whether words sent as they were typed come too late: their writer saved them, or another is signed since."""
    newest = outcome.newest
    if newest is None:
        return False
    if newest.signature and (not again or newest.version != seen):
        return True
    return newest.version != seen and newest.drafted_by == signed_in_user().id


def _begun_with(outcome: Outcome, *, again: bool) -> finding_drafts.Content:
    """Give what the form held before anything was written in it."""
    own = own_themes_of(outcome.case.reference)
    if again:
        return content_of(untouched_again(outcome, own)) if outcome.finding else {}
    return content_of(untouched(outcome, own))


def _goes_to(outcome: Outcome, deed: str, *, again: bool) -> str:
    """Give the page that a press leads to: the finding itself, unless it asks for another."""
    reference = outcome.case.reference
    if deed == "pass":
        return url_for("passing_on.show", reference=reference)
    with reading() as session:
        at = convening.round_talked_of_at(session, outcome.mine.round, outcome.newest, again=again)
    if deed == "meeting" or deed in AGENDA:
        return url_for("meetings.show", round_id=at.id, _anchor=deed if deed in AGENDA else reference)
    if deed == "next":
        with reading() as session:
            following = meetings.agenda(session, at, by=signed_in_user()).next_after(outcome.case.id)
        if following:
            return url_for("panel_findings.edit", reference=following.reference)
    return url_for("panel_findings.again" if again else "panel_findings.edit", reference=reference)


def _put_up(outcome: Outcome, reference: str) -> None:
    with transaction() as session:
        round_ = convening.round_at_meeting(session, outcome.mine.round, again=outcome.finding is not None)
        showing.put_up(session, round_, reference, by=signed_in_user())


def _note(outcome: Outcome, *, again: bool) -> ResponseReturnValue | None:
    """Keep the note that was written beside the finding; give the page again where it cannot be."""
    reference, note = outcome.case.reference, NoteForm(prefix=NOTE)
    own = own_themes_of(reference)
    form: FindingForm = SupersedingForm(own) if again else FindingForm(own)
    if not note.validate():
        return page(outcome, form, again=again, note=note)
    try:
        with reading() as session:
            round_ = convening.round_at_meeting(session, outcome.mine.round, again=outcome.finding is not None)
        ask_about_names(round_.id, {"note": note.text.data or ""}, request.form.get(ANSWER, ""))
        with transaction() as session:
            noting.write_note(session, round_, note.text.data or "", reference=reference, by=signed_in_user())
    except NamesAsked as named:
        return page(outcome, form, again=again, note=note, named=named)
    except NoteRefused as refusal:
        note.form_errors.append(refusal.message)
        return page(outcome, form, again=again, note=note)
    flash("The note is kept for the minutes.", "success")
    return None
