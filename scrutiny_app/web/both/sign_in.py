"""Signing in and out."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.events import SignedOut
from scrutiny_app.domain.people import Role
from scrutiny_app.services import signing_in, trail
from scrutiny_app.services.signing_in import CannotSignIn, TooManyGuesses
from scrutiny_app.web import access
from scrutiny_app.web.access import public, signed_in, signed_in_user, somebody
from scrutiny_app.web.current import reading, settings, transaction

bp = Blueprint("sign_in", __name__)


class SignInForm(FlaskForm):
    """A username and a password."""

    username = StringField("Username", [InputRequired("Enter your username"), Length(max=64)])
    password = PasswordField("Password", [InputRequired("Enter your password"), Length(max=1000)])


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def show() -> ResponseReturnValue:
    """Ask for name and password, and let the person in."""
    if somebody():
        return redirect(url_for("home.show"))
    form = SignInForm()
    if form.validate_on_submit():
        try:
            _enter(form.username.data or "", form.password.data or "")
        except (CannotSignIn, TooManyGuesses) as refusal:
            form.form_errors.append(refusal.message)
            status = 429 if isinstance(refusal, TooManyGuesses) else 401
            return render_template("sign_in/show.html", form=form, portal=settings().portal), status
        return redirect(safe_path(request.args.get("next")) or url_for("home.show"))
    return render_template("sign_in/show.html", form=form, portal=settings().portal)


@bp.post("/sign-out")
@signed_in
def leave() -> ResponseReturnValue:
    """End the session."""
    with transaction() as db:
        trail.record(db, SignedOut(), by=signed_in_user())
    access.end()
    response = redirect(url_for(".show"))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@bp.post("/stay-signed-in")
@signed_in
def stay() -> ResponseReturnValue:
    """Count the session as used, for a person who is reading and does not wish to be signed out."""
    return "", 204


def _enter(username: str, password: str) -> None:
    with transaction() as db:
        signing_in.count_guess(db, username, request.remote_addr or "")
    with reading() as db:  # hashing takes a while: no writer waits for it
        user = signing_in.recognise(db, username, password)
    if user is None or not access.belongs_here(Role(user.role)):
        with transaction() as db:
            signing_in.refuse_sign_in(db, username, "wrong portal" if user else "name or password")
        raise CannotSignIn
    with transaction() as db:
        signing_in.let_in(db, user, settings().portal.value)
    access.begin(user)


def safe_path(target: str | None) -> str | None:
    """Give a path on this site, or None for anything that would lead away from it."""
    if not target:
        return None
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    return target
