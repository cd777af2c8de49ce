"""The case in an open tab: whether it is still this reader's, what they have begun, and how they like to read.

A tab asks every few seconds, so the answer writes nothing, not even that the session was used. It tells a reader no
more than whether the page before them holds, and of a case that is not theirs the same as of none.
"""

from flask import Blueprint, flash, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.services import reading_releases
from scrutiny_app.web import errors
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import reading
from scrutiny_app.web.judging import keep_as_draft
from scrutiny_app.web.reading_styles import keep_style
from scrutiny_app.web.written import written

bp = Blueprint("panel_standing", __name__, url_prefix="/panel/cases")


@bp.get("/<reference>/standing")
@requires(Permission.READ_RELEASED_CASE)
def show(reference: str) -> ResponseReturnValue:
    """Answer 204 while the case is the reader's as they have it open, and 409 once it is not."""
    session.counts = False  # type: ignore[attr-defined]  # our own session class: a tab left open is no use of it
    version, revealed = row_number("version"), request.args.get("revealed") == "1"
    try:
        with reading() as db:
            if reading_releases.is_standing(db, reference, version=version, revealed=revealed, by=signed_in_user()):
                return "", 204
    except NotYours:
        return jsonify(still=False), 409
    return jsonify(still=True), 409


@bp.post("/<reference>/draft")
@requires(Permission.GRADE_CASE)
def draft(reference: str) -> ResponseReturnValue:
    """Keep what the member has written so far, for the script that asks as they type, or for the button."""
    is_kept = keep_as_draft(reference, request.form)
    if request.form.get("then") != "draft":
        return "", 204
    told = "is kept. It is not submitted, and nobody else sees it" if is_kept else "held nothing new: none is kept"
    flash(f"Your draft of case {reference.upper()} {told}.", "success")
    return redirect(url_for("my_cases.index"))


@bp.post("/reading")
@requires(Permission.READ_RELEASED_CASE)
def settle() -> ResponseReturnValue:
    """Remember the size and the spacing in which somebody likes to read, in this browser; lose nothing of a form."""
    back = request.form.get("reference", "")
    if "own" in request.form and allows(signed_in_user().role, Permission.GRADE_CASE):
        try:
            keep_as_draft(back, request.form)
        except Overtaken as refusal:
            return errors.page(409, refusal.message, words=written())
    answer = redirect(url_for("panel_cases.show", reference=back) if back else url_for("my_cases.index"))
    keep_style(answer, request.form.get("size", ""), request.form.get("spacing", ""))
    return answer
