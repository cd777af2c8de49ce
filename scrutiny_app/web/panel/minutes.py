"""The meeting's paper: what is noted while it lasts, its end, and the minutes drafted from what was recorded."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.services import noting, panels, rounds
from scrutiny_app.services.cases_standing import cases_standing
from scrutiny_app.services.chairing import meeting_at_hand
from scrutiny_app.services.convening import awaited_meeting
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.services.planning_meetings import describe
from scrutiny_app.services.trail import now
from scrutiny_app.web import minutes_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.findings import NoteForm
from scrutiny_app.web.naming_asked import ANSWER, NamesAsked, ask_about_names, told_on

bp = Blueprint("minutes", __name__, url_prefix="/panel/rounds/<int:round_id>")


@bp.get("/minutes")
@requires(Permission.READ_MINUTES)
def show(round_id: int) -> ResponseReturnValue:
    """Show a round's minutes."""
    return minutes_answers.page(round_id, document=".document", back="panel_rounds.index")


@bp.get("/minutes.<any(docx, pdf, xlsx):form>")
@requires(Permission.READ_MINUTES)
def document(round_id: int, form: str) -> ResponseReturnValue:
    """Give a round's minutes as a document, a PDF or a workbook."""
    return minutes_answers.file(round_id, form)


@bp.route("/notes", methods=["GET", "POST"])
@requires(Permission.KEEP_MINUTES)
def notes(round_id: int) -> ResponseReturnValue:
    """Write down what was said for the minutes; each note is kept as it was written."""
    user, form = signed_in_user(), NoteForm()
    reference = request.args.get("case", "")
    named: NamesAsked | None = None
    if form.is_submitted() and form.validate():
        try:
            answered, on_case = request.form.get(ANSWER, ""), bool(reference)
            ask_about_names(round_id, {"note": form.text.data or ""}, answered, seated_refused=on_case)
            with transaction() as session:
                round_ = rounds.find_round(session, round_id, user)
                noting.write_note(session, round_, form.text.data or "", reference=reference, by=user)
        except (NamesAsked, NoteRefused) as refusal:
            named = told_on(form, refusal)
        else:
            flash("The note is kept for the minutes.", "success")
            if reference and allows(user.role, Permission.DRAFT_FINDING):
                return redirect(url_for("panel_findings.edit", reference=reference))
            return redirect(url_for(".notes", round_id=round_id))
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
        meeting = meeting_at_hand(session, round_)
        kept = noting.notes_seen(session, meeting, by=user) if meeting else []
        cases, awaited = cases_standing(session, round_, by=user), awaited_meeting(session, round_)
    reads = allows(user.role, Permission.READ_SPREAD)
    given = {"round": round_, "meeting": meeting, "notes": kept, "form": form, "reads": reads, "named": named}
    return render_template("minutes/notes.html", **given, cases=cases, reference=reference, awaited=awaited)


@bp.post("/notes/strike")
@requires(Permission.KEEP_MINUTES)
def strike(round_id: int) -> ResponseReturnValue:
    """Strike a note out; that it was is still told."""
    user, note = signed_in_user(), request.form.get("note", "")
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
        if not (note.isascii() and note.isdecimal() and len(note) < 10):
            raise Refused("This page is out of date: load it again, and strike the note out then.")
        noting.strike_note(session, round_, int(note), by=user)
    flash("The note is struck out. Its words are shown nowhere any more.", "success")
    return redirect(url_for(".notes", round_id=round_id))


@bp.route("/end", methods=["GET", "POST"])
@requires(Permission.KEEP_MINUTES)
def end(round_id: int) -> ResponseReturnValue:
    """Ask, and then end the meeting, from when on its minutes can be read."""
    user = signed_in_user()
    if request.method == "GET":
        return _ask_to_end(round_id)
    with transaction() as session:
        noting.end_meeting(session, rounds.find_round(session, round_id, user), by=user)
    flash("The meeting is ended. Its minutes are drafted from what was recorded.", "success")
    return redirect(url_for(".show", round_id=round_id))


def _ask_to_end(round_id: int) -> str:
    user, one, seated, why = signed_in_user(), None, 0, ""
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
        try:
            one = describe(session, noting.meeting_to_end(session, round_, by=user), round_)
            seated = len(panels.seated(session, one.panel))
        except Refused as refusal:
            why = refusal.message
    given = {"round": round_, "one": one, "seated": seated, "why": why, "lasts": bool(one and one.is_coming(now()))}
    return render_template("minutes/end.html", **given, reads=allows(user.role, Permission.READ_SPREAD))
