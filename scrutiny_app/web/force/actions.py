"""Actions on the force's side: set, answered by their owner, made ready for the panel, and closed by the registrar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import ESCALATION_TITLES, Escalation
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.following import ACTION_TITLES, STATE_TITLES, WORDS_TITLES, Words
from scrutiny_app.files.attachments_one import read_one
from scrutiny_app.services import action_texts, actions
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import requires, requires_fresh, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.actions import ActionForm, AnswerForm, DraftForm, DueForm, FollowForm, told_apart
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.uploads import content_of, takes_one_file

if TYPE_CHECKING:
    from scrutiny_app.models.findings import Escalation as EscalationRow

bp = Blueprint("actions", __name__, url_prefix="/force")
TITLES = {"kinds": ACTION_TITLES, "states": STATE_TITLES, "sorts": WORDS_TITLES}


@bp.get("/actions")
@requires(Permission.READ_ACTIONS, Permission.ANSWER_ACTION)
def index() -> ResponseReturnValue:
    """List the actions that a person may see, by the day on which each is due."""
    user = signed_in_user()
    with transaction() as session:
        found = actions.actions_for(session, by=user)
        tasks = {one.row.id: _task(action_texts.texts_of(session, one.row, case_key()), one) for one in found}
    return render_template("actions/index.html", found=found, tasks=tasks, today=now().date(), **TITLES)


@bp.route("/rounds/<int:round_id>/actions", methods=["GET", "POST"])
@requires(Permission.SET_ACTION)
def of_round(round_id: int) -> ResponseReturnValue:
    """List a round's actions, and set another in the force's words."""
    form, user = ActionForm(), signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        form.offer(actions.possible_owners(session, round_, user))
    if form.validate_on_submit():
        try:
            with transaction() as session:
                action_texts.set_by_force(
                    session,
                    round_,
                    form.text.data or "",
                    owner_id=int(form.owner.data),
                    due_on=form.due_on.data,
                    key=case_key(),
                    by=user,
                )
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The action is set.", "success")
            return redirect(url_for(".of_round", round_id=round_id))
    return _of_round(round_id, form=form)


@bp.post("/rounds/<int:round_id>/actions/follow")
@requires(Permission.SET_ACTION)
def follow(round_id: int) -> ResponseReturnValue:
    """Have somebody follow what the panel passed on."""
    form, user = FollowForm(), signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        _offer(form, action_texts.to_follow(session, round_))
        form.offer(actions.possible_owners(session, round_, user))
    if not form.validate():
        return _of_round(round_id, follow_form=form)
    try:
        with transaction() as session:
            chosen = {"owner_id": int(form.owner.data), "due_on": form.due_on.data}
            action_texts.follow(session, round_, int(form.escalation.data), by=user, **chosen)
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _of_round(round_id, follow_form=form)
    flash("It is followed from now on.", "success")
    return redirect(url_for(".of_round", round_id=round_id))


@bp.get("/actions/<int:action_id>")
@requires(Permission.READ_ACTIONS, Permission.ANSWER_ACTION)
def show(action_id: int) -> ResponseReturnValue:
    """Show one action: what is asked, what was done, and what of it the panel reads."""
    return _page(action_id)


@bp.post("/actions/<int:action_id>/answer")
@requires(Permission.ANSWER_ACTION)
@takes_one_file
def answer(action_id: int) -> ResponseReturnValue:
    """Keep its owner's answer."""
    form = AnswerForm()
    if not form.validate():
        return _page(action_id, answer_form=form)
    try:
        sent = form.file.data
        said = read_one(sent.filename or "", content_of(sent)).text if sent else ""
        proof = "\n\n".join(part for part in ((form.proof.data or "").strip(), said) if part)
        with transaction() as session:
            action_texts.answer(session, action_id, form.text.data or "", proof, key=case_key(), by=signed_in_user())
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(action_id, answer_form=form)
    flash("Thank you. Your answer is kept, and whoever closes the action is shown it.", "success")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/texts/<int:text_id>/draft")
@requires(Permission.EDIT_REDACTION)
def draft(action_id: int, text_id: int) -> ResponseReturnValue:
    """Keep what the panel would read of a text."""
    form = DraftForm()
    if not form.validate():
        return _page(action_id, draft_form=form, drafted=text_id)
    with transaction() as session:
        action_texts.redraft(session, text_id, form.draft.data or "", key=case_key(), by=signed_in_user())
    flash("Drafted. Somebody else must approve it before the panel reads it.", "success")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/texts/<int:text_id>/release")
