"""The page of a round's conflicts, which both sides serve: which stand, one more to pin, and one to be lifted."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import CONFLICT_TITLES
from scrutiny_app.domain.lifting import GROUND_TITLES, LiftGround
from scrutiny_app.domain.people import ROLE_TITLES
from scrutiny_app.services import conflicts, lifting
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.conflicts import LiftForm, PinForm


def pin(round_id: int, *, back: str) -> ResponseReturnValue:
    """Pin the conflict that was asked for; `back` is where the page leads back to."""
    user, form = signed_in_user(), PinForm()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        form.offer(conflicts.cases_to_pin(session, round_, user), conflicts.people_to_pin(session, round_))
    if form.validate():
        try:
            with transaction() as session:
                conflicts.pin_conflict(
                    session, round_, reference=form.reference.data, user_id=int(form.person.data), by=user
                )
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The conflict is pinned: the case is gone from that person’s pages.", "success")
            return redirect(request.path)
    return conflicts_page(round_id, back=back, pin_form=form)


def propose_lift(round_id: int, *, back: str, page: str) -> ResponseReturnValue:
    """Propose that a conflict be lifted; `page` is the address of the round's conflicts."""
    user, form = signed_in_user(), LiftForm()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        form.offer(conflicts.standing_conflicts(session, round_, user))
    if form.validate():
        with transaction() as session:
            lifting.propose_lift(session, round_, int(form.conflict.data), LiftGround(form.ground.data), by=user)
        flash("Proposed. Somebody else must decide: another lead, or the panel’s chair.", "success")
        return redirect(page)
    return conflicts_page(round_id, back=back, lift_form=form)


def decide_lift(round_id: int, lift_id: int, *, agreed: bool, page: str) -> ResponseReturnValue:
    """Lift a conflict that somebody else proposed to lift, or let it stand."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        lifting.decide_lift(session, round_, lift_id, agreed=agreed, by=user)
    said = "The conflict is lifted: the person sees the case again." if agreed else "The conflict stands."
    flash(said, "success")
    return redirect(page)


def conflicts_page(
    round_id: int, *, back: str, pin_form: PinForm | None = None, lift_form: LiftForm | None = None
) -> ResponseReturnValue:
    """Answer with a round's standing conflicts, and with forms as they were sent where those were refused."""
    user = signed_in_user()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        standing = conflicts.standing_conflicts(session, round_, user)
        waiting = lifting.proposals(session, round_, user)
        cases, people = conflicts.cases_to_pin(session, round_, user), conflicts.people_to_pin(session, round_)
    if pin_form is None:
        pin_form = PinForm(formdata=None)
        pin_form.offer(cases, people)
    if lift_form is None:
        lift_form = LiftForm(formdata=None)
        lift_form.offer(standing)
    return render_template(
        "conflicts/index.html",
        round=round_,
        back=back,
        conflicts_path=request.path.partition("/lifts")[0],
        forms=[pin_form, lift_form],
        form=pin_form,
        lift_form=lift_form,
        standing=standing,
        waiting=waiting,
        grounds=GROUND_TITLES,
        may_pin=allows(user.role, Permission.PIN_CONFLICT),
        may_propose=allows(user.role, Permission.PROPOSE_LIFT),
        may_decide=allows(user.role, Permission.DECIDE_LIFT),
        conflict_titles=CONFLICT_TITLES,
        role_titles=ROLE_TITLES,
    )
