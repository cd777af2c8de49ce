"""What keeps a person from cases, said in advance."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.interests import INTEREST_TITLES, InterestKind
from scrutiny_app.services import interests
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.conflicts import InterestForm

bp = Blueprint("interests", __name__, url_prefix="/panel/interests")


@bp.route("", methods=["GET", "POST"])
@requires(Permission.DECLARE_CONFLICT)
def index() -> ResponseReturnValue:
    """List a person's own interests, and keep another."""
    user, form = signed_in_user(), InterestForm()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                interests.declare_interest(session, InterestKind(form.kind.data), form.value.data or "", by=user)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Declared. Cases that it touches are kept from you.", "success")
            return redirect(url_for(".index"))
    with reading() as session:
        standing = interests.interests_of(session, user)
    return render_template("interests/index.html", form=form, standing=standing, titles=INTEREST_TITLES)


@bp.post("/<int:interest_id>/withdraw")
@requires(Permission.DECLARE_CONFLICT)
def withdraw(interest_id: int) -> ResponseReturnValue:
    """End one of a person's interests."""
    with transaction() as session:
        interests.withdraw_interest(session, interest_id, by=signed_in_user())
    flash("Withdrawn. Cases from which it has kept you already stay away.", "success")
    return redirect(url_for(".index"))
