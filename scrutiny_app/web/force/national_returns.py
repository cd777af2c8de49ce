"""A round's national return: what it holds, its schema, and the file in either form; each one is recorded.

A worker makes the counts of a public one, since attacking them takes long; the page says so and renews itself.
"""

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.national_return import schema
from scrutiny_app.services import public_asking
from scrutiny_app.services.national_returns import is_ready, make_return
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.national_returns import ReturnForm
from scrutiny_app.web.public_preparing import STUCK, seconds_after

bp = Blueprint("national_returns", __name__, url_prefix="/force")


@bp.get("/rounds/<int:round_id>/national-return")
@requires(Permission.READ_FIGURES)
def show(round_id: int) -> ResponseReturnValue:
    """Say what a round's return holds, and offer it."""
    return _page(round_id, ReturnForm(formdata=None))


@bp.post("/rounds/<int:round_id>/national-return")
@requires(Permission.READ_FIGURES)
def write(round_id: int) -> ResponseReturnValue:
    """Answer with the return in the form that was chosen."""
    form = ReturnForm()
    if not form.validate():
        return _page(round_id, form)
    public, least = form.form.data == "public", int(form.least.data)
    by = signed_in_user()
    try:
        with reading() as db:
            waits = public and not is_ready(db, round_id, least, by=by)
        with transaction() as db:
            if waits:
                public_asking.ask_return(db, find_round(db, round_id, by), least, by=by)
                return redirect(url_for(".show", round_id=round_id))
            made = make_return(db, round_id, public_form=public, least=least, by=by)
    except NotYours:
        raise
    except Refused as refusal:
        flash(refusal.message, "important")
        return redirect(url_for(".show", round_id=round_id))
    return attached(made, f"national-return-{round_id}-{form.form.data}.json", "application/json")


@bp.get("/national-return.schema.json")
@requires(Permission.READ_FIGURES)
def its_schema() -> ResponseReturnValue:
    """Give the schema that every return keeps to."""
    return jsonify(schema())


def _page(round_id: int, form: ReturnForm) -> ResponseReturnValue:
    with reading() as db:
        round_ = find_round(db, round_id, signed_in_user())
        asked = public_asking.newest_return_asked(db, round_)
        waited = now() - asked.asked_at if asked and not asked.done_at else None
        given = {"round": round_, "form": form, "asked": asked, "stuck": waited is not None and waited > STUCK}
        return render_template("national/show.html", seconds=seconds_after(waited), **given)
