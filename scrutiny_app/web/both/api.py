"""Internal figures for programs, read-only: /api/v1, described by its own OpenAPI document."""

from flask import Blueprint, Response, jsonify, request

from scrutiny_app.domain.scopes import Scope
from scrutiny_app.services import program_reading
from scrutiny_app.web.access import public
from scrutiny_app.web.asked import LARGEST
from scrutiny_app.web.both.openapi import DOCUMENT
from scrutiny_app.web.current import transaction
from scrutiny_app.web.program_door import by_token, problem, program

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/openapi.json")
@public
def openapi() -> Response:
    """Describe the interface; nothing in it is of any force."""
    return jsonify(DOCUMENT)


@bp.get("/rounds")
@by_token(Scope.ROUNDS)
def rounds() -> Response:
    """Give the finished rounds."""
    return _rows("rounds")


@bp.get("/results")
@by_token(Scope.FIGURES)
def results() -> Response:
    """Give the results of the finished rounds."""
    return _rows("results")


@bp.get("/years")
@by_token(Scope.FIGURES)
def years() -> Response:
    """Give the results of random rounds pooled over the year that ends with each round."""
    return _rows("years")


@bp.get("/disposals")
@by_token(Scope.FIGURES)
def disposals() -> Response:
    """Give the results of the finished rounds by disposal."""
    return _rows("disposals")


@bp.get("/themes")
@by_token(Scope.THEMES)
def themes() -> Response:
    """Give the themes of the finished rounds."""
    return _rows("themes")


@bp.errorhandler(400)
def nonsense(_error: Exception) -> Response:
    """Answer what is refused before it is looked at, as a program expects it."""
    return problem(400, "The address holds a character that nobody types.")


def _rows(resource: str) -> Response:
    given = request.args.getlist("round_id")
    if set(request.args) - {"round_id"} or len(given) > 1:
        return problem(400, "The one thing that may be asked for is “round_id”, once.")
    if given and not (given[0].isascii() and given[0].isdigit() and 0 < int(given[0][:12]) <= LARGEST):
        return problem(400, f"“round_id” must be a whole number from 1 to {LARGEST}.")
    token, maker = program()
    with transaction() as session:
        round_id = int(given[0]) if given else None
        rows = program_reading.read_rows(session, resource, token, round_id=round_id, by=maker)
    return jsonify({"rows": rows})
