"""Changes of a draw: a case replaced or a draw voided, proposed by one and decided by another; a sample grown."""

from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.replacing import NoReserveLeft
from scrutiny_app.domain.rounds import stratum_title
from scrutiny_app.services import changing_draws, rounds, standing
from scrutiny_app.services.accounts import size_account
from scrutiny_app.services.draw_history import Change, changes_of
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.filters import plural
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.forms.draw_changes import APPROVE, DecideForm, GrowForm, ReplaceForm, VoidForm
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.refusals import RefusalsTold
from scrutiny_app.web.sizes import places_in_words

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round, RoundCase

bp = Blueprint("draw_changes", __name__, url_prefix="/force/rounds/<int:round_id>/draw-changes")
PROPOSED = "Proposed. Somebody else must decide: a lead, a preparer or the registrar."
GROUND_TITLES = {ground.value: EXCLUSION_TITLES[ExclusionReason(ground)] for ground in changing_draws.GROUNDS}


@bp.get("")
@requires(Permission.CHANGE_DRAW, Permission.DECIDE_DRAW_CHANGE)
def index(round_id: int) -> ResponseReturnValue:
    """List what was proposed and decided about a round's draws, and the cases that can be proposed for replacing."""
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frame, drawn = rounds.frame_of(db, round_), rounds.draw_of(db, round_)
        changes, cases = changes_of(db, round_, key=case_key()), rounds.cases_of(db, round_)
        order = standing.order_of(db, round_)
    return render_template(
        "draw_changes/index.html",
        round=round_,
        frame=frame,
        drawn=drawn,
        waiting=[one for one in changes if one.waits],
        settled=[one for one in reversed(changes) if not one.waits],
        cases=sorted(cases, key=lambda one: order[one.id]),
        order={place: (stratum_title(frame.rules["strata"], name), nth) for place, (name, nth) in order.items()}
        if frame
        else {},
        proposed={one.round_case_id for one in changes if one.waits},
        grounds=GROUND_TITLES,
        me=signed_in_user(),
        links={name: link_to(f"draw_changes.{name}", round_id=round_id) for name in ("void", "grow")},
        decide_link=lambda one: link_to("draw_changes.decide", round_id=round_id, change_id=one.id),
        replace_link=lambda one: link_to("draw_changes.replace", round_id=round_id, round_case_id=one.id),
    )


@bp.route("/cases/<int:round_case_id>", methods=["GET", "POST"])
@requires(Permission.CHANGE_DRAW)
def replace(round_id: int, round_case_id: int) -> ResponseReturnValue:
    """Propose that a drawn case, found ineligible, give way to the next reserve."""
    form = ReplaceForm()
    if form.validate_on_submit():
        try:
            return _propose_replacement(round_id, round_case_id, form)
        except NoReserveLeft as refusal:
            refuse(form.leave_empty, refusal.message)
    with reading() as db:
        round_, place = _place(*rounds.find_round_case(db, round_case_id, signed_in_user()), round_id)
        filled = changing_draws.can_be_filled(db, round_, place)
    return render_template("draw_changes/replace.html", round=round_, place=place, form=form, filled=filled)


def _propose_replacement(round_id: int, round_case_id: int, form: ReplaceForm) -> ResponseReturnValue:
    by, key = signed_in_user(), case_key()
    ground, reason, empty = ExclusionReason(form.ground.data), form.reason.data or "", form.leave_empty.data
    with transaction() as db:
        round_, place = _place(*rounds.find_round_case(db, round_case_id, by), round_id)
        changing_draws.propose_replacement(db, round_, place, ground, reason, key=key, by=by, leave_empty=empty)
    flash(PROPOSED, "success")
    return redirect(url_for(".index", round_id=round_id))


@bp.route("/void", methods=["GET", "POST"])
@requires(Permission.CHANGE_DRAW)
def void(round_id: int) -> ResponseReturnValue:
    """Propose that a frozen frame, and its draw if there is one, stand for nothing any more."""
    form = VoidForm()
    if form.validate_on_submit():
        with transaction() as db:
            round_ = rounds.find_round(db, round_id, signed_in_user())
            changing_draws.propose_void(db, round_, form.reason.data or "", key=case_key(), by=signed_in_user())
        flash(PROPOSED, "success")
        return redirect(url_for(".index", round_id=round_id))
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frame, cases = rounds.frame_of(db, round_), rounds.count_cases(db, round_)
    if frame is None:
        raise OutOfOrder("Nothing is frozen, so there is nothing to void. Change the plan instead.")
    return render_template("draw_changes/void.html", round=round_, frame=frame, cases=cases, form=form)


@bp.route("/<int:change_id>", methods=["GET", "POST"])
@requires(Permission.DECIDE_DRAW_CHANGE)
def decide(round_id: int, change_id: int) -> ResponseReturnValue:
    """Show a proposal with its reason, and decide on it as a second person."""
    form = DecideForm()
    if form.validate_on_submit():
        approved = form.decision.data == APPROVE
        with RefusalsTold(partial(refuse, form.decision)):
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, signed_in_user())
                changing_draws.decide(db, round_, change_id, approved=approved, by=signed_in_user())
            flash("Approved, and done." if approved else "Refused. Nothing was changed.", "success")
            return redirect(url_for(".index", round_id=round_id))
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        change = _find(changes_of(db, round_, key=case_key()), change_id)
    return render_template(
        "draw_changes/decide.html",
        round=round_,
        change=change,
        grounds=GROUND_TITLES,
        mine=change.proposer_id == signed_in_user().id,
        form=form,
        case_link=change.round_case_id and link_to("redactions.show", round_case_id=change.round_case_id),
    )


@bp.route("/grow", methods=["GET", "POST"])
@requires(Permission.PLAN_ROUND)
def grow(round_id: int) -> ResponseReturnValue:
    """Show what growing a sample would add to each stratum, and do it once that was seen."""
    form = GrowForm()
    rows: list[tuple[str, int, int, int]] = []
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frame = rounds.frame_of(db, round_)
        rounds.require_stage(db, round_, *changing_draws.GROWABLE)
        account = size_account(db, frame) if frame else None
    if form.validate_on_submit() and form.size.data:
        try:
            if request.form.get("seen") == str(form.size.data):
                return _grow(round_id, form.size.data)
            with reading() as db:
                shares = changing_draws.grown_places(
                    db, rounds.find_round(db, round_id, signed_in_user()), form.size.data
                )
        except Overtaken:
            raise
        except Refused as refusal:
            refuse(form.size, refusal.message)
        else:
            strata = frame.rules["strata"] if frame else ()
            rows = [(stratum_title(strata, one), now, then - now, then) for one, (now, then) in shares.items()]
    return render_template(
        "draw_changes/grow.html",
        round=round_,
        account=account,
        said=account and places_in_words(account),
        form=form,
        rows=rows,
    )


def _grow(round_id: int, size: int) -> ResponseReturnValue:
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        added = changing_draws.grow(db, round_, size, key=case_key(), by=signed_in_user())
        frame = rounds.frame_of(db, round_)
        said = places_in_words(size_account(db, frame)) if frame else ""
    flash(f"{plural(len(added), 'case')} came in. {said} Draft their redactions next.", "success")
    return redirect(url_for(".index", round_id=round_id))


def _place(round_: "Round", place: "RoundCase", round_id: int) -> "tuple[Round, RoundCase]":
    if round_.id != round_id:
        raise NotYours
    return round_, place


def _find(changes: list[Change], change_id: int) -> Change:
    found = next((one for one in changes if one.id == change_id), None)
    if found is None:
        raise NotYours
    return found
