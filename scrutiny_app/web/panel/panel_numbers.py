"""The chair names numbers from outside, and reads how the registrar answered: where each is, and nothing more of it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.frame_checking import ANSWER_TITLES, SOURCE_TITLES, UnusableNumbers
from scrutiny_app.services import frame_checking, rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.frame_checks import NameForm
from scrutiny_app.web.forms.govuk import refuse

TAKE_BACK = "take_back"

bp = Blueprint("panel_numbers", __name__, url_prefix="/panel/rounds/<int:round_id>/numbers")


@bp.route("", methods=["GET", "POST"])
@requires(Permission.NAME_NUMBER)
def index(round_id: int) -> ResponseReturnValue:
    """List one's own numbers with their answers, and name more."""
    by, form = signed_in_user(), NameForm()
    if number_id := request.form.get(TAKE_BACK, type=int):
        with transaction() as db:
            frame_checking.take_back(db, rounds.find_round(db, round_id, by), number_id, by=by)
        flash("The number is taken back. That it was named and taken back stays on the trail.", "success")
        return redirect(url_for(".index", round_id=round_id))
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, by)
                added, known = frame_checking.name_numbers(db, round_, form.numbers.data or "", form.where, by=by)
        except UnusableNumbers as refusal:
            refuse(form.numbers, refusal.message)
        else:
            flash(f"Numbers named: {added}. Named before, and kept once: {known}.", "success")
            return redirect(url_for(".index", round_id=round_id))
    with reading() as db:
        round_ = rounds.find_round(db, round_id, by)
        frozen = rounds.frame_of(db, round_) is not None
        asked = frame_checking.numbers_of(db, round_, by=by)
        check = frame_checking.check_of(db, round_)
    return render_template(
        "panel_numbers/index.html",
        round=round_,
        frozen=frozen,
        asked=asked,
        check=check,
        take_back_by=TAKE_BACK,
        form=form,
        source_titles=SOURCE_TITLES,
        answer_titles=ANSWER_TITLES,
    )
