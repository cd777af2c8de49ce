"""What a person reads when something was refused or went wrong: what happened, and what to do."""

import logging

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused

log = logging.getLogger("scrutiny")
PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500})


def page(status: int, message: str | None = None) -> ResponseReturnValue:
    """Answer with the page for a status, and the message where the rules gave one."""
    known = status if status in PAGES else (400 if status < 500 else 500)
    return render_template(f"errors/{known}.html", message=message), status


def install(app: Flask) -> None:
    """Answer refusals and faults with pages of our own; an unforeseen fault shows nothing of itself."""
    app.logger.disabled = True  # Flask would log an exception's own text, which may hold what a case says

    @app.errorhandler(SecurityError)
    def untrusted_host(error: SecurityError) -> ResponseReturnValue:
        # No page of ours: nothing can be linked to when the address itself is not ours.
        return (
            "This address is not served here. Use the one that you were given.\n",
            400,
            {"Content-Type": "text/plain"},
        )

    @app.errorhandler(NotYours)
    def not_yours(refusal: NotYours) -> ResponseReturnValue:
        return page(404)

    @app.errorhandler(Overtaken)
    def overtaken(refusal: Overtaken) -> ResponseReturnValue:
        return page(409, refusal.message)

    @app.errorhandler(Refused)
    def refused(refusal: Refused) -> ResponseReturnValue:
        return page(409, refusal.message)

    @app.errorhandler(CSRFError)
    def stale_form(error: CSRFError) -> ResponseReturnValue:
        return page(400, "This form is out of date. Go back, load the page again, and send the form once more.")

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        if error.code is not None and error.code < 400:
            return error.get_response()
        return page(error.code or 500)

    @app.errorhandler(Exception)
    def fault(error: Exception) -> ResponseReturnValue:
        # The kind of fault and the place in the code alone, for the same reason.
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place else "unknown"
        log.error("fault %s at %s while answering %s", type(error).__name__, where, request.endpoint)
        if app.config["PROPAGATE_FAULTS"]:
            raise error
        return page(500)
