"""Rounds: all of the force's, one being planned, and one with each of its steps and how far it has come."""

from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms.validators import Optional

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.rounds import FILTERS, FREE_WORDS, Stage, UnusablePlan
from scrutiny_app.services import allocating, framing, matching, panels, plan_stamps, planning, rounds
from scrutiny_app.services.accounts import size_account
from scrutiny_app.services.plan_stamps import PlanMoved
from scrutiny_app.services.voids import voids_of
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.drawing import is_targeted, rules_in_words
from scrutiny_app.web.force.plan_changes import STAMP, changed_in_words
from scrutiny_app.web.force.shares import cases_in_words
from scrutiny_app.web.force.steps import GROUPS, NEXT, link_to, progress_of, tasks
from scrutiny_app.web.forms.govuk import DateParts, refuse
from scrutiny_app.web.forms.rounds import PlanForm
from scrutiny_app.web.sizes import size_in_words

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

bp = Blueprint("rounds", __name__, url_prefix="/force/rounds")


class OpenForm(FlaskForm):
    """Until when members may grade."""

    close_on = DateParts(
        "Last day of grading (optional)", [Optional()], description="Left empty, grading stays open until you close it"
    )


@bp.get("")
@requires(Permission.READ_ROUNDS)
def index() -> ResponseReturnValue:
    """List the force's rounds, each with its stage and the next thing to do."""
    with reading() as db:
        found = [(round_, progress_of(db, round_)) for round_ in rounds.rounds_for(db, signed_in_user())]
        targeted = {round_.id for round_, _ in found if is_targeted(db, round_)}
    rows = [
        (
            round_,
            progress,
            progress.stage_title,
            NEXT[progress.at][0],
            link_to(NEXT[progress.at][1], round_id=round_.id),
        )
        for round_, progress in found
    ]
    return render_template("rounds/index.html", rows=rows, targeted=targeted, may_plan=_may_plan())


@bp.route("/new", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def new() -> ResponseReturnValue:
    """Plan a round."""
    form = PlanForm()
    with reading() as db:
        _offer(db, form)
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = planning.plan_round(db, form.plan, form.panel_id.data, by=signed_in_user())
        except UnusablePlan as refusal:
            form.refuse(refusal.message, refusal.field)
        else:
            flash("Round planned. Check the counts, then freeze the frame.", "success")
            return redirect(url_for("draws.frame", round_id=round_.id))
    return render_template("rounds/plan.html", form=form, round=None, filters=FILTERS, link_to=link_to)


@bp.route("/<int:round_id>/plan", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def edit(round_id: int) -> ResponseReturnValue:
    """Change a round's plan, as long as its frame is not frozen."""
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        rounds.require_stage(db, round_, Stage.PLANNED)
        form = PlanForm.of(round_, planning.chosen_numbers(db, round_))
        _offer(db, form)
        stamp = plan_stamps.stamp_of(db, round_)
    moved: PlanMoved | None = None
    words: dict[str, str] = {}
    if form.validate_on_submit():
        try:
            with transaction() as db:
                changed = rounds.find_round(db, round_id, signed_in_user())
                plan_stamps.require_unmoved(db, changed, request.form.get(STAMP, ""))
                planning.change_plan(db, changed, form.plan, form.panel_id.data, by=signed_in_user())
        except UnusablePlan as refusal:
            form.refuse(refusal.message, refusal.field)
        except PlanMoved as refusal:
            moved = refusal
            with reading() as db:
                round_ = rounds.find_round(db, round_id, signed_in_user())
                words, stamp = changed_in_words(db, round_, refusal), plan_stamps.stamp_of(db, round_)
        else:
            flash("Plan changed. Check the counts again.", "success")
            return redirect(url_for("draws.frame", round_id=round_id))
    elif form.is_submitted():
        stamp = request.form.get(STAMP, "")
    page = render_template(
        "rounds/plan.html",
        form=form,
        round=round_,
        filters=FILTERS,
        link_to=link_to,
        stamp=stamp,
        moved=moved,
        changed=words,
    )
    return page, 409 if moved else 200


@bp.route("/<int:round_id>/drop", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def drop(round_id: int) -> ResponseReturnValue:
    """Ask whether a plan shall be dropped, and drop it."""
    form = FlaskForm()
    if form.validate_on_submit():
        with transaction() as db:
            dropped = rounds.find_round(db, round_id, signed_in_user())
            title = dropped.title
            planning.drop_round(db, dropped, by=signed_in_user())
        flash(f"“{title}” is dropped. That it was planned and dropped stays on the trail.", "success")
        return redirect(url_for(".index"))
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        planning.require_never_frozen(db, round_)
    return render_template("rounds/drop.html", round=round_)


@bp.get("/<int:round_id>")
@requires(Permission.READ_ROUNDS)
def show(round_id: int) -> ResponseReturnValue:
    """Show a round's steps and how far it has come."""
    return _page(round_id, OpenForm())


@bp.post("/<int:round_id>/open")
@requires(Permission.PLAN_ROUND)
def open_grading(round_id: int) -> ResponseReturnValue:
    """Open a round for grading."""
    form = OpenForm()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, signed_in_user())
                rounds.open_grading(db, round_, form.close_on.data, by=signed_in_user())
        except rounds.OutOfOrder:
            raise
        except Refused as refusal:
            refuse(form.close_on, refusal.message)
        else:
            flash("Grading is open. Members see the cases when they sign in.", "success")
            return redirect(url_for(".show", round_id=round_id))
    return _page(round_id, form)


@bp.post("/<int:round_id>/close")
@requires(Permission.PLAN_ROUND)
def close_grading(round_id: int) -> ResponseReturnValue:
    """Close a round: nobody grades in it from then on."""
    with transaction() as db:
        rounds.close_grading(db, rounds.find_round(db, round_id, signed_in_user()), by=signed_in_user())
    flash("Grading is closed. The chair can reveal the grades.", "success")
    return redirect(url_for(".show", round_id=round_id))


def _page(round_id: int, form: OpenForm) -> ResponseReturnValue:
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        progress, facts = progress_of(db, round_), _facts(db, round_)
        voids = voids_of(db, round_)
        frame = rounds.frame_of(db, round_) if rounds.draw_of(db, round_) else None
        sizes = size_in_words(size_account(db, frame)) if frame else {}
        targeted = is_targeted(db, round_)
        rival = framing.rival_of(db, round_) if progress.at is Stage.PLANNED else None
    return render_template(
        "rounds/show.html",
        round=round_,
        progress=progress,
        stage=progress.stage_title,
        voids=voids,
        facts=sizes | facts,
        targeted=targeted,
        rival=rival,
        groups=[(heading, tasks(steps, round_id, progress)) for heading, steps in GROUPS],
        form=form,
        may_plan=_may_plan(),
    )


def _facts(session: Session, round_: "Round") -> dict[str, Any]:
    """Give what was planned, in words."""
    panel = panels.find_panel(session, round_.panel_id or 0, signed_in_user())
    return {"Panel": panel.name} | cases_in_words(session, round_) | rules_in_words(allocating.rules(round_))


def _offer(session: Session, form: PlanForm) -> None:
    by = signed_in_user()
    words = {facet: matching.values_of(session, by.force or "", facet) for facet in FREE_WORDS}
    form.offer(((panel.id, panel.name) for panel, _ in panels.panels_of(session, by)), words)


def _may_plan() -> bool:
    return allows(signed_in_user().role, Permission.PLAN_ROUND)
