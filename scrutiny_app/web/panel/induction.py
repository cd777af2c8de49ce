"""Induction: six invented cases to grade, each with what a model panel found and why."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.grading import GRADE_MEANINGS, GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES, Grade
from scrutiny_app.services import calibrating
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.explaining import Explainer
from scrutiny_app.web.forms.judging import PracticeForm
from scrutiny_app.web.reading_styles import chosen_style

bp = Blueprint("induction", __name__, url_prefix="/panel/induction")
WORDS = {
    "grade_titles": GRADE_TITLES,
    "grade_meanings": GRADE_MEANINGS,
    "theme_titles": THEME_TITLES,
    "severity_titles": SEVERITY_TITLES,
}


@bp.get("")
@requires(Permission.GRADE_CASE)
def index() -> ResponseReturnValue:
    """List the invented cases and how far the member has come with them."""
    with reading() as session:
        tried = calibrating.tried(session, by=signed_in_user())
    return render_template("induction/index.html", tried=tried, **WORDS)


@bp.route("/<code>", methods=["GET", "POST"])
@requires(Permission.GRADE_CASE)
def show(code: str) -> ResponseReturnValue:
    """Show one invented case to grade, and its finding to whoever has graded it."""
    form = PracticeForm()
    if form.validate_on_submit():
        with transaction() as session:
            grade, comment = Grade(form.grade.data), form.comment.data or ""
            calibrating.try_case(session, code, grade=grade, comment=comment, by=signed_in_user())
        return redirect(url_for(".show", code=code, _anchor="decision"))
    with reading() as session:
        tried = calibrating.tried(session, by=signed_in_user())
        found = calibrating.find_calibration(session, code, by=signed_in_user())
    following = next((one for one in tried if one.given is None and one.calibration.code != code), None)
    return render_template(
        "induction/show.html",
        found=found,
        size=len(tried),
        following=following,
        form=form,
        explainer=Explainer(found.calibration.case),
        style=chosen_style(),
        **WORDS,
    )
