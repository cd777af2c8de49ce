"""The room's screen: the case that the meeting talks about, large and nameless, as the chair puts it up."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.adopting import division_in_words
from scrutiny_app.domain.agreeing import REACHED_TITLES, RESULT_TITLES
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.domain.voting import in_words as votes_in_words
from scrutiny_app.services import showing
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction

bp = Blueprint("room", __name__, url_prefix="/panel/rounds/<int:round_id>/room")


@bp.get("")
@requires(Permission.READ_SPREAD, Permission.KEEP_MINUTES)
def show(round_id: int) -> ResponseReturnValue:
    """Show the case that is up, and follow the chair from then on."""
    user = signed_in_user()
    with transaction() as session:
        shown = showing.look(session, find_round(session, round_id, user), by=user)
        showing.record_look(session, shown, by=user)
    return render_template(
        "room/show.html",
        shown=shown,
        grade_titles=GRADE_TITLES,
        theme_titles=THEME_TITLES,
        severity_titles=SEVERITY_TITLES,
        result_titles=RESULT_TITLES,
        reached_titles=REACHED_TITLES,
        votes_in_words=votes_in_words,
        division_in_words=division_in_words,
        plans=allows(user.role, Permission.PLAN_MEETING),
        person=None,  # a screen for everybody bears nobody's name
        session_extend_url=None,  # asking for the state keeps the session, and a warning would hide the screen
    )


@bp.get("/state")
@requires(Permission.READ_SPREAD, Permission.KEEP_MINUTES)
def state(round_id: int) -> ResponseReturnValue:
    """Give what changes when the screen does, for a script that asks every second and a half."""
    user = signed_in_user()
    with reading() as session:
        shown = showing.look(session, find_round(session, round_id, user), by=user)
    return {"revision": shown.revision}


@bp.post("")
@requires(Permission.REVEAL_GRADES)
def put_up(round_id: int) -> ResponseReturnValue:
    """Put a case up on the room's screen, or take it off; or the words of its finding that are not signed yet."""
    user = signed_in_user()
    reference, words, back = (request.form.get(name, "") for name in ("reference", "words", "back"))
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        if words:
            meeting = showing.show_draft(session, round_, reference, on=words == "show", by=user)
        else:
            meeting = showing.put_up(session, round_, reference, by=user)
        shown = showing.shown_at(session, meeting, by=user)
    if words:
        return redirect(url_for("panel_findings.show", reference=reference))
    if back:
        return redirect(url_for("meetings.show", round_id=round_id, _anchor=back))
    if not reference:
        return redirect(url_for("meetings.show", round_id=round_id))
    revealed = shown.case is not None and shown.case.revealed_at is not None
    return redirect(url_for("panel_findings.edit" if revealed else "meetings.ask", reference=reference))
