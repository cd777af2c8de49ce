"""The password that a deed asks for again: taken with the deed's own form, where it was not given lately."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import Length

from scrutiny_app.services import confirming, signing_in
from scrutiny_app.services.signing_in import TooManyGuesses, WrongPassword
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import CONFIRMED, signed_in_user
from scrutiny_app.web.current import reading, transaction

WANTED = "Enter your password: you last gave it more than ten minutes ago. Nothing has been done yet"
FRESH = timedelta(minutes=10)  # how long a password counts as just given
P = ParamSpec("P")
R = TypeVar("R")
View = Callable[P, R]


class PasswordForm(FlaskForm):
    """The password of the person who has signed in, given again with a deed."""

    password = PasswordField("Your password", [Length(max=1000)], description="You last gave it over ten minutes ago.")


def requires_fresh(back: str) -> Callable[[View[P, R]], View[P, R | ResponseReturnValue]]:
    """Do nothing by this view's form unless the password was given lately, or comes with the form itself.

    The form takes it with `password` of macros/forms.html, so that one press does both, and for that form alone. Where
    it is missing or wrong nothing is done: a page asks for it and keeps all that the form said. `back` is the endpoint
    of the page that the form stands on, for whoever leaves it. The view needs a mark of who may open it as well.
    """

    def wrap(view: View[P, R]) -> View[P, R | ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | ResponseReturnValue:
            if request.method == "POST" and not is_fresh():
                asked = PasswordForm()
                if refused := password_refused(asked.password):
                    return _asked_again(asked, back), refused
            return view(*args, **kwargs)

        return guarded

    return wrap


def password_refused(field: PasswordField) -> int | None:
    """Take the password that came with a form; put on it what is wrong and give the status of that, or None."""
    if not field.data:
        field.errors = [WANTED]
        return 401
    try:
        give_again(field.data)
    except (TooManyGuesses, WrongPassword) as refusal:
        field.errors = [refusal.message]
        return 429 if isinstance(refusal, TooManyGuesses) else 401
    return None


def give_again(password: str) -> None:
    """Take the person's password as given again just now; raise WrongPassword, or TooManyGuesses after ten."""
    user = signed_in_user()
    with transaction() as db:  # each attempt is counted and kept before it, and a wrong one is on the trail
        confirming.count_attempt(db, user, request.remote_addr or "")
    try:
        with reading() as db:  # hashing takes a while: no writer waits for it
            signing_in.require_password(db, user, password)
    except WrongPassword:
        with transaction() as db:
            confirming.record_refused(db, user)
        raise
    with transaction() as db:
        confirming.record_confirmed(db, user)
    confirm()


def password_field(mark: object = "") -> PasswordField | None:
    """Give the field in which a deed's form takes the password, or None where it was given within ten minutes."""
    field = None if is_fresh() else PasswordForm(formdata=None).password
    if field is not None and mark != "":
        field.id = field.label.field_id = f"password-{mark}"
    return field


def _asked_again(form: PasswordForm, back: str) -> str:
    """Show the page that asks for a password, with what the form said kept for it, file contents excepted."""
    given = [(name, value) for name, value in request.form.items(multi=True) if name not in ("csrf_token", "password")]
    leave = url_for(back, **request.view_args or {})
    return render_template("confirm/deed.html", form=form, given=given, action=request.full_path, back=leave)


def confirm() -> None:
    """Note that the person has given their password again just now; the session goes on under a new id."""
    session[CONFIRMED] = now().isoformat()
    session.rotate()  # type: ignore[attr-defined]  # our own session class


def is_fresh() -> bool:
    """Say whether the person gave their password within the last ten minutes."""
    given = session.get(CONFIRMED)
    return given is not None and now() - datetime.fromisoformat(given) < FRESH


def install(app: Flask) -> None:
    """Let every form's template ask for the password where it is wanted."""
    app.jinja_env.globals["password_field"] = password_field
