"""A person's own account: their e-mail address, their password, and what the trail says that they did."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.passwords import LONGEST, SHORTEST
from scrutiny_app.domain.people import LONGEST_EMAIL, PANEL_ROLES
from scrutiny_app.services import people, signing_in, trail
from scrutiny_app.web import access
from scrutiny_app.web.access import requires, signed_in, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import refuse

bp = Blueprint("account", __name__)


class PasswordForm(FlaskForm):
    """The old password, and the new one twice."""

    old = PasswordField("Your password now", [InputRequired("Enter the password you have now"), Length(max=1000)])
    new = PasswordField(
        "New password",
        [InputRequired("Enter a new password"), Length(max=1000)],
        description=f"{SHORTEST} to {LONGEST} characters. Three or four unrelated words make a good one.",
    )
    again = PasswordField(
        "New password again",
        [InputRequired("Enter the new password again"), EqualTo("new", "The two new passwords differ")],
    )


class EmailForm(FlaskForm):
    """The address for notices."""

    email = StringField(
        "E-mail address for notices",
        [Length(max=LONGEST_EMAIL)],
        description="You are told of rounds, meetings and letters, and never a word of any case. Empty: no notices.",
    )


@bp.post("/account/email")
@signed_in
def email() -> ResponseReturnValue:
    """Keep the person's own address for notices."""
    form, user = EmailForm(), signed_in_user()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                people.set_own_email(db, form.email.data or "", by=user)
        except Refused as refusal:
            refuse(form.email, refusal.message)
        else:
            flash("Your e-mail address for notices is kept.", "success")
            return redirect(url_for("account.show"))
    return _page(PasswordForm(formdata=None), form, forms=[form])


@bp.route("/account", methods=["GET", "POST"])
@signed_in
def show() -> ResponseReturnValue:
    """Show who has signed in, and let them change their password; every session of theirs ends."""
    form, user = PasswordForm(), signed_in_user()
    if form.validate_on_submit():
        try:
            with reading() as db:
                signing_in.require_password(db, user, form.old.data or "")
            with transaction() as db:
                people.set_password(db, user.id, form.new.data or "", by=user)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            access.end()
            flash("Your password was changed. Sign in with the new one.", "success")
            return redirect(url_for("sign_in.show"))
    return _page(form, EmailForm(formdata=None, email=user.email))


@bp.get("/my-trail")
@requires(Permission.READ_OWN_TRAIL)
def my_trail() -> ResponseReturnValue:
    """Show a person what the trail holds of their own deeds."""
    user = signed_in_user()
    with reading() as db:
        entries = trail.newest(db, most=200, actor=trail.actor_code(user))
    return render_template("account/trail.html", entries=entries, panel=user.role in PANEL_ROLES)


def _page(form: PasswordForm, email_form: EmailForm, **more: Any) -> ResponseReturnValue:
    may_use_tokens = allows(signed_in_user().role, Permission.READ_BY_PROGRAM)
    return render_template("account/show.html", form=form, email_form=email_form, may_use_tokens=may_use_tokens, **more)
