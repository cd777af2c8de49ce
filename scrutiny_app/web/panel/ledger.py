"""Which cases a person has read, when, and in which version: what they ask before they take part in something else."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.packs import FORM_TITLES
from scrutiny_app.services import ledger
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("ledger", __name__, url_prefix="/panel/ledger")


@bp.get("")
@requires(Permission.READ_OWN_LEDGER)
def index() -> ResponseReturnValue:
    """List what the person has read, or whether they have read one case."""
    asked = request.args.get("reference", "").strip()[:40]
    with transaction() as session:
        seen, held = ledger.own_ledger(session, asked, by=signed_in_user())
    return render_template("ledger/own.html", seen=seen, held=held, asked=asked.upper(), forms_of=FORM_TITLES)
