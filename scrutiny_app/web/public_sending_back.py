"""Sending a public report back with the reasons, alike on both sides."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.services import public_sending_back
from scrutiny_app.web import public_desk
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.public_reports import SendBackForm


def send_back(report_id: int, *, scans: bool) -> ResponseReturnValue:
    """Send a version back to who prepared it; show the form again where no reasons are given."""
    form = SendBackForm()
    if not form.validate():
        return public_desk.show(report_id, scans=scans, back_form=form)
    digest, reasons = request.form.get("digest", ""), form.reasons.data or ""
    try:
        with transaction() as db:
            public_sending_back.send_back(db, report_id, digest, reasons, by=signed_in_user())
    except NotYours:
        raise
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        flash("Sent back. It stands on the home page of whoever prepared it, with your reasons.", "success")
    return redirect(url_for(".show", report_id=report_id))
