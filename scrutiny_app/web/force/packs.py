"""Copies of a round's released cases, as the force makes them for the panel's readers."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.web import pack_answers
from scrutiny_app.web.access import requires

bp = Blueprint("packs", __name__, url_prefix="/force/rounds/<int:round_id>/packs")
SIDE = pack_answers.Side("packs.index", "packs.take", "packs.count", "rounds.show")


@bp.get("")
@requires(Permission.MAKE_PACK)
def index(round_id: int) -> ResponseReturnValue:
    """List a round's copies and what became of them."""
    return pack_answers.copies_page(round_id, SIDE)


@bp.post("")
@requires(Permission.MAKE_PACK)
def make(round_id: int) -> ResponseReturnValue:
    """Make a copy for a reader."""
    return pack_answers.make(round_id, SIDE)


@bp.get("/<serial>")
@requires(Permission.MAKE_PACK)
def take(round_id: int, serial: str) -> ResponseReturnValue:
    """Give a copy's file, to print for its reader."""
    return pack_answers.take(round_id, serial)


@bp.post("/<serial>")
@requires(Permission.MAKE_PACK)
def count(round_id: int, serial: str) -> ResponseReturnValue:
    """Count a copy back in, or say that it is destroyed or lost."""
    return pack_answers.count(round_id, serial, SIDE)
