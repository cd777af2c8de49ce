"""Actions as the panel sees them: what it asked, what the force answered once released, and what it closes."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ACTION_TITLES, AGAIN_TITLES, PROVED, STATE_TITLES
from scrutiny_app.services import actions
from scrutiny_app.services.asking_again import reopen_by_panel, send_back_by_panel
from scrutiny_app.services.closing_actions import close_by_panel
from scrutiny_app.services.proof_waiting import proof_waits
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.turns import told_to_panel
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.actions import ActionForm, AnyForm, CloseForm, ReopenForm, SendBackForm, told_apart
from scrutiny_app.web.panel.asking_plainly import check_nameless, refuse
from scrutiny_app.web.what_follows import of_actions, of_publishing, own_then_other

bp = Blueprint("panel_actions", __name__, url_prefix="/panel")


@bp.get("/actions")
@requires(Permission.READ_ACTIONS)
def index() -> ResponseReturnValue:
    """List the actions after all of a person's rounds, by the day on which each is due."""
    with reading() as session:
        found = actions.actions_for(session, by=signed_in_user())
    return render_template("panel_actions/index.html", found=found, kinds=ACTION_TITLES, today=today_in_london())


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
        check_nameless(form.text.data or "")
        with transaction() as session:
            chosen = {"owner_id": int(form.owner.data), "due_on": form.due_on.data}
            actions.set_by_panel(session, round_, form.text.data or "", by=user, **chosen)
    except Refused as refusal:
        refuse(form, refusal)
        return _page(round_id, form)
    flash("The action is set, and its owner sees it.", "success")
    return redirect(url_for(".show", round_id=round_id))


@bp.post("/actions/<int:action_id>/close")
@requires(Permission.CLOSE_ACTION)
def close(action_id: int) -> ResponseReturnValue:
    """Close an answered action, on the proof that was released or on what the chair has checked."""
    form = CloseForm()
    deed = partial(close_by_panel, check=form.check)
    return _decide(action_id, form, deed, "The action is closed.", form.checked.data or "", close_form=form)


@bp.post("/actions/<int:action_id>/send-back")
@requires(Permission.CLOSE_ACTION)
def send_back(action_id: int) -> ResponseReturnValue:
    """Send an answered action back to its owner until another day, with the reason."""
    form = SendBackForm()
    reason, due_on = form.reason.data or "", form.due_on.data
    deed = partial(send_back_by_panel, reason=reason, due_on=due_on)
    done = "Sent back. Its owner reads why, and has it to do."
    return _decide(action_id, form, deed, done, reason, back_form=form)


@bp.post("/actions/<int:action_id>/reopen")
@requires(Permission.CLOSE_ACTION)
def reopen(action_id: int) -> ResponseReturnValue:
    """Open a closed action again, with the reason."""
    form = ReopenForm()
    reason, due_on = form.reason.data or "", form.due_on.data
    deed = partial(reopen_by_panel, reason=reason, due_on=due_on)
    done = "The action is open again. Its owner reads why, and the new day."
    return _decide(action_id, form, deed, done, reason, reopen_form=form)


def _decide(
    action_id: int, form: FlaskForm, deed: Callable[..., None], done: str, words: str, **forms: FlaskForm
) -> ResponseReturnValue:
    """Do a chair's deed on an action, whose words are looked through, or show its round's again with what is wrong."""
    user = signed_in_user()
    with reading() as session:
        round_id = actions.find_action(session, action_id, by=user).row.round_id
    if not form.validate():
        return _page(round_id, of=action_id, **forms)
    try:
        check_nameless(words)
        with transaction() as session:
            deed(session, action_id, by=user)
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        refuse(form, refusal)
        return _page(round_id, of=action_id, **forms)
    flash(done, "success")
    return redirect(url_for(".show", round_id=round_id))


def _page(
    round_id: int,
    form: ActionForm | None = None,
    *,
    of: int | None = None,
    **decided: FlaskForm,
) -> ResponseReturnValue:
    user = signed_in_user()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        found = actions.actions_for(session, by=user, round_=round_)
        owners = actions.possible_owners(session, round_, user)
        unproved = proof_waits(session, round_, found)
        steps = (*of_actions(session, round_, user, "panel_actions.show"), *of_publishing(session, round_, user))
    if form is None:
        form = ActionForm(formdata=None)
        form.offer(owners)
    sent = [told_apart(one, f"{name}-{of}") for name, one in decided.items()]

    def form_of(kind: type[AnyForm], one: int) -> AnyForm:
        """Give an action's own form: as it was sent, where something is wrong with it."""
        wrong = [form for form in sent if type(form) is kind and one == of]
        shown: AnyForm = wrong[0] if wrong else told_apart(kind(formdata=None), f"{kind.__name__}-{one}")
        return shown

    return render_template(
        "panel_actions/show.html",
        round=round_,
        found=found,
        unproved=unproved,
        forms=[form, *sent],
        form=form,
        close_form=lambda one: form_of(CloseForm, one),
        back_form=lambda one: form_of(SendBackForm, one),
        reopen_form=lambda one: form_of(ReopenForm, one),
        following=own_then_other(steps),
        today=today_in_london(),
        told=told_to_panel,
        agains=AGAIN_TITLES,
        proved_kinds=PROVED,
        kinds=ACTION_TITLES,
        states=STATE_TITLES,
        may_set=allows(user.role, Permission.SET_ACTION),
        may_close=allows(user.role, Permission.CLOSE_ACTION),
    )
