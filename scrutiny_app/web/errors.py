"""What a person reads when something was refused or went wrong: what happened, and what to do."""

import logging
from collections.abc import Sequence

from flask import Flask, current_app, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import AccessRefused
from scrutiny_app.services import trail
from scrutiny_app.web.access import somebody
from scrutiny_app.web.current import transaction
from scrutiny_app.web.written import page_of_form, written

log = logging.getLogger("scrutiny")
PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500, 503})
BUSY = ("locked", "lock timeout", "disk is full", "disk I/O error", "No space left")
STALE_FORM = "This form is out of date. Nothing was changed."
SIGNED_OUT = "You have been signed out since you opened this form, so it was not taken. Nothing was changed."
WRONG_ADDRESS = "This address is not served here. Use the one that you were given.\n"


def page(
    status: int, message: str | None = None, *, words: Sequence[str] = (), back: str | None = None
) -> ResponseReturnValue:
    """Answer with the page for a status, the message where the rules gave one, and the words that would be lost.

    `back` is where the form that was refused is filled in.
    """
    known = status if status in PAGES else (400 if status < 500 else 500)
    return render_template(f"errors/{known}.html", message=message, written=words, back=back), status


def refused(refusal: Refused) -> ResponseReturnValue:
    """Answer a refusal: 404 for what is not one's own, which is recorded; 409, the reason and one's words else."""
    if not isinstance(refusal, NotYours):
        return page(409, refusal.message, words=written(), back=page_of_form())
    if user := somebody():
        with transaction() as db:
            trail.record(db, AccessRefused(request.endpoint or "", refusal.cause), by=user)
    return page(404)


def untrusted_host(error: SecurityError) -> ResponseReturnValue:
    """Answer in plain text: no page can link to anything when the address itself is not ours."""
    return WRONG_ADDRESS, 400, {"Content-Type": "text/plain; charset=utf-8"}


def http_error(error: HTTPException) -> ResponseReturnValue:
    """Answer what Flask and Werkzeug refuse by themselves."""
    if error.code is not None and error.code < 400:
        return error.get_response()
    if isinstance(error, CSRFError):
        return _stale_form()
    answer = make_response(page(error.code or 500))
    if isinstance(error, MethodNotAllowed):
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return answer


def busy(error: OperationalError) -> ResponseReturnValue:
    """Answer that the database could not take a write now; what was being done was undone whole."""
    if not any(cause in str(error.orig) for cause in BUSY):
        return fault(error)
    log.error("the database is busy or full, while answering %s", request.endpoint)
    return page(503)


def _stale_form() -> ResponseReturnValue:
    """Answer a form whose token no longer holds with its words, and the way back to where it was filled in."""
    signing_in = request.endpoint == "sign_in.show"
    back, gone = page_of_form(), somebody() is None and not signing_in
    if gone or signing_in:
        back = url_for("sign_in.show", next=request.args.get("next") if signing_in else back)
    told = {"message": SIGNED_OUT if gone else STALE_FORM, "written": written(), "back": back, "signed_out": gone}
    return render_template("errors/400.html", **told), 400


def fault(error: Exception) -> ResponseReturnValue:
    """Answer an unforeseen fault, and log its kind and place alone: its own text may hold what a case says."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place else "unknown"
    log.error("fault %s at %s while answering %s", type(error).__name__, where, request.endpoint)
    if current_app.config["PROPAGATE_FAULTS"]:
        raise error
    return page(500)


def install(app: Flask) -> None:
    """Answer refusals and faults with pages of our own."""
    app.logger.disabled = True  # Flask would log an exception's own text; see `fault`
    app.register_error_handler(Refused, refused)
    app.register_error_handler(SecurityError, untrusted_host)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(Exception, fault)
