"""A person's tokens: made for a program, shown once, and revoked."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.scopes import SCOPE_TITLES, Scope
from scrutiny_app.services import tokens
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.tokens import TokenForm
from scrutiny_app.web.fresh_password import requires_fresh

bp = Blueprint("tokens", __name__, url_prefix="/account/tokens")


@bp.get("")
@requires(Permission.READ_BY_PROGRAM)
def index() -> ResponseReturnValue:
    """List a person's tokens, and offer to make one."""
    return _page(TokenForm(formdata=None))


@bp.post("")
@requires(Permission.READ_BY_PROGRAM)
@requires_fresh(back="tokens.index")
def make() -> ResponseReturnValue:
    """Make a token, and show its secret this once."""
    form = TokenForm()
    if not form.validate():
        return _page(form)
    try:
        with transaction() as session:
            scopes = {Scope(one) for one in form.scopes.data or ()}
            row, secret = tokens.make_token(
                session, form.name.data or "", scopes, int(form.days.data), by=signed_in_user()
            )
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(form)
    return render_template("tokens/made.html", token=row, secret=secret, titles=SCOPE_TITLES)


@bp.post("/<int:token_id>/revoke")
@requires(Permission.READ_BY_PROGRAM)
def revoke(token_id: int) -> ResponseReturnValue:
    """End a token at once."""
    with transaction() as session:
        tokens.revoke_token(session, token_id, by=signed_in_user())
    flash("The token is revoked: from now on it opens nothing.", "success")
    return redirect(url_for(".index"))


def _page(form: TokenForm) -> str:
    with reading() as session:
        found = tokens.tokens_of(session, signed_in_user())
    return render_template("tokens/index.html", form=form, found=found, is_live=tokens.is_live, titles=SCOPE_TITLES)
