"""Figures over rounds on the force's side, where alone it is known who was of which group and when they were told."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.disparity_paper import disparity_paper
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.papers import Paper
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.registrar_paper import registrar_paper
from scrutiny_app.domain.timeliness_paper import timeliness_paper
from scrutiny_app.domain.tracker_paper import tracker_paper
from scrutiny_app.services.annual import gather_reckoned, reckon_paces
from scrutiny_app.services.disparity import disparity_over
from scrutiny_app.services.timeliness import spans_over
from scrutiny_app.services.tracker import tracked_over
from scrutiny_app.services.trail import now, today_in_london
from scrutiny_app.web import figure_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.figure_answers import Make, Way

bp = Blueprint("figures", __name__, url_prefix="/force/figures")
WAYS = (
    Way("figures.show", "rounds"),
    Way("figures.annual", "annual"),
    Way("figures.disparity", "disparity"),
    Way("figures.timeliness", "timeliness"),
    Way("figures.tracker", "tracker"),
)
REGISTRARS = Way("figures.registrar", "registrar")


@bp.get("")
@requires(Permission.READ_FIGURES)
def show() -> ResponseReturnValue:
    """Give figures over rounds."""
    return _answer("rounds", figure_answers.rounds)


@bp.get("/annual")
@requires(Permission.READ_FIGURES)
def annual() -> ResponseReturnValue:
    """Give the annual report."""
    return _answer("annual", _annual)


@bp.get("/disparity")
@requires(Permission.READ_FIGURES)
def disparity() -> ResponseReturnValue:
    """Give the comparison of groups."""
    return _answer("disparity", lambda session, over, _: disparity_paper(over, disparity_over(session, over)))


@bp.get("/timeliness")
@requires(Permission.READ_FIGURES)
def timeliness() -> ResponseReturnValue:
    """Give how long each step takes."""
    return _answer("timeliness", _timeliness)


@bp.get("/tracker")
@requires(Permission.READ_FIGURES)
def tracker() -> ResponseReturnValue:
    """Give the actions that were set, and how each stands."""
    return _answer("tracker", _tracker)


@bp.get("/registrar")
@requires(Permission.READ_TRAIL)
def registrar() -> ResponseReturnValue:
    """Give the registrar's report."""
    return _answer("registrar", lambda _session, over, _: registrar_paper(over))


def _annual(session: Session, over: OverRounds, every: OverRounds) -> Paper:
    reckon_paces(session, over, now())
    return figure_answers.annual(session, over, every, whole=True)


def _timeliness(session: Session, over: OverRounds, _every: OverRounds) -> Paper:
    return timeliness_paper(over, spans_over(session, over), today_in_london())


def _tracker(session: Session, over: OverRounds, _every: OverRounds) -> Paper:
    return tracker_paper(over, tracked_over(session, over, by=signed_in_user()), today_in_london())


def _answer(what: str, make: Make) -> ResponseReturnValue:
    role = Role(signed_in_user().role)
    ways = (*WAYS, REGISTRARS) if allows(role, Permission.READ_TRAIL) else WAYS
    return figure_answers.answer(what, make, gather=gather_reckoned, ways=ways)
