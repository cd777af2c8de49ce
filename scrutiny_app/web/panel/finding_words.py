"""What a chair does while they write a finding: a note, the room's screen, passing on. Their words are kept first."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services import convening, finding_drafts, meetings, noting, showing
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.findings import FindingForm, NoteForm, SupersedingForm
from scrutiny_app.web.forms.judging import as_written
from scrutiny_app.web.forms.own_themes import own_themes_of
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names
from scrutiny_app.web.panel.panel_findings import NOTE, page

LONGEST = 20_000  # characters of one field
bp = Blueprint("finding_words", __name__, url_prefix="/panel/cases")


@bp.post("/<reference>/finding/keep")
@requires(Permission.DRAFT_FINDING)
def keep(reference: str) -> ResponseReturnValue:
    """Keep what is written of a finding as its writer's own, and do what they pressed."""
    again, deed, user = "reason" in request.form, request.values.get("deed", ""), signed_in_user()
    with transaction() as session:
        outcome = meetings.read_outcome(session, reference, by=user)
        version = request.form.get("version", "")
        seen = int(version) if version.isascii() and version.isdecimal() and len(version) < 10 else 0
        finding_drafts.keep_words(session, reference, _words(again=again), version=seen, by=user)
    back = redirect(url_for("panel_findings.again" if again else "panel_findings.edit", reference=reference))
    if deed == "pass":
        return redirect(url_for("passing_on.show", reference=reference))
    if deed in ("up", "down"):
        _put_up(outcome, reference if deed == "up" else "")
    elif deed == "note":
        return _note(outcome, again=again) or back
    return back


def _words(*, again: bool) -> finding_drafts.Content:
    """Give what was written of a finding, and nothing else that was sent."""
    named = {"result", "themes", "serious", "remarks", "dissent", "reached"} | ({"reason"} if again else set())
    kept = [name for name in request.form if name in named or name.startswith("votes_")][:30]
    found = {name: [as_written(one)[:LONGEST] for one in request.form.getlist(name)[:60]] for name in kept}
    return {name: some for name, some in found.items() if any(some)}


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
