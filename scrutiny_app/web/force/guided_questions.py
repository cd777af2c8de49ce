"""Which guided questions a round asks its members."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import SelectMultipleField

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.questions import QUESTION_WORDS, Question
from scrutiny_app.services.guided_questions import set_questions
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import options

bp = Blueprint("guided_questions", __name__, url_prefix="/force/rounds/<int:round_id>/questions")


class QuestionsForm(FlaskForm):
    """The questions that are asked; none ticked asks none."""

    questions = SelectMultipleField(
        "What should members be asked?",
        choices=options([(question.value, words) for question, words in QUESTION_WORDS.items()]),
        description="They guide a member to a grade. No member has to answer them, and none of them decides a grade",
    )


@bp.route("", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def show(round_id: int) -> ResponseReturnValue:
    """Show the questions, and keep which are asked until the round is opened."""
    user, form = signed_in_user(), QuestionsForm()
    with reading() as session:
        round_ = find_round(session, round_id, user)
    if form.validate_on_submit():
        with transaction() as session:
            chosen = {Question(one) for one in form.questions.data or ()}
            set_questions(session, find_round(session, round_id, user), chosen, by=user)
        flash("Kept: members are asked these questions.", "success")
        return redirect(url_for("rounds.show", round_id=round_id))
    if not form.is_submitted():
        form.questions.data = round_.questions
    asked = [QUESTION_WORDS[Question(one)] for one in round_.questions]
    return render_template("guided_questions/show.html", round=round_, form=form, asked=asked)
