"""Giving one's password again, before a deed that an unattended screen must not do; then back to the page."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from scrutiny_app.services.people import TooManyGuesses, WrongPassword
from scrutiny_app.web.access import signed_in
from scrutiny_app.web.both.sign_in import safe_path
from scrutiny_app.web.fresh_password import give_again

bp = Blueprint("confirm", __name__)


class ConfirmForm(FlaskForm):
    """The password of the person who has signed in."""

    password = PasswordField("Your password", [InputRequired("Enter your password"), Length(max=1000)])


@bp.route("/confirm", methods=["GET", "POST"])
@signed_in
def show() -> ResponseReturnValue:
    """Ask for the person's password, and lead back to where they were."""
    form = ConfirmForm()
    back = safe_path(request.args.get("next")) or url_for("home.show")
    if form.validate_on_submit():
        try:
            give_again(form.password.data or "")
        except (TooManyGuesses, WrongPassword) as refusal:
            form.form_errors.append(refusal.message)
            return _render(form, back), 429 if isinstance(refusal, TooManyGuesses) else 401
        flash("Thank you. Nothing has been done yet: press the button again.", "success")
        return redirect(back)
    return _render(form, back)


def _render(form: ConfirmForm, back: str) -> str:
    return render_template("confirm/show.html", form=form, back=back)
