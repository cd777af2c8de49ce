"""The replies to letters that somebody of the force has not read yet, each with the one link that opens it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.learning import ADDRESSEE_TITLES
from scrutiny_app.services.new_replies import new_replies
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading

bp = Blueprint("new_replies", __name__, url_prefix="/force/replies")


@bp.get("")
@requires(Permission.READ_FEEDBACK)
def index() -> ResponseReturnValue:
    """List the letters with a reply that came after this person last read them."""
    with reading() as db:
        found = new_replies(db, by=signed_in_user())
    return render_template("letters/new_replies.html", found=found, addressees=ADDRESSEE_TITLES)
