"""The door for programs: a token in the Authorization header, of the scope that the view names; no cookie counts."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from flask import Response, g, jsonify, request

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import AccessRefused
from scrutiny_app.domain.people import Nobody
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.services import tokens, trail
from scrutiny_app.web.access import MARK
from scrutiny_app.web.current import reading, transaction

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.tokens import ApiToken

TOKEN = "token"  # noqa: S105  # the mark of a view that programs open
PROBLEM = "application/problem+json"


def by_token(scope: Scope) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a view as open to programs whose token has a scope; 401 without a token, 403 with one of other scopes."""

    def mark(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            with reading() as session:
                found = tokens.find_token(session, _secret())
            if found is None:
                _refused("no token")
                return problem(401, "Send a token that is live as “Authorization: Bearer …”.")
            g.token, g.maker = found
            if scope not in g.token.scopes:
                _refused("scope", g.maker)
                return problem(403, f"This token does not have the scope “{scope}”.")
            try:
                return view(*args, **kwargs)
            except NotYours:
                return problem(404, "There is no such round.")
            except Refused as refusal:
                return problem(409, refusal.message)

        setattr(guarded, MARK, TOKEN)
        return guarded

    return mark


def program() -> "tuple[ApiToken, User]":
    """Give the token by which the request came, and who made it."""
    return g.token, g.maker


def problem(status: int, message: str) -> Response:
    """Answer a program in the form of RFC 9457."""
    answer = jsonify({"type": "about:blank", "status": status, "title": message})
    answer.status_code, answer.mimetype = status, PROBLEM
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _secret() -> str:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _refused(cause: str, who: "User | None" = None) -> None:
    with transaction() as session:
        trail.record(session, AccessRefused(request.endpoint or "", cause), by=who or Nobody())
