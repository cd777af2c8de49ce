"""Actions as the panel sees them: what it asked, what the force answered once released, and what it closes."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ACTION_TITLES, STATE_TITLES
from scrutiny_app.services import actions
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.actions import ActionForm, DueForm, told_apart

bp = Blueprint("panel_actions", __name__, url_prefix="/panel")


@bp.route("/rounds/<int:round_id>/actions", methods=["GET"])
@requires(Permission.READ_ACTIONS)
def show(round_id: int) -> ResponseReturnValue:
    """Show what was asked after a round and what was done: you said, we did."""
    return _page(round_id)


@bp.post("/rounds/<int:round_id>/actions")
@requires(Permission.SET_ACTION)
def add(round_id: int) -> ResponseReturnValue:
    """Set an action in the panel's words."""
    form, user = ActionForm(), signed_in_user()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        form.offer(actions.possible_owners(session, round_, user))
    if not form.validate():
        return _page(round_id, form)
    try:
        with transaction() as session:
            chosen = {"owner_id": int(form.owner.data), "due_on": form.due_on.data}
            actions.set_by_panel(session, round_, form.text.data or "", by=user, **chosen)
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(round_id, form)
    flash("The action is set, and its owner sees it.", "success")
    return redirect(url_for(".show", round_id=round_id))


@bp.post("/actions/<int:action_id>/close")
@requires(Permission.CLOSE_ACTION)
def close(action_id: int) -> ResponseReturnValue:
    """Close an answered action."""
    with transaction() as session:
        actions.close_action(session, action_id, by=signed_in_user())
        round_id = actions.find_action(session, action_id, by=signed_in_user()).row.round_id
    flash("The action is closed.", "success")
    return redirect(url_for(".show", round_id=round_id))


@bp.post("/actions/<int:action_id>/send-back")
@requires(Permission.CLOSE_ACTION)
def send_back(action_id: int) -> ResponseReturnValue:
    """Send an answered action back to its owner until another day."""
    form, user = DueForm(), signed_in_user()
    with reading() as session:
        round_id = actions.find_action(session, action_id, by=user).row.round_id
    if not form.validate():
        return _page(round_id, due_form=form, due_of=action_id)
    try:
        with transaction() as session:
            actions.send_back(session, action_id, due_on=form.due_on.data, by=user)
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(round_id, due_form=form, due_of=action_id)
    flash("The action is open again, and its owner sees the new day.", "success")
    return redirect(url_for(".show", round_id=round_id))


def _page(
    round_id: int, form: ActionForm | None = None, *, due_form: DueForm | None = None, due_of: int | None = None
) -> ResponseReturnValue:
    user = signed_in_user()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        found = actions.actions_for(session, by=user, round_=round_)
        owners = actions.possible_owners(session, round_, user)
    if form is None:
        form = ActionForm(formdata=None)
        form.offer(owners)
    return render_template(
        "panel_actions/show.html",
        round=round_,
        found=found,
        forms=[form, told_apart(due_form, due_of)] if due_form else [form],
        form=form,
        due_form=lambda one: told_apart(due_form if due_form and one == due_of else DueForm(formdata=None), one),
        today=now().date(),
        kinds=ACTION_TITLES,
        states=STATE_TITLES,
        may_set=allows(user.role, Permission.SET_ACTION),
        may_close=allows(user.role, Permission.CLOSE_ACTION),
    )