@requires(Permission.APPROVE_RELEASE)
@requires_fresh(back="actions.show")
def release(action_id: int, text_id: int) -> ResponseReturnValue:
    """Let the panel read a draft that somebody else made."""
    with transaction() as session:
        action_texts.release_words(session, text_id, key=case_key(), by=signed_in_user())
    flash("The panel reads it from now on.", "success")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/close")
@requires(Permission.CLOSE_ACTION)
def close(action_id: int) -> ResponseReturnValue:
    """Close an answered action."""
    with transaction() as session:
        actions.close_action(session, action_id, by=signed_in_user())
    flash("The action is closed.", "success")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/send-back")
@requires(Permission.CLOSE_ACTION)
def send_back(action_id: int) -> ResponseReturnValue:
    """Send an answered action back to its owner, or open a closed one again."""
    form, user = DueForm(), signed_in_user()
    if not form.validate():
        return _page(action_id, due_form=form)
    try:
        with transaction() as session:
            actions.send_back(session, action_id, due_on=form.due_on.data, by=user)
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _page(action_id, due_form=form)
    flash("The action is open again, and its owner sees the new day.", "success")
    return redirect(url_for(".show", action_id=action_id))


def _of_round(
    round_id: int, *, form: ActionForm | None = None, follow_form: FollowForm | None = None
) -> ResponseReturnValue:
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        found = actions.actions_for(session, by=user, round_=round_)
        tasks = {one.row.id: _task(action_texts.texts_of(session, one.row, case_key()), one) for one in found}
        passed_on = action_texts.to_follow(session, round_)
        owners = actions.possible_owners(session, round_, user)
    if form is None:
        form = ActionForm(formdata=None)
        form.offer(owners)
    if follow_form is None:
        follow_form = FollowForm(formdata=None)
        _offer(follow_form, passed_on)
        follow_form.offer(owners)
    told_apart(follow_form, "follow")
    shown = {"found": found, "tasks": tasks, "passed_on": passed_on, "today": now().date()}
    forms = {"form": form, "follow_form": follow_form, "forms": [form, follow_form]}
    return render_template("actions/round.html", round=round_, **shown, **forms, **TITLES)


def _offer(form: FollowForm, passed_on: "Sequence[tuple[EscalationRow, str]]") -> None:
    named = [(str(one.id), f"{reference}: {ESCALATION_TITLES[Escalation(one.route)]}") for one, reference in passed_on]
    form.escalation.choices = options([("", "Choose"), *named])


def _page(
    action_id: int,
    *,
    answer_form: AnswerForm | None = None,
    draft_form: DraftForm | None = None,
    drafted: int | None = None,
    due_form: DueForm | None = None,
) -> ResponseReturnValue:
    user = signed_in_user()
    with transaction() as session:
        action = actions.find_action(session, action_id, by=user)
        written = action_texts.texts_of(session, action.row, case_key())
    newest = {one.row.sealed: one for one in written}
    may = {name: allows(user.role, permission) for name, permission in _MAY.items()}
    shown = {"action": action, "task": _task(written, action), "newest": list(newest.values()), "today": now().date()}
    forms = [one for one in (answer_form, draft_form, due_form) if one]
    return render_template(
        "actions/show.html",
        forms=forms,
        answer_form=answer_form or AnswerForm(formdata=None),
        draft_form=draft_form and told_apart(draft_form, drafted),
        drafted=drafted,
        due_form=due_form or DueForm(formdata=None),
        draft_of=lambda one: told_apart(DraftForm(formdata=None, draft=one.draft), one.row.id),
        may=may,
        mine=action.row.owner_id == user.id,
        **shown,
        **TITLES,
    )


_MAY = {
    "edit": Permission.EDIT_REDACTION,
    "approve": Permission.APPROVE_RELEASE,
    "close": Permission.CLOSE_ACTION,
}


def _task(written: list[action_texts.Written], action: actions.Followed) -> str:
    """Give what is asked: the force's own words, or the panel's."""
    own = [one.words for one in written if one.row.kind == Words.TASK]
    return next(iter(own or action.words_of(Words.TASK)), "")
