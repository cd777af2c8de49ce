"""Dice of parties apart: named, committed to, revealed and drawn from; and what the parties need in order to do it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.committing import (
    Exchange,
    Phase,
    RevealDiffers,
    UnfitParties,
    UnusableCommitment,
    UnusableReveal,
    joined_dice,
)
from scrutiny_app.files.verification import COMMIT_PAGE, text
from scrutiny_app.services import exchange_records, exchanging, rounds
from scrutiny_app.services.rolling import UnfitRollers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.exchanges import CommitForm, CorrectForm, PartiesForm, RevealForm, SilenceForm
from scrutiny_app.web.forms.govuk import refuse

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

bp = Blueprint("exchanges", __name__, url_prefix="/force/rounds/<int:round_id>/exchange")


@bp.get("")
@requires(Permission.READ_ROUNDS)
def show(round_id: int) -> ResponseReturnValue:
    """Show how far the parties have come, and what is to be done next."""
    return _page(round_id)


@bp.post("/parties")
@requires(Permission.PLAN_ROUND)
def begin(round_id: int) -> ResponseReturnValue:
    """Name the parties."""
    form = PartiesForm()
    if form.validate_on_submit():
        try:
            return _do(round_id, lambda db, round_, by: exchanging.begin(db, round_, form.parties, by=by))
        except (UnfitParties, UnfitRollers) as refusal:
            refuse(form.outside, refusal.message)
    return _page(round_id, parties_form=form)


@bp.post("/commitments")
@requires(Permission.PLAN_ROUND)
def commit(round_id: int) -> ResponseReturnValue:
    """Enter a party's commitment as it was read out, or another in place of one that was entered wrongly."""
    corrects = "corrects" in request.form
    form = CorrectForm() if corrects else CommitForm()
    form.offer(_names(round_id, committed=corrects))
    if form.validate_on_submit():
        name, given = form.party.data, form.commitment.data or ""
        deed = exchanging.correct if corrects else exchanging.commit
        try:
            answer = _do(round_id, lambda db, round_, by: deed(db, round_, name, given, by=by))
        except UnusableCommitment as refusal:
            refuse(form.commitment, refusal.message)
        else:
            if corrects:
                flash("Corrected. The commitment that was entered before stays on record and on the trail.", "success")
            return answer
    return _page(round_id, **{"correct_form" if corrects else "commit_form": form})


@bp.post("/reveals")
@requires(Permission.PLAN_ROUND)
def reveal(round_id: int) -> ResponseReturnValue:
    """Enter a party's nonce and digits as they were read out."""
    form = RevealForm()
    form.offer(_names(round_id))
    if form.validate_on_submit():
        name, nonce, digits = form.party.data, form.nonce.data or "", form.digits.data or ""
        try:
            return _do(round_id, lambda db, round_, by: exchanging.reveal(db, round_, name, nonce, digits, by=by))
        except (UnusableReveal, RevealDiffers) as refusal:
            refuse(form.digits, refusal.message)
    return _page(round_id, reveal_form=form)


@bp.post("/silence")
@requires(Permission.PLAN_ROUND)
def abandon(round_id: int) -> ResponseReturnValue:
    """Record who keeps silent, and begin again under a new draw id."""
    form = SilenceForm()
    if form.validate_on_submit():
        answer = _do(round_id, lambda db, round_, by: exchanging.abandon(db, round_, by=by))
        flash("Recorded. The draw has a new draw id and a new certificate: everybody rolls again.", "important")
        return answer
    return _page(round_id, silence_form=form)


@bp.post("/draw")
@requires(Permission.PLAN_ROUND)
def draw(round_id: int) -> ResponseReturnValue:
    """Draw the sample from the digits of all parties."""
    _do(round_id, lambda db, round_, by: exchanging.draw(db, round_, by=by))
    flash("The sample is drawn. Each case can be redacted.", "success")
    return redirect(url_for("draws.certificate", round_id=round_id))


@bp.get("/instructions")
@requires(Permission.READ_ROUNDS)
def instructions(round_id: int) -> ResponseReturnValue:
    """Show what each party does, to be printed or sent before the meeting."""
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frame = rounds.frame_of(db, round_)
    if frame is None:
        raise rounds.OutOfOrder("Freeze the frame first: the instructions bear its draw id and digest.")
    return render_template("exchanges/instructions.html", round=round_, frame=frame)


@bp.get("/commit.html")
@requires(Permission.READ_ROUNDS)
def maker(round_id: int) -> ResponseReturnValue:
    """Send the page with which a party makes its nonce and commitment, offline."""
    with reading() as db:
        rounds.find_round(db, round_id, signed_in_user())
    return attached(text(COMMIT_PAGE), COMMIT_PAGE, "text/html")


def _do(round_id: int, deed: "Callable[[Session, Round, Any], object]") -> ResponseReturnValue:
    with transaction() as db:
        by = signed_in_user()
        deed(db, rounds.find_round(db, round_id, by), by)
    return redirect(url_for(".show", round_id=round_id))


def _names(round_id: int, *, committed: bool = False) -> tuple[str, ...]:
    with reading() as db:
        exchange = exchanging.exchange_of(db, rounds.find_round(db, round_id, signed_in_user()))
    return tuple(name for name in exchange.names if not committed or name in exchange.commitments) if exchange else ()


def _page(round_id: int, **given: Any) -> ResponseReturnValue:
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        frame, drawn = rounds.frame_of(db, round_), rounds.draw_of(db, round_)
        exchange, abandoned = exchanging.exchange_of(db, round_), exchanging.abandoned_of(db, round_)
        parties = exchange_records.parties_of(db, frame) if frame else []
    if frame is None:
        raise rounds.OutOfOrder("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
    return render_template(
        "exchanges/show.html",
        round=round_,
        frame=frame,
        drawn=drawn,
        takes_all=sum(frame.allocation.values()) == frame.total,
        exchange=exchange,
        phase=exchange.phase.value if exchange else "",
        dice=joined_dice(exchange) if exchange and exchange.phase is Phase.COMPLETE else None,
        abandoned=abandoned,
        parties=parties,
        may_enter=drawn is None and allows(signed_in_user().role, Permission.PLAN_ROUND),
        **_forms(exchange, given),
        forms=list(given.values()),
    )


def _forms(exchange: Exchange | None, given: dict[str, Any]) -> dict[str, Any]:
    """Give every form that the page may show; one that was just sent keeps what was entered and what was wrong."""
    commit_form, reveal_form = CommitForm(formdata=None), RevealForm(formdata=None)
    for form in (commit_form, reveal_form):
        form.offer(exchange.awaited if exchange else ())
    correct_form = CorrectForm(formdata=None)
    correct_form.offer(exchange.commitments if exchange else ())
    fresh = {"commit_form": commit_form, "correct_form": correct_form, "reveal_form": reveal_form}
    return fresh | {"parties_form": PartiesForm(formdata=None), "silence_form": SilenceForm(formdata=None)} | given
