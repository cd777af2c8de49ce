"""Figures over rounds, for those on the panel and the commissioner's officer."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.services.figures import gather
from scrutiny_app.web import figure_answers
from scrutiny_app.web.access import requires
from scrutiny_app.web.figure_answers import Way

bp = Blueprint("panel_figures", __name__, url_prefix="/panel/figures")
WAYS = (Way("panel_figures.show", "rounds"), Way("panel_figures.annual", "annual"))


@bp.get("")
@requires(Permission.READ_FIGURES)
def show() -> ResponseReturnValue:
    """Give figures over rounds."""
    return figure_answers.answer("rounds", figure_answers.rounds, gather=gather, ways=WAYS)


@bp.get("/annual")
@requires(Permission.READ_FIGURES)
def annual() -> ResponseReturnValue:
    """Give the annual report."""
    return figure_answers.answer("annual", figure_answers.annual, gather=gather, ways=WAYS)
