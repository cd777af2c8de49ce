"""Giving one's password again, before a deed that an unattended screen must not do; then back to the page."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from scrutiny_app.services import confirming, people
from scrutiny_app.services.people import TooManyGuesses, WrongPassword
from scrutiny_app.web import access
from scrutiny_app.web.access import signed_in, signed_in_user
from scrutiny_app.web.both.sign_in import safe_path
from scrutiny_app.web.current import reading, transaction

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
        flash("Thank you. Nothing has been done yet: look once more, and go on.", "success")
        return redirect(back)
    return _render(form, back)


def give_again(password: str) -> None:
    """Take the person's password as given again just now; raise WrongPassword, or TooManyGuesses after ten."""
    _compare(password)
    access.confirm()


def _render(form: ConfirmForm, back: str) -> str:
    return render_template("confirm/show.html", form=form, back=back)


def _compare(password: str) -> None:
    """Compare the password; each attempt is counted and kept before it, and a wrong one is on the trail."""
    user = signed_in_user()
    with transaction() as db:
        confirming.count_attempt(db, user, request.remote_addr or "")
    try:
        with reading() as db:  # hashing takes a while: no writer waits for it
            people.require_password(db, user, password)
    except WrongPassword:
        with transaction() as db:
            confirming.record_refused(db, user)
        raise
    with transaction() as db:
        confirming.record_confirmed(db, user)
