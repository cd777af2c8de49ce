"""Who may sign in: added, shut out, let in again and given new passwords by an administrator, never their own."""

import secrets
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.passwords import make_password
from scrutiny_app.domain.people import BODY_TITLES, LONGEST_EMAIL, PANEL_ROLES, ROLE_TITLES, Body, Role
from scrutiny_app.services import notices, people, second_person
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import options

bp = Blueprint("people", __name__, url_prefix="/force/people")


class ChangeForm(FlaskForm):
    """What may be put right of a person: their role and username stand."""

    name = StringField("Name", [InputRequired("Enter the person's name"), Length(max=120)])
    staff_number = StringField(
        "Staff number (force's people only)", [Length(max=30)], description="By which letters find the officer"
    )
    supervisor = SelectField("Supervisor (officers only)", coerce=int)
    email = StringField(
        "E-mail address", [Length(max=LONGEST_EMAIL)], description="For notices, which hold no word of any case"
    )


class PersonForm(ChangeForm):
    """A new person: who they are, and their one role."""

    username = StringField(
        "Username", [InputRequired("Enter a username"), Length(max=63)], description="Small letters, digits, . _ -"
    )
    role = RadioField(
        "Role",
        [InputRequired("Choose a role")],
        choices=options((role.value, title) for role, title in ROLE_TITLES.items()),
    )
    body = SelectField(
        "Body they represent (panel's people only)",
        choices=options([("", "Not on a panel"), *((body.value, title) for body, title in BODY_TITLES.items())]),
    )


@bp.get("")
@requires(Permission.READ_PEOPLE)
def index() -> ResponseReturnValue:
    """List everyone of the force, and of panels."""
    with reading() as db:
        everyone = people.everyone(db, signed_in_user())
        alone = second_person.is_alone(db, signed_in_user().force)
        manages = allows(signed_in_user().role, Permission.MANAGE_PEOPLE)
        unreached = notices.given_up(db, signed_in_user()) if manages else []
    return render_template("people/index.html", everyone=everyone, alone=alone, unreached=unreached)


@bp.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def new() -> ResponseReturnValue:
    """Add a person, and show their first password this once."""
    form, by = PersonForm(), signed_in_user()
    with reading() as db:
        supervisors = people.supervisors(db, by.force or "")
    form.supervisor.choices = options([(0, "None"), *((person.id, person.name) for person in supervisors)])
    if form.validate_on_submit():
        password = make_password(secrets.choice)
        try:
            with transaction() as db:
                person = people.add_person(db, password=password, by=by, **_given(form, by.force, supervisors))
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            return render_template("people/password.html", person=person, password=password, added=True)
    return render_template("people/new.html", form=form)


@bp.route("/<int:user_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def edit(user_id: int) -> ResponseReturnValue:
    """Put a person's name, staff number or supervisor right."""
    by = signed_in_user()
    with reading() as db:
        person = people.find_other(db, user_id, by=by)
        supervisors = people.supervisors(db, by.force or "")
    given = {"name": person.name, "staff_number": person.staff_number, "email": person.email}
    form = ChangeForm(**given, supervisor=person.supervisor_id or 0)
    form.supervisor.choices = options([(0, "None"), *((one.id, one.name) for one in supervisors)])
    if form.validate_on_submit():
        above = next((one for one in supervisors if one.id == form.supervisor.data), None)
        told = {"name": form.name.data or "", "staff_number": form.staff_number.data or ""}
        try:
            with transaction() as db:
                people.change_person(db, user_id, **told, email=form.email.data, supervisor=above, by=by)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash(f"{form.name.data} was changed.", "success")
            return redirect(url_for(".index"))
    return render_template("people/edit.html", form=form, person=person)


def _given(form: PersonForm, force: str | None, supervisors: list[Any]) -> dict[str, Any]:
    role = Role(form.role.data)
    return {
        "name": form.name.data,
        "username": form.username.data,
        "role": role,
        "force": None if role in PANEL_ROLES else force,
        "body": Body(form.body.data) if form.body.data else None,
        "staff_number": form.staff_number.data,
        "email": form.email.data,
        "supervisor": next((person for person in supervisors if person.id == form.supervisor.data), None),
    }


@bp.post("/<int:user_id>/disable")
@requires(Permission.MANAGE_PEOPLE)
def disable(user_id: int) -> ResponseReturnValue:
    """Shut a person out at once."""
    with transaction() as db:
        person = people.disable(db, user_id, by=signed_in_user())
    flash(f"{person.name} can no longer sign in, and is signed out everywhere.", "success")
    return redirect(url_for(".index"))


@bp.post("/<int:user_id>/enable")
@requires(Permission.MANAGE_PEOPLE)
def enable(user_id: int) -> ResponseReturnValue:
    """Let a person in again."""
    with transaction() as db:
        person = people.enable(db, user_id, by=signed_in_user())
    flash(f"{person.name} can sign in again.", "success")
    return redirect(url_for(".index"))


@bp.post("/<int:user_id>/password")
@requires(Permission.MANAGE_PEOPLE)
def password(user_id: int) -> ResponseReturnValue:
    """Give a person a new password, shown this once."""
    made = make_password(secrets.choice)
    with transaction() as db:
        person = people.reset_password(db, user_id, made, by=signed_in_user())
    return render_template("people/password.html", person=person, password=made, added=False)
