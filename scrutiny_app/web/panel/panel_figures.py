"""Figures over rounds, for those on the panel and the commissioner's officer."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.papers import Paper
from scrutiny_app.domain.tracker_paper import tracker_paper
from scrutiny_app.services.figures import gather
from scrutiny_app.services.tracker import tracked_over
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web import figure_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.figure_answers import Way

bp = Blueprint("panel_figures", __name__, url_prefix="/panel/figures")
WAYS = (
    Way("panel_figures.show", "rounds"),
    Way("panel_figures.annual", "annual"),
    Way("panel_figures.tracker", "tracker"),
)


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


@bp.get("/tracker")
@requires(Permission.READ_FIGURES)
def tracker() -> ResponseReturnValue:
    """Give the actions that were set, and how each stands, in the words that the panel may read."""
    return figure_answers.answer("tracker", _tracker, gather=gather, ways=WAYS)


def _tracker(session: Session, over: OverRounds, _every: OverRounds) -> Paper:
    return tracker_paper(over, tracked_over(session, over, by=signed_in_user()), today_in_london())
